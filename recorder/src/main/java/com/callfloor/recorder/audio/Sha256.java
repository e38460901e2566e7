package com.callfloor.recorder.audio;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as the house writes it: lower-case hex. */
public final class Sha256 {
    private Sha256() {}

    /** The hash of all that is left in the stream; does not close it. */
    public static String of(InputStream in) throws IOException {
        DigestInputStream hashed = new DigestInputStream(in, newDigest());
        hashed.transferTo(OutputStream.nullOutputStream());
        return hex(hashed.getMessageDigest());
    }

    /** A fresh digest, for one stream. */
    public static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform must have SHA-256", e);
        }
    }

    /** The digest's value in hex; resets it. */
    public static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
