package com.callfloor.dialer.messages;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.callfloor.dialer.scripts.Language;

/** How people say that they want no more messages, and how they are told that they can. */
public final class OptOutWords {
    private static final Set<String> STOP = Set.of("stop", "stopall", "unsubscribe", "cancel", "end", "quit", "revoke",
            "optout", "opt out", "td", "t", "退订", "退定", "拒收", "停止");

    private static final List<String> BEGINNINGS = List.of("stop text", "stop messag", "stop sending", "stop e-mail",
            "stop email", "please stop text", "please stop messag", "please stop sending", "unsubscribe me", "不要再发",
            "别再发", "请勿再发", "请不要再发", "请退订");

    private OptOutWords() {}

    /**
     * Whether an answer asks for no more. Its first line counts: below it an e-mail repeats what it answers, and a signature
     * follows. A word within a longer line is for people to read.
     */
    public static boolean in(String answer) {
        String line = answer.strip().lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
        String plain = line.replaceAll("^[\\p{Punct}“”]+|[\\p{Punct}。！，“”]+$", "").strip();
        return STOP.contains(plain) || BEGINNINGS.stream().anyMatch(plain::startsWith);
    }

    /** What a message says about it. */
    public static String offered(Language language) {
        return switch (language) {
            case ZH_CN -> "回复“退订”不再接收";
            case EN -> "Answer STOP to get no more of these";
        };
    }
}
