package com.callfloor.dialer.rules.history;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Finds a constant by the word that files and the API use for it. */
final class Codes {
    private Codes() {}

    static <E> Optional<E> find(E[] constants, Function<E, String> code, String wanted) {
        return Arrays.stream(constants).filter(each -> code.apply(each).equals(wanted)).findFirst();
    }
}
