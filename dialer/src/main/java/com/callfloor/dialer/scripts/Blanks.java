package com.callfloor.dialer.scripts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The variables in a text: finding and filling them. */
public final class Blanks {
    private static final Pattern BLANK = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern MARKUP = Pattern.compile("([\\\\`*_\\[\\]<>#|])");

    private Blanks() {}

    /** What stands in braces, known or not. */
    public static List<String> in(String text) {
        return BLANK.matcher(text).results().map(match -> match.group(1)).toList();
    }

    /**
     * Fills a Markdown text. A value comes from a lender's file: what would be markup in it is escaped, and it stays in its line.
     *
     * @throws IllegalArgumentException if there is no value for a variable
     */
    public static String fill(String text, Map<Variable, String> values) {
        return BLANK.matcher(text).replaceAll(match -> Matcher.quoteReplacement(escaped(value(match, lookUp(values)))));
    }

    /** The same for a text that is read as it is. */
    public static String fillPlain(String text, Map<Variable, String> values) {
        return fillPlain(text, lookUp(values));
    }

    /** The same with variables of another list, by what stands in the braces. */
    public static String fillPlain(String text, Function<String, Optional<String>> values) {
        return BLANK.matcher(text).replaceAll(match -> Matcher.quoteReplacement(oneLine(value(match, values))));
    }

    private static Function<String, Optional<String>> lookUp(Map<Variable, String> values) {
        return code -> Variable.ofCode(code).flatMap(variable -> Optional.ofNullable(values.get(variable)));
    }

    private static String value(MatchResult match, Function<String, Optional<String>> values) {
        return values.apply(match.group(1))
                .orElseThrow(() -> new IllegalArgumentException("no value for {" + match.group(1) + "}"));
    }

    private static String escaped(String value) {
        return MARKUP.matcher(oneLine(value)).replaceAll("\\\\$1");
    }

    private static String oneLine(String value) {
        return value.replaceAll("\\p{Cntrl}+", " ");
    }
}
