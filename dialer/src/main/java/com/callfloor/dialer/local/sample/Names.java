package com.callfloor.dialer.local.sample;

import java.util.List;
import java.util.random.RandomGenerator;

/** Invented people's names, from common surnames and given names. */
final class Names {
    /** The commonest first; an earlier one is picked more often. */
    private static final List<String> SURNAMES = List.of("王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙",
            "马", "朱", "胡", "郭", "何", "林", "高", "罗", "郑", "梁", "谢", "宋", "唐", "许", "韩", "邓", "冯", "曹", "彭", "曾", "肖",
            "田",
            "董", "潘", "袁", "蔡", "蒋", "余", "于", "杜", "叶", "程", "魏", "苏", "吕", "丁", "任", "卢", "姚", "沈", "钟", "姜", "崔",
            "谭",
            "陆", "范", "汪", "廖", "石", "金", "韦", "贾", "夏", "付", "方", "邹", "熊", "白", "孟", "秦", "邱", "侯", "江", "尹", "薛",
            "闫",
            "段", "雷", "欧阳", "上官", "司马", "诸葛");
    private static final List<String> GIVEN = List.of("伟", "芳", "娜", "秀英", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳",
            "杰",
            "娟", "涛", "明", "超", "秀兰", "霞", "平", "刚", "桂英", "建国", "建华", "志强", "玉兰", "晓明", "海燕", "春梅", "国强", "文杰", "雪梅",
            "志刚", "丽娟", "浩然", "子轩", "雨桐", "梓涵", "思远", "佳怡", "俊杰", "嘉欣", "宇航", "欣怡", "一鸣", "晨曦", "若曦", "文博", "天宇",
            "红梅", "永强", "小红", "凤英", "德华", "金花", "振国", "慧敏", "婷婷", "鹏飞");
    private static final List<String> RELATIONS = List.of("配偶", "父亲", "母亲", "朋友", "同事", "兄弟", "姐妹", "子女");

    private Names() {}

    static String person(RandomGenerator random) {
        int surname = (int) (SURNAMES.size() * Math.pow(random.nextDouble(), 2));
        return SURNAMES.get(surname) + pick(GIVEN, random);
    }

    static String relation(RandomGenerator random) {
        return pick(RELATIONS, random);
    }

    static <T> T pick(List<T> choices, RandomGenerator random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
