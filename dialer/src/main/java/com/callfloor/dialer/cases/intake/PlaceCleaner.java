package com.callfloor.dialer.cases.intake;

import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.callfloor.dialer.words.Words;

/** Reads where a debtor lives, what the clock says there, and what is spoken. */
final class PlaceCleaner {
    private static final Pattern ISO_3166_2 = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");
    private static final Pattern OWN_COUNTRY_OF_CHINA = Pattern.compile("HK|MO|TW");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
    private static final Map<String, String> LANGUAGES = Map.of("普通话", "zh-CN", "中文", "zh-CN", "汉语", "zh-CN", "粤语",
            "yue-CN", "英语", "en");

    private PlaceCleaner() {}

    /** Empty where none is given; one that cannot be read makes the row bad, since rules of that place would be missed. */
    static Optional<String> region(Cells cells, Findings findings) {
        String text = cells.plain(Column.REGION);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> region = Provinces.named(text.replace(" ", "")).or(() -> coded(text.toUpperCase(Locale.ROOT)));
        if (region.isEmpty()) {
            findings.refuse(Column.REGION, Reason.UNKNOWN_CODE, Words.of(
                    "'%s' is not a region: give its ISO 3166-2 code, such as CN-GD or US-MA, or a province's name",
                    "“%s”不是地区：请填 ISO 3166-2 代码，如 CN-GD、US-MA，或省份名称", Text.shown(text)));
        }
        return region;
    }

    /** The ISO 3166-1 country whose numbering plan holds in a region. */
    static String numberingPlan(String region) {
        return region.startsWith("CN-") ? Provinces.numberingPlan(region) : region.substring(0, 2);
    }

    /** Empty where none is given; one that cannot be read makes the row bad. */
    static Optional<ZoneId> timezone(Cells cells, Findings findings) {
        String text = cells.plain(Column.TIMEZONE);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.indexOf('/') > 0 && !text.startsWith("Etc/") && ZONES.contains(text)) {
            return Optional.of(ZoneId.of(text));
        }
        findings.refuse(Column.TIMEZONE, Reason.UNKNOWN_CODE,
                Words.of("'%s' is not a time zone: give one such as Asia/Shanghai, not an offset",
                        "“%s”不是时区：请填写如 Asia/Shanghai，不要写时差", Text.shown(text)));
        return Optional.empty();
    }

    /** The default where none is given or it cannot be read. */
    static String language(Cells cells, String usual, Findings findings) {
        String text = cells.plain(Column.LANGUAGE);
        if (text.isEmpty()) {
            return usual;
        }
        String named = LANGUAGES.get(text);
        if (named != null) {
            return named;
        }
        try {
            Locale language = new Locale.Builder().setLanguageTag(text.replace('_', '-')).build();
            if (!language.getLanguage().isEmpty()) {
                return language.toLanguageTag();
            }
        } catch (IllformedLocaleException e) {
            // Reported below like a tag without a language.
        }
        findings.warn(Column.LANGUAGE, Reason.UNKNOWN_CODE,
                Words.of("'%s' is not a BCP 47 language such as zh-CN; %s was assumed",
                        "“%s”不是 BCP 47 语言代码（如 zh-CN）；按 %s 处理", Text.shown(text), usual));
        return usual;
    }

    private static Optional<String> coded(String code) {
        if (OWN_COUNTRY_OF_CHINA.matcher(code).matches()) {
            return Optional.of("CN-" + code);
        }
        if (!ISO_3166_2.matcher(code).matches() || !COUNTRIES.contains(code.substring(0, 2))) {
            return Optional.empty();
        }
        return code.startsWith("CN-") && !Provinces.exists(code) ? Optional.empty() : Optional.of(code);
    }
}
