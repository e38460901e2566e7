package com.callfloor.dialer.web.json;

import java.util.List;

import com.callfloor.dialer.supervision.live.Change;
import com.callfloor.dialer.supervision.live.LiveSettings.Deviation;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What people changed while the floor ran. */
public final class ChangeJson {
    private ChangeJson() {}

    /** {@code undoable}: whether it is the last of its setting. */
    public static JsonObject change(Change change, boolean undoable) {
        return new JsonObject().put("id", change.id())
                .put("at", Times.text(change.at()))
                .put("by", change.by().login())
                .put("of", change.key().setting().subject().code())
                .put("subject", change.key().subject())
                .put("setting", change.key().setting().code())
                .put("from", change.from())
                .put("to", change.to())
                .put("as_in_files", change.asInFiles())
                .put("why", change.why())
                .put("undoes", change.undoes())
                .put("undone_by", change.undoneBy())
                .put("undoable", undoable);
    }

    /** What is not as the files say. */
    public static JsonArray deviations(List<Deviation> deviations) {
        JsonArray items = new JsonArray();
        deviations.forEach(one -> items.add(new JsonObject().put("setting", one.change().key().setting().code())
                .put("in_files", one.inFiles())
                .put("now", one.now())
                .put("change", one.change().id())
                .put("at", Times.text(one.change().at()))
                .put("by", one.change().by().login())
                .put("why", one.change().why())));
        return items;
    }
}
