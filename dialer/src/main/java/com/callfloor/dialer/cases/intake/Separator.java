package com.callfloor.dialer.cases.intake;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what separates a text file's cells. */
final class Separator {
    private static final List<Character> CANDIDATES = List.of(',', ';', '\t', '|');

    private Separator() {}

    /** The separator under which the header names the most known columns, then the most columns at all. */
    static char of(String header) {
        char best = ',';
        long most = -1;
        for (char candidate : CANDIDATES) {
            long score = known(header, candidate) * header.length() + cells(header, candidate).length;
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    /** How much a line looks like the header: the most known columns that it names under any separator. */
    static long likeness(String line) {
        return CANDIDATES.stream().mapToLong(candidate -> known(line, candidate)).max().orElse(0);
    }

    private static long known(String header, char candidate) {
        return Stream.of(cells(header, candidate)).filter(name -> Column.meant(name).isPresent()).count();
    }

    private static String[] cells(String line, char candidate) {
        return line.split(Pattern.quote(String.valueOf(candidate)), -1);
    }
}
