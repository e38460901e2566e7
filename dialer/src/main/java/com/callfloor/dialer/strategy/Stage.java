package com.callfloor.dialer.strategy;

import java.util.Locale;
import java.util.Optional;

import com.callfloor.dialer.words.Words;

/** How far the collection of a case has come, in the order in which cases go through it. */
public enum Stage {
    REMINDER("提醒"), EARLY("早期"), MIDDLE("中期"), LATE("后期"), PRE_LEGAL("诉前");

    private final String chinese;

    Stage(String chinese) {
        this.chinese = chinese;
    }

    /** The stage's one name in files, API and console. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For people, in Chinese as the console calls it. */
    public Words words() {
        return new Words(code(), chinese);
    }

    public static Optional<Stage> ofCode(String code) {
        for (Stage stage : values()) {
            if (stage.code().equals(code)) {
                return Optional.of(stage);
            }
        }
        return Optional.empty();
    }
}
