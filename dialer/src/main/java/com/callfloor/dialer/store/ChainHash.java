package com.callfloor.dialer.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/** The hash of a chain's entry. */
final class ChainHash {
    /** What the first entry stands on. */
    static final String BEGINNING = "0".repeat(64);

    private ChainHash() {}

    /** Each part with its length before it: no two entries can run together into the same bytes. */
    static String of(@Nullable Object... parts) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (Object part : parts) {
                if (part == null) {
                    out.writeInt(-1);
                } else {
                    byte[] text = part.toString().getBytes(StandardCharsets.UTF_8);
                    out.writeInt(text.length);
                    out.write(text);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Hash.of(bytes.toByteArray());
    }
}
