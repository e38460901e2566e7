package com.callfloor.dialer.pbx;

import java.io.IOException;
import java.io.Reader;

import org.jspecify.annotations.Nullable;

/**
 * Reads lines that end with CR LF and with nothing else: a lone LF belongs to a value, and taking it for an end would
 * let a value pose as a header. Not thread-safe.
 */
final class CrLfReader {
    private static final int LONGEST_LINE = 64 * 1024;

    private static final int BUFFER = 16 * 1024;

    private final Reader reader;
    private final char[] buffer = new char[BUFFER];
    private final StringBuilder begun = new StringBuilder();
    private int from;
    private int end;

    CrLfReader(Reader reader) {
        this.reader = reader;
    }

    /**
     * The next line without its end.
     *
     * @return null at the end of the stream; a line that the end cut off is dropped
     * @throws IOException also for a line of more than 64 Ki characters: then this is no AMI
     */
    @Nullable
    String next() throws IOException {
        begun.setLength(0);
        while (from < end || fill()) {
            int feed = feed();
            if (feed < 0) {
                begin(end);
            } else if (feed > from ? buffer[feed - 1] == '\r' : endsWithReturn()) {
                return endAt(feed);
            } else {
                begin(feed + 1);
            }
        }
        return null;
    }

    private boolean fill() throws IOException {
        from = 0;
        end = Math.max(0, reader.read(buffer, 0, BUFFER));
        return end > 0;
    }

    /** Where the next LF is, or -1. */
    private int feed() {
        for (int i = from; i < end; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private boolean endsWithReturn() {
        return !begun.isEmpty() && begun.charAt(begun.length() - 1) == '\r';
    }

    private String endAt(int feed) throws IOException {
        String line;
        if (begun.isEmpty()) {
            line = new String(buffer, from, feed - 1 - from);
            from = feed + 1;
        } else {
            begin(feed);
            from = feed + 1;
            line = begun.substring(0, begun.length() - 1);
        }
        return line;
    }

    /** Takes what is before {@code to} for a part of a line that goes on. */
    private void begin(int to) throws IOException {
        if (begun.length() + to - from > LONGEST_LINE) {
            throw new IOException(
                    "a line of more than " + LONGEST_LINE + " characters: is this port a manager port?");
        }
        begun.append(buffer, from, to - from);
        from = to;
    }
}
