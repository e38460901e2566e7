package com.callfloor.dialer.calls;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import static com.callfloor.dialer.calls.Outcome.BUSY;
import static com.callfloor.dialer.calls.Outcome.CONGESTION;
import static com.callfloor.dialer.calls.Outcome.FAILED;
import static com.callfloor.dialer.calls.Outcome.INVALID;
import static com.callfloor.dialer.calls.Outcome.NO_ANSWER;
import static com.callfloor.dialer.calls.Outcome.REJECTED;

/**
 * What a call that nobody answered ended as, by its Q.850 cause and what was heard of it. {@code config/causes.md} is this
 * table in words; a test holds the two against each other.
 *
 * <p>A phone that rang, or may have, is never tried again as soon as one that the network kept from ringing: whatever the
 * cause, it is a call that was not answered. Only the called side's own word (busy, rejected) says more.
 *
 * <p>Source: ITU-T Q.850, section 2.2.7.
 */
public final class CauseTable {
    private static final List<Row> ROWS = List.of(
            new Row(1, INVALID, INVALID, NO_ANSWER, false),
            new Row(2, FAILED, NO_ANSWER, NO_ANSWER, true),
            new Row(3, INVALID, INVALID, NO_ANSWER, false),
            new Row(17, BUSY, BUSY, BUSY, false),
            new Row(18, NO_ANSWER, NO_ANSWER, NO_ANSWER, false),
            new Row(19, NO_ANSWER, NO_ANSWER, NO_ANSWER, false),
            new Row(20, NO_ANSWER, NO_ANSWER, NO_ANSWER, false),
            new Row(21, REJECTED, REJECTED, REJECTED, false),
            new Row(22, INVALID, INVALID, NO_ANSWER, false),
            new Row(25, FAILED, NO_ANSWER, NO_ANSWER, true),
            new Row(27, FAILED, NO_ANSWER, NO_ANSWER, true),
            new Row(28, INVALID, INVALID, NO_ANSWER, false),
            new Row(34, CONGESTION, NO_ANSWER, NO_ANSWER, true),
            new Row(38, CONGESTION, NO_ANSWER, NO_ANSWER, true),
            new Row(41, CONGESTION, NO_ANSWER, NO_ANSWER, true),
            new Row(42, CONGESTION, NO_ANSWER, NO_ANSWER, true),
            new Row(44, CONGESTION, NO_ANSWER, NO_ANSWER, true),
            new Row(47, CONGESTION, NO_ANSWER, NO_ANSWER, true),
            new Row(50, FAILED, NO_ANSWER, NO_ANSWER, true),
            new Row(52, FAILED, NO_ANSWER, NO_ANSWER, true),
            new Row(57, FAILED, NO_ANSWER, NO_ANSWER, true),
            new Row(58, FAILED, NO_ANSWER, NO_ANSWER, true),
            new Row(63, FAILED, NO_ANSWER, NO_ANSWER, true));
    private static final Map<Integer, Row> BY_CAUSE = ROWS.stream()
            .collect(Collectors.toUnmodifiableMap(Row::cause, Function.identity()));

    /**
     * One cause.
     *
     * @param nothing the outcome where nothing was heard of the phone
     * @param earlyMedia where sound was heard and no ringing
     * @param rang where it rang
     * @param trunksFault says that the trunk, not the number, could not do it: before anything was heard, another trunk may
     */
    public record Row(int cause, Outcome nothing, Outcome earlyMedia, Outcome rang, boolean trunksFault) {
        Outcome outcome(Heard heard) {
            return switch (heard) {
                case NOTHING -> nothing;
                case EARLY_MEDIA -> earlyMedia;
                case RINGING -> rang;
            };
        }
    }

    private CauseTable() {}

    /** Every cause that has a row of its own, in order. */
    public static List<Row> rows() {
        return ROWS;
    }

    /** The row of {@code cause}; every other cause, and none at all, says nothing of its own. */
    static Row row(HangupCause cause) {
        return BY_CAUSE.getOrDefault(cause.q850(), new Row(cause.q850(), FAILED, NO_ANSWER, NO_ANSWER, false));
    }
}
