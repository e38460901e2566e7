package com.callfloor.dialer.web.json;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import com.callfloor.dialer.cases.intake.LenderMapping;
import com.callfloor.dialer.rules.PackChoice.Assignments;
import com.callfloor.dialer.rules.calendar.CalendarSheet;
import com.callfloor.dialer.rules.calendar.CalendarYear;
import com.callfloor.dialer.setup.Calendars;
import com.callfloor.dialer.setup.ConfigText;
import com.callfloor.dialer.setup.ConfiguredLender;
import com.callfloor.dialer.setup.ConfiguredValue;
import com.callfloor.dialer.words.Words;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** How the floor is set up. */
public final class SetupJson {
    /** Shows in which order a lender writes day and month; with a time, since one may stand behind the day. */
    private static final LocalDateTime EXAMPLE = LocalDate.of(2026, Month.DECEMBER, 31).atStartOfDay();

    private SetupJson() {}

    public static JsonObject value(ConfiguredValue value) {
        return new JsonObject().put("path", value.path())
                .put("kind", value.kind().name().toLowerCase(Locale.ROOT))
                .put("value", value.value())
                .put("says", value.explanation())
                .put("overridden", value.overridden());
    }

    public static JsonObject text(ConfigText file) {
        return new JsonObject().put("name", file.name()).put("text", file.text());
    }

    public static JsonObject lender(ConfiguredLender lender) {
        return new JsonObject().put("name", lender.name())
                .put("open", lender.cases().open())
                .put("withdrawn", lender.cases().withdrawn())
                .put("mappings", new JsonArray(lender.mappings().stream().map(SetupJson::mapping).toList()))
                .put("strategy", lender.strategy())
                .put("own_strategy", lender.ownStrategy())
                .put("creditor", lender.creditor())
                .put("packs", strings(lender.packs()))
                .put("retention", strings(lender.retention()))
                .put("campaigns", strings(lender.campaigns()));
    }

    private static JsonObject mapping(LenderMapping mapping) {
        return new JsonObject().put("name", mapping.name())
                .put("kind", mapping.kind().name().toLowerCase(Locale.ROOT))
                .put("amount_unit", mapping.unit().name().toLowerCase(Locale.ROOT))
                .put("charset", mapping.charset().map(Object::toString).orElse(null))
                .put("date_example", mapping.dates().map(EXAMPLE::format).orElse(null))
                .put("ref_prefix", mapping.refPrefix())
                .put("columns", pairs(mapping.columns()))
                .put("defaults", pairs(mapping.defaults()));
    }

    private static JsonArray pairs(Map<String, String> texts) {
        JsonArray pairs = new JsonArray();
        new TreeMap<>(texts).forEach(
                (column, text) -> pairs.add(new JsonObject().put("column", column).put("text", text)));
        return pairs;
    }

    /** {@code today}: where the floor is. */
    public static JsonObject calendar(Calendars calendars, CalendarSheet sheet, LocalDate today) {
        return new JsonObject().put("id", sheet.id())
                .put("source", sheet.source())
                .put("license", sheet.license())
                .put("packs", strings(calendars.readers(sheet)))
                .put("published_until", sheet.publishedUntil(today).map(LocalDate::toString).orElse(null))
                .put("months_ahead", sheet.monthsAhead(today))
                .put("warnings",
                        new JsonArray(calendars.warnings(sheet, today).stream().map(SetupJson::says).toList()))
                .put("years", new JsonArray(sheet.years().stream().map(SetupJson::year).toList()));
    }

    private static JsonObject says(Words words) {
        return WordsJson.of("says", words);
    }

    private static JsonObject year(CalendarYear year) {
        return new JsonObject().put("year", year.year())
                .put("published", year.published())
                .put("holidays", days(year.holidays()))
                .put("make_up_workdays", days(year.makeUpWorkdays()));
    }

    private static JsonArray days(Map<LocalDate, String> named) {
        JsonArray days = new JsonArray();
        new TreeMap<>(named)
                .forEach((date, name) -> days.add(new JsonObject().put("date", date.toString()).put("name", name)));
        return days;
    }

    /** Who picks which packs, one line each. */
    public static JsonArray assignments(Assignments assignments) {
        JsonArray lines = new JsonArray();
        lines.add(line("always", null, assignments.always()));
        lines(lines, "region", assignments.byRegion());
        lines(lines, "postal_code", assignments.byPostalCode());
        lines(lines, "lender", assignments.byLender());
        lines.add(line("agency", null, assignments.agency()));
        lines.add(line("creditor", null, assignments.creditor()));
        return lines;
    }

    private static void lines(JsonArray lines, String by, Map<String, List<String>> picked) {
        new TreeMap<>(picked).forEach((key, packs) -> lines.add(line(by, key, packs)));
    }

    private static JsonObject line(String by, @Nullable String key, List<String> packs) {
        return new JsonObject().put("by", by).put("key", key).put("packs", strings(packs));
    }

    private static JsonArray strings(Collection<String> texts) {
        return new JsonArray(List.copyOf(texts));
    }
}
