package com.callfloor.dialer.strategy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.callfloor.dialer.cases.DebtorId;
import org.jspecify.annotations.Nullable;

/**
 * Ways of treating people, compared fairly: chance decides who is treated how, and a person is treated in one way only, about
 * all of their cases that the experiment takes.
 *
 * @param name    one word; who was assigned under it stays so, whatever else is changed
 * @param lenders whose cases it takes; empty: any lender's
 * @param start   the first day of the floor
 * @param end     the last one; fixed before it starts, since who stops when the figures please finds what is not there
 * @param seed    key of the assignment, any text
 * @param arms    two or more; the others are compared with the first
 */
public record Experiment(String name, Set<String> lenders, LocalDate start, LocalDate end, String seed,
        List<Arm> arms) {
    private static final int MOST_ARMS = 6;

    /**
     * Checks what can be checked without the rest of the configuration.
     *
     * @throws IllegalArgumentException saying what is wrong and how to mend it
     */
    public Experiment {
        lenders = Set.copyOf(lenders);
        arms = List.copyOf(arms);
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("it ends on " + end + ", before it starts; end must be " + start
                    + " or later");
        }
        if (arms.size() < 2 || arms.size() > MOST_ARMS) {
            throw new IllegalArgumentException("it has " + arms.size() + " arms; a comparison needs 2 to " + MOST_ARMS);
        }
        Set<String> names = new HashSet<>();
        for (Arm arm : arms) {
            if (!names.add(arm.name())) {
                throw new IllegalArgumentException("two arms are called '" + arm.name() + "'; rename one");
            }
        }
    }

    /** Whether it is about a lender's cases on a day. */
    public boolean takes(@Nullable String lender, LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(end)
                && (lenders.isEmpty() || (lender != null && lenders.contains(lender)));
    }

    /** Whether a case could be in both on some day. */
    boolean meets(Experiment other) {
        return !end.isBefore(other.start) && !other.end.isBefore(start)
                && (lenders.isEmpty() || other.lenders.isEmpty() || lenders.stream().anyMatch(other.lenders::contains));
    }

    public Optional<Arm> arm(String wanted) {
        return arms.stream().filter(arm -> arm.name().equals(wanted)).findFirst();
    }

    /** What a person gets under these weights who has not been assigned yet: the same on every node and at every time. */
    public Arm draw(DebtorId debtor) {
        long ticket = Math.floorMod(hash(debtor), (long) totalWeight());
        for (Arm arm : arms) {
            ticket -= arm.weight();
            if (ticket < 0) {
                return arm;
            }
        }
        throw new IllegalStateException("a ticket beyond the sum of all weights");
    }

    private int totalWeight() {
        return arms.stream().mapToInt(Arm::weight).sum();
    }

    /** Of 64 bits: taken modulo a sum of weights, no arm gains more than one person in 10^15. */
    private long hash(DebtorId debtor) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            // Lengths first, so that no two pairs of seed and name are one text.
            sha.update(ByteBuffer.allocate(8).putInt(seed.length()).putInt(name.length()).array());
            sha.update((seed + name).getBytes(StandardCharsets.UTF_8));
            sha.update(ByteBuffer.allocate(8).putLong(debtor.value()).array());
            return ByteBuffer.wrap(sha.digest()).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Every arm with its weight, as it is noted with each person who is assigned under them: {@code usual=1,soft=1}. */
    public String weights() {
        return arms.stream().map(arm -> arm.name() + "=" + arm.weight()).collect(Collectors.joining(","));
    }

    /** What part of the people each arm was to get under weights that {@link #weights} wrote. */
    public static Map<String, Double> shares(String weights) {
        Map<String, Integer> parts = new HashMap<>();
        for (String part : weights.split(",", -1)) {
            int end = part.indexOf('=');
            parts.put(part.substring(0, end), Integer.parseInt(part.substring(end + 1)));
        }
        double whole = parts.values().stream().mapToInt(Integer::intValue).sum();
        Map<String, Double> shares = new HashMap<>();
        parts.forEach((arm, weight) -> shares.put(arm, weight / whole));
        return shares;
    }

    /** A person's place in an experiment. */
    public record Assignment(Experiment experiment, Arm arm) {}
}
