package com.callfloor.dialer.web.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a body, piece by piece. For one thread. */
public final class BodyHash {
    private final MessageDigest digest;

    public BodyHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public BodyHash add(byte[] piece) {
        digest.update(piece);
        return this;
    }

    /** In lower-case hexadecimal digits; ends the hash. */
    public String text() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
