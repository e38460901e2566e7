package com.callfloor.dialer.quality.speech;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.callfloor.dialer.scripts.Language;

/**
 * One side's words in the order of speaking, made alike: full width and half width, capitals, marks between words. Chinese is cut
 * into characters, since it is written without blanks; everything else into words, of which only the stem counts. A pause of more
 * than {@value #PAUSE_MS} ms ends a phrase, the end of a segment does not.
 */
final class SpokenText {
    private static final long PAUSE_MS = 2_000;
    private static final String GAP = "\u2026";
    /** Of characters in Chinese, of words elsewhere. */
    private static final int GAP_CHARACTERS = 8;
    private static final int GAP_WORDS = 4;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:'[\\p{L}]+)?");
    private static final Pattern CHARACTER = Pattern.compile("[a-z0-9]+|[\\p{L}\\p{N}]");

    private final Language language;
    private final List<Token> tokens = new ArrayList<>();

    /** {@code afterPause}: whether a pause lies before it. */
    private record Token(String stem, String said, long fromMs, long toMs, boolean afterPause) {}

    /** Where a phrase was found. */
    record Place(long fromMs, long toMs, String said) {}

    /** {@code segments}: of one side, by time. */
    SpokenText(Language language, List<Segment> segments) {
        this.language = language;
        long end = Long.MAX_VALUE;
        for (Segment segment : segments) {
            boolean pause = segment.fromMs() - PAUSE_MS > end;
            for (MatchResult word : words(segment.text())) {
                tokens.add(new Token(stem(word.group()), word.group(), moment(segment, word.start()),
                        moment(segment, word.end()), pause));
                pause = false;
            }
            end = segment.toMs();
        }
    }

    /** No engine tells the moment of each word, so one is as far into its segment as it is into its text. */
    private long moment(Segment segment, int offset) {
        int length = Math.max(1, alike(segment.text()).length());
        return segment.fromMs() + (segment.toMs() - segment.fromMs()) * Math.min(offset, length) / length;
    }

    private static String alike(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }

    private List<MatchResult> words(String text) {
        return (language == Language.ZH_CN ? CHARACTER : WORD).matcher(alike(text)).results().toList();
    }

    /** Every place where a phrase stands that begins at or before {@code lastMs}, none inside another. */
    List<Place> find(String phrase, long lastMs) {
        List<List<String>> parts = parts(phrase);
        List<Place> places = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.get(at).fromMs() > lastMs) {
                break;
            }
            Optional<Integer> end = end(parts, at);
            if (end.isPresent()) {
                places.add(place(at, end.get()));
                at = end.get() - 1;
            }
        }
        return places;
    }

    private Place place(int from, int to) {
        String between = language == Language.ZH_CN ? "" : " ";
        return new Place(tokens.get(from).fromMs(), tokens.get(to - 1).toMs(),
                String.join(between, tokens.subList(from, to).stream().map(Token::said).toList()));
    }

    private List<List<String>> parts(String phrase) {
        List<List<String>> parts = new ArrayList<>();
        // Before the marks are made alike: that would make three dots of it.
        for (String part : phrase.split(GAP, -1)) {
            List<String> stems = words(part).stream().map(word -> stem(word.group())).toList();
            if (!stems.isEmpty()) {
                parts.add(stems);
            }
        }
        return parts;
    }

    /** The token after a phrase that begins at {@code from}. */
    private Optional<Integer> end(List<List<String>> parts, int from) {
        int at = from;
        int gap = 0;
        for (List<String> part : parts) {
            Optional<Integer> next = next(part, at, gap, from);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            at = next.get() + part.size();
            gap = language == Language.ZH_CN ? GAP_CHARACTERS : GAP_WORDS;
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(at);
    }

    private Optional<Integer> next(List<String> part, int from, int gap, int begin) {
        for (int at = from; at <= from + gap && at + part.size() <= tokens.size(); at++) {
            if (stands(part, at, begin)) {
                return Optional.of(at);
            }
            if (at > begin && tokens.get(at).afterPause()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean stands(List<String> part, int at, int begin) {
        for (int i = 0; i < part.size(); i++) {
            Token token = tokens.get(at + i);
            if (!token.stem().equals(part.get(i)) || (at + i > begin && token.afterPause())) {
                return false;
            }
        }
        return true;
    }

    /** Crude and the same for phrase and speech, which is all that it must be. */
    private String stem(String word) {
        if (language == Language.ZH_CN) {
            return word;
        }
        String stem = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
        if (stem.endsWith("ies") && stem.length() > 4) {
            stem = stem.substring(0, stem.length() - 3) + "y";
        } else if (stem.endsWith("ing") && stem.length() > 5) {
            stem = stem.substring(0, stem.length() - 3);
        } else if ((stem.endsWith("ed") || stem.endsWith("es")) && stem.length() > 4) {
            stem = stem.substring(0, stem.length() - 2);
        } else if (stem.endsWith("s") && !stem.endsWith("ss") && stem.length() > 3) {
            stem = stem.substring(0, stem.length() - 1);
        }
        if (stem.endsWith("e") && stem.length() > 3) {
            stem = stem.substring(0, stem.length() - 1);
        }
        int last = stem.length() - 1;
        return last > 1 && stem.charAt(last) == stem.charAt(last - 1) ? stem.substring(0, last) : stem;
    }
}
