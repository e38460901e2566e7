package com.callfloor.dialer.web.json;

import com.callfloor.dialer.quality.card.Item;
import com.callfloor.dialer.quality.card.Item.Scale;
import com.callfloor.dialer.quality.card.Scorecard;
import com.callfloor.dialer.quality.card.Wording;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Scorecards, in both languages. */
public final class ScorecardJson {
    private ScorecardJson() {}

    public static JsonObject card(Scorecard card) {
        JsonArray sections = new JsonArray();
        for (Scorecard.Section section : card.sections()) {
            JsonArray items = new JsonArray();
            section.items().forEach(item -> items.add(item(item)));
            sections.add(new JsonObject().put("id", section.id())
                    .put("title", wording(section.title()))
                    .put("items", items));
        }
        JsonArray never = new JsonArray();
        card.never()
                .forEach(item -> never.add(new JsonObject().put("id", item.id())
                        .put("prohibition", item.prohibition().code())
                        .put("text", wording(item.text()))));
        return new JsonObject().put("card", card.name())
                .put("version", card.version())
                .put("recipient", card.recipient().code())
                .put("title", wording(card.title()))
                .put("pass_mark", card.passMark())
                .put("sections", sections)
                .put("never", never);
    }

    private static JsonObject item(Item.Weighted item) {
        return new JsonObject().put("id", item.id())
                .put("weight", item.weight())
                .put("most", switch (item.scale()) {
                    case Scale.YesNo scale -> null;
                    case Scale.Points(int most) -> most;
                })
                .put("text", wording(item.text()));
    }

    static JsonObject wording(Wording text) {
        return new JsonObject().put("zh-CN", text.chinese()).put("en", text.english());
    }
}
