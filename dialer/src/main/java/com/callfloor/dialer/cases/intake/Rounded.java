package com.callfloor.dialer.cases.intake;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whole numbers that went through a spreadsheet or a program that took them for fractions. */
final class Rounded {
    private static final Pattern SCIENTIFIC = Pattern.compile("([0-9](?:\\.([0-9]{1,14}))?)[Ee]\\+?([0-9]{1,2})");
    /** What pandas and its like make of a column of numbers with gaps; the zero is no digit of the number. */
    private static final Pattern FLOAT = Pattern.compile("([0-9]{1,15})\\.0+");

    private Rounded() {}

    /** The number if all its digits are there: {@code 13800001234.0}, {@code 1.3800001234E+10}; not {@code 1.38E+10}. */
    static Optional<String> whole(String text) {
        Matcher asFloat = FLOAT.matcher(text);
        if (asFloat.matches()) {
            return Optional.of(asFloat.group(1));
        }
        Matcher scientific = SCIENTIFIC.matcher(text);
        if (scientific.matches() && scientific.group(2) != null
                && scientific.group(2).length() == Integer.parseInt(scientific.group(3))) {
            return Optional.of(new BigDecimal(scientific.group(1))
                    .movePointRight(scientific.group(2).length())
                    .toPlainString());
        }
        return Optional.empty();
    }

    /** Digits that are gone: {@code 1.38E+10}. */
    static boolean lost(String text) {
        return text.indexOf('+') != 0 && text.matches("[0-9](\\.[0-9]+)?[Ee]\\+?[0-9]{1,3}") && whole(text).isEmpty();
    }
}
