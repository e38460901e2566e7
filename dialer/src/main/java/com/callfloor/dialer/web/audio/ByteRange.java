package com.callfloor.dialer.web.audio;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What part of a content is asked for, by RFC 9110, section 14.
 *
 * <p>A Range header that is malformed, of another unit or of several ranges is ignored, as the RFC permits: the whole
 * content is a right answer to it.
 */
sealed interface ByteRange {
    Pattern SINGLE = Pattern.compile("\\s*bytes\\s*=\\s*([0-9]{0,18})\\s*-\\s*([0-9]{0,18})\\s*",
            Pattern.CASE_INSENSITIVE);

    record Whole() implements ByteRange {}

    /** Both included; within the content. */
    record Part(long first, long last) implements ByteRange {
        long length() {
            return last - first + 1;
        }
    }

    /** Begins behind the end, or asks for the last 0 bytes. */
    record Unsatisfiable() implements ByteRange {}

    /** Reads a Range header for a content of {@code size} bytes. */
    static ByteRange of(@Nullable String header, long size) {
        Optional<Matcher> single = Optional.ofNullable(header).map(SINGLE::matcher).filter(Matcher::matches);
        if (single.isEmpty()) {
            return new Whole();
        }
        String first = single.get().group(1);
        String last = single.get().group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? new Whole() : suffix(Long.parseLong(last), size);
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last);
        if (to < from) {
            return new Whole();
        }
        return from >= size ? new Unsatisfiable() : new Part(from, Math.min(to, size - 1));
    }

    private static ByteRange suffix(long length, long size) {
        return length == 0 || size == 0 ? new Unsatisfiable() : new Part(Math.max(0, size - length), size - 1);
    }
}
