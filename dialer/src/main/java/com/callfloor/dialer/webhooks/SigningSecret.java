package com.callfloor.dialer.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a receiver and the floor both know, so that the receiver can tell the floor's messages from others. Signs as the
 * Standard Webhooks specification has it: HMAC-SHA256 over {@code id.seconds.body}.
 */
public final class SigningSecret {
    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    private final byte[] key;

    private SigningSecret(byte[] key) {
        this.key = key;
    }

    /**
     * Reads {@code whsec_} and 24 to 64 bytes in Base64.
     *
     * @throws IllegalArgumentException how it should look; never the secret itself
     */
    public static SigningSecret parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a webhook's secret begins with " + PREFIX + "; make one with: echo "
                    + PREFIX + "$(openssl rand -base64 32)");
        }
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("what follows " + PREFIX + " in a webhook's secret must be Base64");
        }
        if (key.length < SHORTEST || key.length > LONGEST) {
            throw new IllegalArgumentException(
                    "what follows whsec_ in a webhook's secret has " + SHORTEST + " to " + LONGEST
                            + " bytes in Base64, not " + key.length);
        }
        return new SigningSecret(key);
    }

    /** One signature, such as {@code v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=}. */
    public String sign(String messageId, Instant at, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] sum = mac
                    .doFinal((messageId + "." + at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8));
            return VERSION + Base64.getEncoder().encodeToString(sum);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** The signatures of all of them: while a secret is replaced by another, either proves a message. */
    public static String signAll(List<SigningSecret> secrets, String messageId, Instant at, String body) {
        return secrets.stream().map(secret -> secret.sign(messageId, at, body)).collect(Collectors.joining(" "));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "a signing secret";
    }
}
