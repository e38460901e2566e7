package com.callfloor.dialer.pacing.simulator;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

import com.callfloor.dialer.pacing.FixedRatio;
import com.callfloor.dialer.pacing.Pacing;
import com.callfloor.dialer.pacing.Progressive;
import com.callfloor.dialer.pacing.predictive.AbandonmentCap;
import com.callfloor.dialer.pacing.predictive.Predictive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ShiftTest {
    /** Answered after 2 s if luck is below the rate; talks 10 s, wraps up 3 s. */
    private static final Lead ANSWERS = new Lead(0.1, 2_000, 20_000, 1_000, 10_000, 3_000);

    @Test
    void oneAgentAndCallsThatAreAllAnsweredGoRoundInFifteenSeconds() {
        ShiftResult result = run(plan(1, Duration.ofSeconds(150)), Collections.nCopies(100, ANSWERS),
                new Progressive());

        // Dialed at 0, 15, 30 ... 135 s: 13 of 15 s busy each.
        assertThat(result.attempts()).isEqualTo(10);
        assertThat(result.answered()).isEqualTo(10);
        assertThat(result.occupancy()).isCloseTo(13 / 15.0, within(1e-9));
        assertThat(result.meanIdleSeconds()).isCloseTo(2, within(1e-9));
        assertThat(result.callsPerAgentHour()).isCloseTo(240, within(1e-9));
        assertThat(result.abandoned()).isZero();
    }

    @Test
    void whoFindsNoAgentWithinThePatienceIsAbandoned() {
        ShiftResult result = run(plan(1, Duration.ofSeconds(10)), Collections.nCopies(2, ANSWERS), new FixedRatio(2));

        assertThat(result.attempts()).isEqualTo(2);
        assertThat(result.abandoned()).isEqualTo(1);
        assertThat(result.abandonRate()).isEqualTo(0.5);
    }

    @Test
    void trunksAndCallsPerSecondAreKept() {
        var plan = new ShiftPlan(50, Duration.ofSeconds(4), AnswerSchedule.parse("0"), 0, Duration.ofSeconds(2), 12, 2,
                0,
                0, 1);
        ShiftResult result = run(plan, Collections.nCopies(100, ANSWERS), new Progressive());
        assertThat(result.attempts()).as("two a second").isEqualTo(7);

        var wide = new ShiftPlan(50, Duration.ofSeconds(4), AnswerSchedule.parse("0"), 0, Duration.ofSeconds(2), 12, 0,
                0,
                0, 1);
        assertThat(run(wide, Collections.nCopies(100, ANSWERS), new Progressive()).attempts()).isEqualTo(12);
    }

    @Test
    void aListThatRunsOutIsSaid() {
        assertThat(run(plan(5, Duration.ofMinutes(5)), List.of(ANSWERS, ANSWERS), new Progressive()).ranOut()).isTrue();
    }

    @Test
    void theSameLeadsGiveTheSameShift() {
        ShiftPlan plan = plan(10, Duration.ofHours(1));
        List<Lead> leads = Leads.usual(3, 8_000);
        assertThat(run(plan, leads, predictive())).isEqualTo(run(plan, leads, predictive()));
    }

    @ParameterizedTest
    @CsvSource({"5, 0.2, 0.64", "20, 0.2, 0.82", "20, 0.45, 0.85", "60, 0.1, 0.88"})
    void predictivePacingKeepsAgentsBusyWithinTheCap(int agents, String rate, double occupancy) {
        var plan = new ShiftPlan(agents, Duration.ofHours(3), AnswerSchedule.parse(rate), 0.1, Duration.ofSeconds(2),
                100_000, 0, 0, 0, 1);
        List<Lead> leads = Leads.usual(agents, 80_000);

        ShiftResult predictive = run(plan, leads, predictive());
        ShiftResult progressive = run(plan, leads, new Progressive());

        assertThat(predictive.abandonRate()).isLessThan(0.03);
        assertThat(predictive.occupancy()).isGreaterThan(occupancy).isGreaterThan(progressive.occupancy() + 0.1);
    }

    @Test
    void aSuddenRiseOfTheAnswerRateIsKeptWithinTheCap() {
        var plan = new ShiftPlan(20, Duration.ofHours(4), AnswerSchedule.parse("0:0.2,7200:0.45"), 0.1,
                Duration.ofSeconds(2), 100_000, 0, 0.5, 0, 1);

        ShiftResult result = run(plan, Leads.usual(8, 40_000), predictive());

        assertThat(result.abandonRate()).isLessThan(0.03);
        assertThat(result.worstHourAbandonRate()).isLessThan(0.06);
    }

    @Test
    void knowingWhoAnswersIsWorthTalkTime() {
        List<Lead> leads = Leads.usual(11, 40_000);
        double blind = run(forecast(0), leads, predictive()).occupancy();
        double foreseeing = run(forecast(0.9), leads, predictive()).occupancy();
        assertThat(foreseeing).isGreaterThan(blind + 0.03);
    }

    private static ShiftPlan forecast(double quality) {
        return new ShiftPlan(10, Duration.ofHours(4), AnswerSchedule.parse("0.2"), 0.1, Duration.ofSeconds(2), 100_000,
                0, 0, quality, 1);
    }

    private static ShiftPlan plan(int agents, Duration length) {
        return new ShiftPlan(agents, length, AnswerSchedule.parse("0.2"), 0.1, Duration.ofSeconds(2), 100_000, 0, 0, 0,
                1);
    }

    private static Pacing predictive() {
        return new Predictive(Duration.ofSeconds(2), new AbandonmentCap(0.03));
    }

    private static ShiftResult run(ShiftPlan plan, List<Lead> leads, Pacing pacing) {
        return new Shift(plan, leads, pacing).run();
    }
}
