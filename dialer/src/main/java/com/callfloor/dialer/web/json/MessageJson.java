package com.callfloor.dialer.web.json;

import com.callfloor.dialer.messages.Message;
import com.callfloor.dialer.messages.MessageBook;
import com.callfloor.dialer.messages.MessageTemplate;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Messages in the API. Recipients are masked. */
public final class MessageJson {
    private MessageJson() {}

    public static JsonObject message(Message message) {
        JsonArray changes = new JsonArray();
        message.changes()
                .forEach(change -> changes.add(new JsonObject().put("at", Times.text(change.at()))
                        .put("state", change.state().code())
                        .mergeIn(WordsJson.of("reason", change.reason().orElse(null)))));
        return new JsonObject().put("id", message.id().toString())
                .put("case", message.caseId().value())
                .put("channel", message.channel().code())
                .put("purpose", message.purpose().code())
                .put("template", message.template())
                .put("template_version", message.templateVersion().orElse(null))
                .put("language", message.language().orElse(null))
                .put("state", message.state().code())
                .mergeIn(WordsJson.of("reason", message.reason().orElse(null)))
                .put("recipient", message.recipient().orElse(null))
                .put("subject", message.subject().orElse(null))
                .put("text", message.text().orElse(null))
                .put("planned_at", Times.text(message.plannedAt()))
                .put("planned_by", message.plannedBy().orElse(null))
                .put("next_at", message.nextAt().map(Times::text).orElse(null))
                .put("sent_at", message.sentAt().map(Times::text).orElse(null))
                .put("settled_at", message.settledAt().map(Times::text).orElse(null))
                .put("tries", message.tries())
                .put("decision", message.decision().orElse(null))
                .put("changes", changes);
    }

    public static JsonObject preview(MessageBook.Preview preview) {
        JsonObject json = new JsonObject().put("recipient", preview.recipient().orElse(null))
                .mergeIn(WordsJson.of("flaw", preview.flaw().orElse(null)))
                .put("decision", DecisionJson.decision(preview.decision()));
        preview.composed()
                .ifPresent(composed -> json.put("template", composed.template())
                        .put("template_version", composed.version())
                        .put("language", composed.language().tag())
                        .put("subject", composed.subject().orElse(null))
                        .put("text", composed.text()));
        return json;
    }

    public static JsonObject template(MessageTemplate template) {
        return new JsonObject().put("name", template.name())
                .put("version", template.version())
                .put("channel", template.channel().code())
                .put("language", template.language().tag())
                .put("subject", template.subject().orElse(null))
                .put("text", template.text());
    }
}
