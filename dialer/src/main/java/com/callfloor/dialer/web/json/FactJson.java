package com.callfloor.dialer.web.json;

import java.time.DayOfWeek;
import java.util.Locale;

import com.callfloor.dialer.rules.books.DoNotCallLists.ListView;
import com.callfloor.dialer.rules.books.FactBook.Noted;
import com.callfloor.dialer.rules.history.DailyWindow;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** What stands in the way of calls: facts and do-not-call lists. */
public final class FactJson {
    private FactJson() {}

    public static JsonObject noted(Noted fact) {
        JsonArray lifts = new JsonArray();
        fact.lifts().stream().sorted().forEach(lifts::add);
        return new JsonObject().put("id", fact.id())
                .put("case_ref", fact.caseRef())
                .put("fact", fact.kind().code())
                .put("at", Times.text(fact.at()))
                .put("number", fact.number())
                .put("until", Times.textOrNull(fact.until()))
                .put("window", window(fact.window()))
                .put("lifts", lifts)
                .mergeIn(WordsJson.of("evidence", fact.evidence()))
                .put("by", fact.by())
                .put("noted_at", Times.text(fact.notedAt()))
                .put("withdrawn_at", Times.textOrNull(fact.withdrawnAt()))
                .put("withdrawn_by", fact.withdrawnBy())
                .put("withdrawn_why", fact.withdrawnWhy());
    }

    public static JsonObject list(ListView list) {
        return new JsonObject().put("list", list.list())
                .put("lender", list.lender().orElse(null))
                .put("numbers", list.numbers())
                .put("last_change", Times.text(list.lastChange()));
    }

    private static @Nullable JsonObject window(@Nullable DailyWindow window) {
        if (window == null) {
            return null;
        }
        JsonArray days = new JsonArray();
        window.days().stream().sorted().map(FactJson::day).forEach(days::add);
        return new JsonObject().put("from", window.from().toString())
                .put("to", window.to().toString())
                .put("days", days);
    }

    /** {@code mon} to {@code sun}. */
    public static String day(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }
}
