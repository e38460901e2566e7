package com.callfloor.dialer.web.json;

import com.callfloor.dialer.calls.Disposition;
import com.callfloor.dialer.dispositions.OwnDisposition;
import com.callfloor.dialer.tasks.Task;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Dispositions to choose from, and the tasks that follow from them. */
public final class DispositionJson {
    private DispositionJson() {}

    /** The console has words of its own for these. */
    public static JsonObject builtIn(Disposition disposition) {
        return json(disposition.code(), disposition).put("name_zh", null).put("name_en", null);
    }

    public static JsonObject own(OwnDisposition own) {
        return json(own.code(), own.behavesAs()).put("name_zh", own.nameZh()).put("name_en", own.nameEn());
    }

    private static JsonObject json(String code, Disposition behavesAs) {
        return new JsonObject().put("code", code)
                .put("behaves_as", behavesAs.code())
                .put("needs", needs(behavesAs));
    }

    private static JsonArray needs(Disposition disposition) {
        return switch (disposition) {
            case PROMISE_TO_PAY -> JsonArray.of("instalments");
            case CLAIMS_PAID -> JsonArray.of("paid_at", "amount", "channel");
            default -> new JsonArray();
        };
    }

    public static JsonObject task(Task task) {
        return new JsonObject().put("id", task.id())
                .put("case_id", task.caseId().value())
                .put("case_ref", task.caseRef())
                .put("kind", task.kind().code())
                .put("state", task.state().code())
                .put("due_at", Times.text(task.dueAt()))
                .put("role", task.kind().assignee().code())
                .put("agent_id", task.agent().map(agent -> agent.value()).orElse(null))
                .put("attempt_id", task.attempt().map(Object::toString).orElse(null))
                .put("channel", task.channel().orElse(null))
                .mergeIn(WordsJson.of("text", task.text().orElse(null)))
                .put("created_at", Times.text(task.createdAt()))
                .put("closed_at", Times.textOrNull(task.closedAt().orElse(null)))
                .put("closed_by", task.closedBy().orElse(null))
                .mergeIn(WordsJson.of("closing_note", task.closingNote().orElse(null)));
    }
}
