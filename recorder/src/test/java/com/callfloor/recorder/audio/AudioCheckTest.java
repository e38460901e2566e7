package com.callfloor.recorder.audio;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.callfloor.recorder.audio.Flaw.AGENT_SILENT;
import static com.callfloor.recorder.audio.Flaw.DEBTOR_SILENT;
import static com.callfloor.recorder.audio.Flaw.EMPTY;
import static com.callfloor.recorder.audio.Flaw.ODD_LENGTH;
import static com.callfloor.recorder.audio.Flaw.TOO_SHORT;
import static org.assertj.core.api.Assertions.assertThat;

class AudioCheckTest {
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    @ParameterizedTest
    @CsvSource({
            "10000,  9500, ''", "10000,  9499, TOO_SHORT", "10000, 10500, ''", "10000, 10501, TOO_LONG",
            "300000, 294000, ''", "300000, 293999, TOO_SHORT", "300000, 306000, ''", "300000, 306001, TOO_LONG"})
    void lengthMayDifferByHalfASecondOrTwoPercent(long callMs, long recordingMs, String flaw) {
        Set<Flaw> flaws = check(recording(callMs, recordingMs, true, true), Duration.ofMillis(callMs), TEN_SECONDS);

        assertThat(flaws).extracting(Flaw::name).isEqualTo(flaw.isEmpty() ? List.of() : List.of(flaw));
    }

    @Test
    void aSilentDebtor_isAFlaw() {
        assertThat(check(recording(10_000, 10_000, false, true), TEN_SECONDS, TEN_SECONDS))
                .containsExactly(DEBTOR_SILENT);
    }

    @Test
    void aSilentAgent_isAFlawOnlyIfOneWasConnectedLongEnough() {
        Inspection found = recording(10_000, 10_000, true, false);

        assertThat(check(found, TEN_SECONDS, Duration.ofSeconds(1))).containsExactly(AGENT_SILENT);
        assertThat(check(found, TEN_SECONDS, Duration.ofMillis(999))).isEmpty();
        assertThat(check(found, TEN_SECONDS, Duration.ZERO)).isEmpty();
    }

    @Test
    void nothingAtAllOfALongCall_isEmptyAndTooShortAndSilent() {
        assertThat(check(recording(10_000, 0, false, false), TEN_SECONDS, TEN_SECONDS)).containsExactly(TOO_SHORT,
                EMPTY,
                DEBTOR_SILENT, AGENT_SILENT);
    }

    @Test
    void nothingAtAllOfACallThatEndedAtOnce_isOnlyEmpty() {
        Duration instant = Duration.ofMillis(120);

        assertThat(check(recording(120, 0, false, false), instant, Duration.ZERO)).containsExactly(EMPTY);
    }

    @Test
    void aBrokenLastFrame_isAFlaw() {
        assertThat(
                AudioCheck.flaws(recording(10_000, 10_000, true, true), new Expectation(TEN_SECONDS, TEN_SECONDS), 2))
                .containsExactly(ODD_LENGTH);
    }

    private static Set<Flaw> check(Inspection found, Duration length, Duration withAgent) {
        return AudioCheck.flaws(found, new Expectation(length, withAgent), 0);
    }

    private static Inspection recording(long callMs, long recordingMs, boolean debtorHeard, boolean agentHeard) {
        Levels levels = new Levels(side(debtorHeard), side(agentHeard));
        Duration duration = Duration.ofMillis(recordingMs);
        return new Inspection("hash of a call of " + callMs, "hash of its frames", 44, duration, levels,
                new WaveformMeter().end(duration));
    }

    private static SideLevels side(boolean heard) {
        return new SideLevels(-20, -10, Duration.ZERO, !heard);
    }
}
