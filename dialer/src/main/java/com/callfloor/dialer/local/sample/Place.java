package com.callfloor.dialer.local.sample;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * A province as the sample knows it.
 *
 * @param code ISO 3166-2
 * @param weight about a million inhabitants (census of 2020)
 * @param areaCode of its capital
 * @param localDigits of a landline there
 * @param postalPrefix the first two digits of its postal codes
 */
record Place(String code, String name, int weight, String areaCode, int localDigits, String postalPrefix) {
    static final List<Place> MAINLAND = Stream.of("GD 广东 126 020 8 51", "SD 山东 102 0531 8 25", "HA 河南 99 0371 8 45",
            "JS 江苏 85 025 8 21", "SC 四川 84 028 8 61", "HE 河北 75 0311 8 05", "HN 湖南 66 0731 8 41",
            "ZJ 浙江 65 0571 8 31", "AH 安徽 61 0551 8 23", "HB 湖北 58 027 8 43", "GX 广西 50 0771 7 53",
            "YN 云南 47 0871 8 65", "JX 江西 45 0791 8 33", "LN 辽宁 43 024 8 11", "FJ 福建 42 0591 8 35",
            "SN 陕西 40 029 8 71", "GZ 贵州 39 0851 8 55", "SX 山西 35 0351 7 03", "CQ 重庆 32 023 8 40",
            "HL 黑龙江 32 0451 8 15", "XJ 新疆 26 0991 7 83", "GS 甘肃 25 0931 7 73", "SH 上海 25 021 8 20",
            "JL 吉林 24 0431 8 13", "NM 内蒙古 24 0471 7 01", "BJ 北京 22 010 8 10", "TJ 天津 14 022 8 30",
            "HI 海南 10 0898 8 57", "NX 宁夏 7 0951 7 75", "QH 青海 6 0971 7 81", "XZ 西藏 4 0891 7 85")
            .map(Place::parsed)
            .toList();

    private static final int TOTAL = MAINLAND.stream().mapToInt(Place::weight).sum();

    /** A province by its population. */
    static Place pick(RandomGenerator random) {
        int left = random.nextInt(TOTAL);
        for (Place place : MAINLAND) {
            left -= place.weight;
            if (left < 0) {
                return place;
            }
        }
        throw new IllegalStateException("weights add up to their total");
    }

    String postalCode(RandomGenerator random) {
        return postalPrefix + "%04d".formatted(random.nextInt(100) * 100);
    }

    private static Place parsed(String row) {
        String[] parts = row.split(" ", -1);
        return new Place("CN-" + parts[0], parts[1], Integer.parseInt(parts[2]), parts[3], Integer.parseInt(parts[4]),
                parts[5]);
    }
}
