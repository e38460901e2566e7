package com.callfloor.recorder.audio;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Compares a recording with the call that it belongs to. */
public final class AudioCheck {
    /** Answer and monitor start are different instants on the PBX, and the last packets may be lost. */
    public static final Duration LENGTH_TOLERANCE = Duration.ofMillis(500);
    /** Of the call's length, when that is more than {@link #LENGTH_TOLERANCE}: clocks drift apart on long calls. */
    public static final int LENGTH_TOLERANCE_PERCENT = 2;
    /** A side that had less time than this to be heard is not called silent. */
    public static final Duration TIME_TO_BE_HEARD = Duration.ofSeconds(1);

    private AudioCheck() {}

    /**
     * The recording's flaws in the order of {@link Flaw}, unmodifiable; empty if all is well.
     *
     * @param strayBytes what the raw file had after its last whole frame, 0 to 3
     */
    public static Set<Flaw> flaws(Inspection found, Expectation expected, int strayBytes) {
        EnumSet<Flaw> flaws = EnumSet.noneOf(Flaw.class);
        Duration tolerance = tolerance(expected.length());
        Duration excess = found.duration().minus(expected.length());
        note(flaws, Flaw.TOO_SHORT, excess.negated().compareTo(tolerance) > 0);
        note(flaws, Flaw.TOO_LONG, excess.compareTo(tolerance) > 0);
        note(flaws, Flaw.EMPTY, found.duration().isZero());
        note(flaws, Flaw.ODD_LENGTH, strayBytes != 0);
        note(flaws, Flaw.DEBTOR_SILENT, found.levels().debtor().silent() && longEnough(expected.length()));
        note(flaws, Flaw.AGENT_SILENT, found.levels().agent().silent() && longEnough(expected.withAgent()));
        return Collections.unmodifiableSet(flaws);
    }

    /** By how much a recording of a call of this length may be shorter or longer. */
    public static Duration tolerance(Duration callLength) {
        Duration share = callLength.multipliedBy(LENGTH_TOLERANCE_PERCENT).dividedBy(100);
        return share.compareTo(LENGTH_TOLERANCE) > 0 ? share : LENGTH_TOLERANCE;
    }

    private static boolean longEnough(Duration time) {
        return time.compareTo(TIME_TO_BE_HEARD) >= 0;
    }

    private static void note(Set<Flaw> flaws, Flaw flaw, boolean found) {
        if (found) {
            flaws.add(flaw);
        }
    }
}
