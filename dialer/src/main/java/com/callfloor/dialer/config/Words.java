package com.callfloor.dialer.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The words that files use for constants: lower case, joined by underscores. */
final class Words {
    private Words() {}

    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Finds the constant; the message of the exception names all that are known. */
    static <E extends Enum<E>> E constant(E[] known, String text, String key) {
        return Arrays.stream(known)
                .filter(each -> code(each).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(key + ": '" + text + "' is not one of "
                        + Arrays.stream(known).map(Words::code).collect(Collectors.joining(", "))));
    }
}
