package com.callfloor.dialer.quality.sampling;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Draws calls of each agent by chance, without replacement, the weightier ones more often. A pure function of the seed and the
 * candidates: whoever has both draws the same, on any machine.
 *
 * <p>Efraimidis and Spirakis, Weighted random sampling with a reservoir, Information Processing Letters 97 (2006): each candidate
 * gets the key {@code u^(1/w)} with {@code u} uniform in (0, 1), and the largest keys are drawn. Here {@code u} is made of the
 * HMAC-SHA256 of the call's id under the seed, so it hangs on no order and on no generator's state, and {@code -ln(u) / w} is
 * compared instead, which orders the other way round and loses nothing to rounding where weights are large.
 */
public final class Drawing {
    private static final double TO_UNIT = 0x1.0p-52;

    private Drawing() {}

    /**
     * The calls drawn, by agent and then in the order of drawing.
     *
     * @param seed any text
     * @param perAgent how many of each agent's, or all where there are fewer
     */
    public static List<Candidate> draw(String seed, Candidates candidates, int perAgent) {
        Map<Long, List<Keyed>> byAgent = new TreeMap<>();
        Mac mac = mac(seed);
        for (Candidate each : candidates.all()) {
            byAgent.computeIfAbsent(each.agent(), agent -> new ArrayList<>())
                    .add(new Keyed(-StrictMath.log(uniform(mac, each)) / each.weight(), each));
        }
        List<Candidate> drawn = new ArrayList<>();
        for (List<Keyed> ofOne : byAgent.values()) {
            ofOne.stream()
                    .sorted(Comparator.comparingDouble(Keyed::key).thenComparing(keyed -> keyed.candidate().call()))
                    .limit(perAgent)
                    .forEach(keyed -> drawn.add(keyed.candidate()));
        }
        return drawn;
    }

    private record Keyed(double key, Candidate candidate) {}

    /** Above 0 and below 1: the upper 52 bits and half a step, which a double holds exactly. */
    private static double uniform(Mac mac, Candidate candidate) {
        byte[] digest = mac.doFinal(candidate.call().toString().getBytes(StandardCharsets.US_ASCII));
        return ((ByteBuffer.wrap(digest).getLong() >>> 12) + 0.5) * TO_UNIT;
    }

    private static Mac mac(String seed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(seed.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
