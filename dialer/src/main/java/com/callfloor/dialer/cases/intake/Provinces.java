package com.callfloor.dialer.cases.intake;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** China's 34 divisions of the first level, by code and by name. */
final class Provinces {
    private static final Map<String, String> CODE_BY_NAME = Stream.of("北京 BJ", "天津 TJ", "河北 HE", "山西 SX", "内蒙古 NM",
            "辽宁 LN", "吉林 JL", "黑龙江 HL", "上海 SH", "江苏 JS", "浙江 ZJ", "安徽 AH", "福建 FJ", "江西 JX", "山东 SD", "河南 HA",
            "湖北 HB", "湖南 HN", "广东 GD", "广西 GX", "海南 HI", "重庆 CQ", "四川 SC", "贵州 GZ", "云南 YN", "西藏 XZ", "陕西 SN",
            "甘肃 GS", "青海 QH", "宁夏 NX", "新疆 XJ", "台湾 TW", "香港 HK", "澳门 MO")
            .map(entry -> entry.split(" ", -1))
            .collect(Collectors.toUnmodifiableMap(entry -> entry[0], entry -> "CN-" + entry[1]));

    /** The name, its suffix, and behind a suffix whatever lies within: 广东省深圳市. Without a suffix nothing may follow. */
    private static final Pattern NAMED = Pattern
            .compile("(" + CODE_BY_NAME.keySet().stream().sorted().collect(Collectors.joining("|"))
                    + ")(?:(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|省|市).*)?");

    private static final Map<String, String> NAME_BY_CODE = CODE_BY_NAME.entrySet()
            .stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    /** Each has telephone numbers of its own. */
    private static final Map<String, String> DIALED_AS_A_COUNTRY = Stream.of("HK", "MO", "TW")
            .collect(Collectors.toUnmodifiableMap(country -> "CN-" + country, Function.identity()));

    private Provinces() {}

    static boolean exists(String code) {
        return NAME_BY_CODE.containsKey(code);
    }

    /** The code of a province by its Chinese name, with or without what it is and what lies in it. */
    static Optional<String> named(String text) {
        Matcher name = NAMED.matcher(text);
        return name.matches() ? Optional.ofNullable(CODE_BY_NAME.get(name.group(1))) : Optional.empty();
    }

    /** The ISO 3166-1 country whose numbering plan holds in a region of China. */
    static String numberingPlan(String code) {
        return DIALED_AS_A_COUNTRY.getOrDefault(code, "CN");
    }
}
