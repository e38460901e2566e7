package com.callfloor.dialer.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.cases.intake.Edits;
import com.callfloor.dialer.words.Words;

/** Guesses the word that was meant. */
final class Nearest {
    private static final int MOST_EDITS = 3;

    private Nearest() {}

    /** Such as {@code ; did you mean 'stages'?}, or nothing where no word is near. */
    static String hint(String text, Collection<String> known) {
        return hintWords(text, known).en();
    }

    static Words hintWords(String text, Collection<String> known) {
        return known.stream()
                .map(word -> Map.entry(word, Edits.between(text, word)))
                .filter(guess -> guess.getValue() <= Math.min(MOST_EDITS, Math.max(1, text.length() / 2)))
                .min(Comparator.comparing(Map.Entry<String, Integer>::getValue).thenComparing(Map.Entry::getKey))
                .map(guess -> Words.of("; did you mean '%s'?", "；是否应为“%s”？", guess.getKey()))
                .orElse(Words.NOTHING);
    }

    /** The key of {@code present} that is this word but for one letter, or for letters in another order. */
    static Optional<String> slip(String word, Collection<String> present) {
        return present.stream()
                .filter(key -> Edits.between(key, word) == 1 || letters(key).equals(letters(word)))
                .findFirst();
    }

    private static List<Integer> letters(String word) {
        return word.chars().sorted().boxed().toList();
    }

}
