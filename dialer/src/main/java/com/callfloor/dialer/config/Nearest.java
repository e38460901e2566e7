package com.callfloor.dialer.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Guesses the word that was meant. */
final class Nearest {
    private static final int MOST_EDITS = 3;

    private Nearest() {}

    /** Such as {@code ; did you mean 'stages'?}, or nothing where no word is near. */
    static String hint(String text, Collection<String> known) {
        return known.stream()
                .map(word -> Map.entry(word, edits(text, word)))
                .filter(guess -> guess.getValue() <= Math.min(MOST_EDITS, Math.max(1, text.length() / 2)))
                .min(Comparator.comparing(Map.Entry<String, Integer>::getValue).thenComparing(Map.Entry::getKey))
                .map(guess -> "; did you mean '" + guess.getKey() + "'?")
                .orElse("");
    }

    /** The key of {@code present} that is this word but for one letter, or for letters in another order. */
    static Optional<String> slip(String word, Collection<String> present) {
        return present.stream().filter(key -> edits(key, word) == 1 || letters(key).equals(letters(word))).findFirst();
    }

    private static List<Integer> letters(String word) {
        return word.chars().sorted().boxed().toList();
    }

    private static int edits(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int column = 0; column < above.length; column++) {
            above[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] current = new int[above.length];
            current[0] = row;
            for (int column = 1; column < above.length; column++) {
                int replaced = above[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(above[column], current[column - 1]));
            }
            above = current;
        }
        return above[other.length()];
    }
}
