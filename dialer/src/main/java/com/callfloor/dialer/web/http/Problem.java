package com.callfloor.dialer.web.http;

import java.util.List;

import com.callfloor.dialer.words.Words;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * What went wrong with a request, for its sender: RFC 9457.
 *
 * @param code the kind of problem, stable; becomes the type {@code urn:callfloor:problem:CODE}
 * @param detail what is wrong here and how to mend it; holds nothing internal. Programs are told in English, and people in
 *               Chinese too
 * @param errors what is wrong with single fields or parameters
 * @param rules what the rules said, where they forbid what was asked, as decisions have it
 */
public record Problem(int status, String code, String title, Words detail, List<FieldError> errors,
        JsonArray rules) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
        rules = rules.copy();
    }

    public Problem(int status, String code, String title, Words detail, List<FieldError> errors) {
        this(status, code, title, detail, errors, new JsonArray());
    }

    public Problem(int status, String code, String title, Words detail) {
        this(status, code, title, detail, List.of(), new JsonArray());
    }

    public JsonObject json() {
        JsonObject json = new JsonObject().put("type", "urn:callfloor:problem:" + code)
                .put("title", title)
                .put("status", status)
                .put("detail", detail.en());
        if (!detail.zh().equals(detail.en())) {
            json.put("detail_zh", detail.zh());
        }
        if (!errors.isEmpty()) {
            JsonArray list = new JsonArray();
            errors.forEach(error -> list.add(error.json()));
            json.put("errors", list);
        }
        if (!rules.isEmpty()) {
            json.put("rules", rules);
        }
        return json;
    }

    /** One field or parameter, and what it should have been. */
    public record FieldError(String field, Words message) {
        public FieldError(String field, String en, String zh) {
            this(field, new Words(en, zh));
        }

        private JsonObject json() {
            JsonObject json = new JsonObject().put("field", field).put("message", message.en());
            return message.zh().equals(message.en()) ? json : json.put("message_zh", message.zh());
        }
    }
}
