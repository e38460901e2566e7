package com.callfloor.dialer.web.json;

import java.util.Locale;

import com.callfloor.dialer.contacts.ContactDesk.Hours;
import com.callfloor.dialer.contacts.ContactDesk.NumberOutlook;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What is known of a number, and when it is best called. */
public final class ContactJson {
    private static final double TEN_THOUSAND = 10_000;

    private ContactJson() {}

    public static JsonObject number(NumberOutlook number) {
        JsonArray best = new JsonArray();
        number.bestHours().forEach(hours -> best.add(hours(hours)));
        return new JsonObject().put("number", number.number())
                .put("role", number.role().name().toLowerCase(Locale.ROOT))
                .put("position", number.position())
                .put("line_type", number.line().code())
                .put("valid", number.valid())
                .put("last_reached_at", Times.textOrNull(number.lastReached()))
                .put("tries", number.tries())
                .put("answered", number.answered())
                .put("chance", number.chance() == null ? null : rounded(number.chance()))
                .put("best_hours", best);
    }

    private static JsonObject hours(Hours hours) {
        return new JsonObject().put("from", hours.slot().band().from())
                .put("to", hours.slot().band().to())
                .put("weekend", hours.slot().weekend())
                .put("chance", rounded(hours.chance()));
    }

    private static double rounded(double chance) {
        return Math.round(chance * TEN_THOUSAND) / TEN_THOUSAND;
    }
}
