package com.callfloor.dialer.idempotency;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A write that its sender gave a key.
 *
 * @param user who sends it; keys of different users have nothing to do with each other
 * @param key 1 to 255 visible ASCII characters
 * @param fingerprint SHA-256 of method, address and body, in lower-case hexadecimal digits
 * @param at by the real clock
 */
public record KeyedRequest(long user, String key, String fingerprint, Instant at) {
    private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    /** @throws IllegalArgumentException if the key or the fingerprint is none */
    public KeyedRequest {
        if (!isKey(key)) {
            throw new IllegalArgumentException("a key has 1 to 255 visible ASCII characters");
        }
        if (!SHA_256.matcher(fingerprint).matches()) {
            throw new IllegalArgumentException("a fingerprint is a SHA-256 in lower-case hexadecimal digits");
        }
    }

    public static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }
}
