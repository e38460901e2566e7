package com.callfloor.dialer.cases.intake;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what separates a text file's cells. */
final class Separator {
    private static final List<Character> CANDIDATES = List.of(',', ';', '\t');

    private Separator() {}

    /** The separator under which the header names the most known columns, then the most columns at all. */
    static char of(String header) {
        char best = ',';
        long most = -1;
        for (char candidate : CANDIDATES) {
            String[] names = header.split(Pattern.quote(String.valueOf(candidate)), -1);
            long known = Stream.of(names).filter(name -> Column.named(name).isPresent()).count();
            long score = known * header.length() + names.length;
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }
}
