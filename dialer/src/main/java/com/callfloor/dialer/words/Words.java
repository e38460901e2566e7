package com.callfloor.dialer.words;

import java.util.Locale;

/** The same sentence, or part of one, in English and in Chinese. */
public record Words(String en, String zh) {
    /** Both with the same numbers, as {@link String#format} fills them in. */
    public static Words of(String en, String zh, Object... numbers) {
        return new Words(filled(en, numbers), filled(zh, numbers));
    }

    private static String filled(String pattern, Object[] numbers) {
        return String.format(Locale.ROOT, pattern, numbers);
    }

    /** What comes from elsewhere, such as a name or a server's message, and has one language only. */
    public static Words same(String text) {
        return new Words(text, text);
    }

    public Words then(Words more) {
        return new Words(en + more.en, zh + more.zh);
    }

    /** Both, as two parts of one sentence. */
    public Words and(Words more) {
        return new Words(en + "; " + more.en, zh + "；" + more.zh);
    }
}
