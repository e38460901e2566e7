package com.callfloor.dialer.words;

import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** The same sentence, or part of one, in English and in Chinese. */
public record Words(String en, String zh) {
    public static final Words NOTHING = new Words("", "");

    /** Both with the same numbers, as {@link String#format} fills them in; words among these in their language. */
    public static Words of(String en, String zh, Object... numbers) {
        return new Words(filled(en, numbers, Words::en), filled(zh, numbers, Words::zh));
    }

    private static String filled(String pattern, Object[] numbers, Function<Words, String> language) {
        return String.format(Locale.ROOT, pattern,
                Stream.of(numbers).map(each -> each instanceof Words words ? language.apply(words) : each).toArray());
    }

    /** What comes from elsewhere, such as a name or a server's message, and has one language only. */
    public static Words same(String text) {
        return new Words(text, text);
    }

    /** {@code zh}: null where it is the same, as with {@link #same}. */
    public static Words orSame(String en, @Nullable String zh) {
        return new Words(en, zh == null ? en : zh);
    }

    public boolean isEmpty() {
        return en.isEmpty();
    }

    public Words then(Words more) {
        return new Words(en + more.en, zh + more.zh);
    }

    /** Both, as two parts of one sentence. */
    public Words and(Words more) {
        return new Words(en + "; " + more.en, zh + "；" + more.zh);
    }
}
