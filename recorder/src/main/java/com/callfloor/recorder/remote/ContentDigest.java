package com.callfloor.recorder.remote;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code Content-Digest} header of RFC 9530, as far as SHA-256 goes. */
public final class ContentDigest {
    public static final String HEADER = "Content-Digest";

    private static final Pattern SHA_256 = Pattern.compile("(?:^|,)\\s*sha-256=:([A-Za-z0-9+/]{43}=):\\s*(?:,|$)");

    private ContentDigest() {}

    /** The header's value for a hash in lower-case hex. */
    public static String ofSha256(String hex) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex)) + ":";
    }

    /** The SHA-256 in lower-case hex; empty if the header's value has none. */
    public static Optional<String> sha256In(String value) {
        Matcher found = SHA_256.matcher(value);
        return found.find()
                ? Optional.of(HexFormat.of().formatHex(Base64.getDecoder().decode(found.group(1))))
                : Optional.empty();
    }
}
