package com.callfloor.dialer.quality.sampling;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.callfloor.dialer.calls.AttemptId;

/** All that a sample was drawn from, ordered by call, and the one text that this is kept as. */
public record Candidates(List<Candidate> all) {
    public Candidates {
        all = all.stream().sorted(Comparator.comparing(Candidate::call)).toList();
    }

    /** A line each: call, agent, weight, reasons (between commas, {@code -} for none). */
    public String text() {
        return all.stream()
                .map(each -> each.call() + " " + each.agent() + " " + each.weight() + " " + codes(each.reasons())
                        + "\n")
                .collect(Collectors.joining());
    }

    /** SHA-256 of {@link #text}, in lower-case hexadecimal digits. */
    public String sha256() {
        return sha256(text());
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Reads what {@link #text} wrote. */
    public static Candidates parse(String text) {
        return new Candidates(text.lines().map(Candidates::line).toList());
    }

    private static Candidate line(String line) {
        String[] parts = line.split(" ", 4);
        return new Candidate(AttemptId.parse(parts[0]).orElseThrow(), Long.parseLong(parts[1]),
                Integer.parseInt(parts[2]), reasons(parts[3]));
    }

    /** The reasons as one word. */
    public static String codes(Set<Risk> reasons) {
        return reasons.isEmpty() ? "-" : reasons.stream().map(Risk::code).collect(Collectors.joining(","));
    }

    /** Reads what {@link #codes} wrote. */
    public static Set<Risk> reasons(String codes) {
        Set<Risk> reasons = EnumSet.noneOf(Risk.class);
        if (!codes.equals("-")) {
            for (String code : codes.split(",", -1)) {
                reasons.add(Risk.ofCode(code).orElseThrow());
            }
        }
        return reasons;
    }
}
