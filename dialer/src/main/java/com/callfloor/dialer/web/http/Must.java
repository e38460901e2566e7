package com.callfloor.dialer.web.http;

import java.util.Collection;

import com.callfloor.dialer.words.Words;

/** What a field or a parameter must be, in both languages: what several parts of the API ask for. */
public final class Must {
    public static final Words BE_GIVEN = new Words("must be given", "不能为空");
    public static final Words BE_A_FLAG = new Words("must be true or false", "须为 true 或 false");
    public static final Words BE_AN_INSTANT = new Words("must be an instant such as 2026-11-24T08:00:00Z",
            "须为时刻，例如 2026-11-24T08:00:00Z");
    public static final Words BE_A_DAY = new Words("must be a day such as 2026-11-24", "须为日期，例如 2026-11-24");
    public static final Words BE_A_PHONE_NUMBER = new Words(
            "must be a whole telephone number such as +8613800138000", "须为完整的电话号码，例如 +8613800138000");
    public static final Words BE_AN_EXTENSION = new Words("must be 2 to 10 digits, such as 1001",
            "须为 2 至 10 位数字，例如 1001");
    public static final Words BE_AN_AGENT = new Words("must be an agent's id", "须为坐席编号");
    public static final Words BE_A_RECORDING = new Words("must be a recording's id", "须为录音编号");
    public static final Words BE_A_CARD = new Words("is none of GET /api/quality/cards", "没有这张评分卡");
    public static final Words SAY_WHY = new Words("must say why, for whoever asks later", "请填写原因，供日后查询");

    private Must() {}

    public static Words beOneOf(Collection<String> codes) {
        String all = String.join(", ", codes);
        return Words.of("must be one of %s", "须为以下之一：%s", all);
    }

    /** A text of 1 to {@code longest} characters. */
    public static Words beText(int longest) {
        return Words.of("must be a text of 1 to %d characters", "须为 1 至 %d 个字符的文字", longest);
    }

    public static Words beTextOfAtMost(int longest) {
        return Words.of("must be a text of at most %d characters", "须为最多 %d 个字符的文字", longest);
    }

    public static Words haveAtMost(int characters) {
        return Words.of("must have at most %d characters", "最多 %d 个字符", characters);
    }

    public static Words beWhole(long least, long most) {
        return Words.of("must be a whole number from %d to %d", "须为 %d 至 %d 的整数", least, most);
    }

    public static Words beObjects(int most) {
        return Words.of("must be a list of 1 to %d objects { ... }", "须为 1 至 %d 个对象 { ... } 的列表", most);
    }

    public static Words beTexts(int most, int longest) {
        return Words.of("must be a list of at most %d texts of 1 to %d characters", "须为列表，最多 %d 项，每项 1 至 %d 个字符",
                most, longest);
    }
}
