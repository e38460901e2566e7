package com.callfloor.dialer.cases.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How far a file decodes strictly.
 *
 * @param valid the whole file does
 * @param line the line on which decoding stopped, from 1
 * @param beyondAscii characters beyond ASCII before that
 */
record StrictScan(boolean valid, long line, long beyondAscii) {
    private static final int CHUNK = 1 << 16;

    static StrictScan of(Path file, Encoding encoding) throws IOException {
        CharsetDecoder decoder = encoding.charset().newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
        CharBuffer chars = CharBuffer.allocate(CHUNK);
        long lines = 1;
        long beyondAscii = 0;
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(encoding.mark());
            boolean atEnd = false;
            while (!atEnd) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                atEnd = read < 0;
                bytes.position(bytes.position() + Math.max(0, read)).flip();
                CoderResult result = decoder.decode(bytes, chars, atEnd);
                chars.flip();
                while (chars.hasRemaining()) {
                    char character = chars.get();
                    lines += character == '\n' ? 1 : 0;
                    beyondAscii += character > 0x7F ? 1 : 0;
                }
                if (result.isError()) {
                    return new StrictScan(false, lines, beyondAscii);
                }
                chars.clear();
                bytes.compact();
            }
        }
        return new StrictScan(true, lines, beyondAscii);
    }
}
