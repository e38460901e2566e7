package com.callfloor.dialer.staff;

import java.util.Locale;

import com.callfloor.dialer.words.Words;

/** What a person or a program may do; one role each. */
public enum Role {
    AGENT("坐席"), SUPERVISOR("班长"), QA("质检"), ADMINISTRATOR("管理员"), AUDITOR("审计"),
    /** A program with a bearer token. */
    INTEGRATION("程序");

    private final String chinese;

    Role(String chinese) {
        this.chinese = chinese;
    }

    /** The role's one name in SQL, API and console. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For people, in Chinese as the console calls it. */
    public Words words() {
        return new Words(code(), chinese);
    }

    public static Role ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
