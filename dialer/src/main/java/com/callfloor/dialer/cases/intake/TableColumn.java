package com.callfloor.dialer.cases.intake;

import java.util.ArrayList;
import java.util.List;

/**
 * A column of a lender's file that does not hold cases.
 *
 * @param names under which the header may have it, the English one first; compared as those of {@link Column}
 * @param required a file without it is refused
 */
public record TableColumn(List<String> names, boolean required) {
    public TableColumn {
        names = List.copyOf(names);
    }

    public static TableColumn required(String english, String... others) {
        return new TableColumn(names(english, others), true);
    }

    public static TableColumn optional(String english, String... others) {
        return new TableColumn(names(english, others), false);
    }

    public String english() {
        return names.getFirst();
    }

    private static List<String> names(String english, String... others) {
        List<String> names = new ArrayList<>(List.of(english));
        names.addAll(List.of(others));
        return names;
    }
}
