package com.callfloor.dialer.messages;

import java.util.Locale;
import java.util.Set;

import com.callfloor.dialer.scripts.Language;

/** How people say that they want no more messages, and how they are told that they can. */
public final class OptOutWords {
    private static final Set<String> STOP = Set.of("stop", "stopall", "unsubscribe", "cancel", "end", "quit", "revoke",
            "optout", "opt out", "td", "t", "退订", "退定", "拒收", "停止");

    private OptOutWords() {}

    /** Whether an answer asks for no more; a word within a longer answer is for people to read. */
    public static boolean in(String answer) {
        String plain = answer.strip().toLowerCase(Locale.ROOT).replaceAll("[\\p{Punct}。！，“”]+$", "").strip();
        return STOP.contains(plain);
    }

    /** What a message says about it. */
    public static String offered(Language language) {
        return switch (language) {
            case ZH_CN -> "回复“退订”不再接收";
            case EN -> "Answer STOP to get no more of these";
        };
    }
}
