package com.callfloor.dialer.effect;

import java.util.Locale;

/** What happened to a person in an experiment, once or more often. */
public enum PersonOutcome {
    /** The person themselves was talked to. */
    REACHED("reached", "联系到本人"), PROMISED("promised to pay", "承诺还款"),
    /** A promise made in the experiment was kept. */
    KEPT("kept a promise", "履行承诺"),
    /** More was paid than taken back. */
    PAID("paid", "已还款"), COMPLAINED("complained", "投诉");

    private final String words;
    private final String chinese;

    PersonOutcome(String words, String chinese) {
        this.words = words;
        this.chinese = chinese;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String words() {
        return words;
    }

    String chinese() {
        return chinese;
    }
}
