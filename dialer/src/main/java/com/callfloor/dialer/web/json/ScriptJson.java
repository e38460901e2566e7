package com.callfloor.dialer.web.json;

import java.util.Map;

import com.callfloor.dialer.scripts.Part;
import com.callfloor.dialer.scripts.Script;
import com.callfloor.dialer.scripts.Statement;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What is said to debtors and contacts. */
public final class ScriptJson {
    private ScriptJson() {}

    /** As it is written, with its variables. */
    public static JsonObject written(Script script) {
        return card(script).mergeIn(parts(script.parts()));
    }

    /** With its variables filled in. */
    public static JsonObject filled(Script script, Map<Part, String> parts) {
        return card(script).mergeIn(parts(parts));
    }

    /** Which script it is, without its text. */
    static JsonObject card(Script script) {
        JsonArray says = new JsonArray();
        script.says().stream().sorted().map(Statement::code).forEach(says::add);
        return new JsonObject().put("name", script.name())
                .put("version", script.version())
                .put("language", script.language().tag())
                .put("recipient", script.recipient().code())
                .put("stage", script.stage() == null ? null : script.stage().code())
                .put("says", says);
    }

    private static JsonObject parts(Map<Part, String> parts) {
        JsonArray course = new JsonArray();
        JsonArray branches = new JsonArray();
        parts.forEach((part, text) -> {
            if (part.isSaid()) {
                (part.isBranch() ? branches : course)
                        .add(new JsonObject().put("part", part.code()).put("text", text));
            }
        });
        return new JsonObject().put("course", course)
                .put("branches", branches)
                .put("never", parts.get(Part.NEVER));
    }
}
