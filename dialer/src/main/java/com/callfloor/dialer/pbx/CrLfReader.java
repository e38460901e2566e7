package com.callfloor.dialer.pbx;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

import org.jspecify.annotations.Nullable;

/**
 * Reads lines that end with CR LF and with nothing else: a lone LF belongs to a value, and taking it for an end would
 * let a value pose as a header. Not thread-safe.
 */
final class CrLfReader {
    private static final int LONGEST_LINE = 64 * 1024;

    private final BufferedReader reader;
    private final StringBuilder line = new StringBuilder();

    CrLfReader(Reader reader) {
        this.reader = new BufferedReader(reader);
    }

    /**
     * The next line without its end.
     *
     * @return null at the end of the stream; a line that the end cut off is dropped
     * @throws IOException also for a line of more than 64 Ki characters: then this is no AMI
     */
    @Nullable
    String next() throws IOException {
        line.setLength(0);
        int c;
        while ((c = reader.read()) >= 0) {
            int length = line.length();
            if (c == '\n' && length > 0 && line.charAt(length - 1) == '\r') {
                return line.substring(0, length - 1);
            }
            if (length >= LONGEST_LINE) {
                throw new IOException(
                        "a line of more than " + LONGEST_LINE + " characters: is this port a manager port?");
            }
            line.append((char) c);
        }
        return null;
    }
}
