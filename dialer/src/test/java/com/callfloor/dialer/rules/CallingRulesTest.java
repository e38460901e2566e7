package com.callfloor.dialer.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.rules.CallingRule.DailyCap;
import com.callfloor.dialer.rules.CallingRule.PermittedHours;
import com.callfloor.dialer.rules.CallingRule.Scope;
import com.callfloor.dialer.rules.CallingRule.Spacing;
import com.callfloor.dialer.rules.Decision.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CallingRulesTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
    private static final Duration RING = Duration.ofSeconds(30);

    private final CallingRules rules = new CallingRules(List.of(new RulePack("floor", "1",
            List.of(new PermittedHours("HOURS", LocalTime.of(8, 0), LocalTime.of(21, 0)),
                    new DailyCap("DEBTOR-DAY", Scope.DEBTOR, 3), new DailyCap("NUMBER-DAY", Scope.NUMBER, 2),
                    new Spacing("SPACING", Scope.DEBTOR, Duration.ofMinutes(20))))));

    @ParameterizedTest
    @CsvSource({"2026-03-02T07:59:59, false", "2026-03-02T08:00:00, true", "2026-03-02T12:00:00, true",
            "2026-03-02T20:59:29, true", "2026-03-02T20:59:30, false", "2026-03-02T21:00:00, false",
            "2026-03-02T23:59:50, false", "2026-03-02T00:00:00, false"})
    void aCallMustBeAnswerableOnlyWithinHours(String local, boolean allowed) {
        Instant at = Instant.parse(local + "Z").minus(Duration.ofHours(8));

        assertThat(ask(at, Set.of(SHANGHAI)).allowed()).isEqualTo(allowed);
    }

    @Test
    void everyZoneThatTheDebtorMayBeInMustPermit() {
        Instant nineInNewYork = Instant.parse("2026-01-15T14:00:00Z");

        assertThat(ask(nineInNewYork, Set.of(NEW_YORK)).allowed()).isTrue();
        Decision both = ask(nineInNewYork, Set.of(NEW_YORK, LOS_ANGELES));

        assertThat(both.deniedBy()).containsExactly("HOURS");
        assertThat(both.verdict()).isEqualTo(new Verdict.NotBefore(Instant.parse("2026-01-15T16:00:00Z")));
    }

    @Test
    void anUnknownZoneMeansNoCall() {
        Decision decision = ask(Instant.parse("2026-03-02T04:00:00Z"), Set.of());

        assertThat(decision.verdict()).isEqualTo(new Verdict.Deny());
        assertThat(decision.deniedBy()).containsExactly("ZONE-UNKNOWN");
    }

    @Test
    void theCapCountsTheDebtorsCalendarDayAndReopensAtItsMidnightPlusHours() {
        Instant noon = Instant.parse("2026-03-02T04:00:00Z");
        List<PastCall> three = List.of(debtorCall(noon.minus(Duration.ofHours(3))),
                debtorCall(noon.minus(Duration.ofHours(2))), debtorCall(noon.minus(Duration.ofHours(1))));

        Decision decision = ask(noon, Set.of(SHANGHAI), three);

        assertThat(decision.deniedBy()).containsExactly("DEBTOR-DAY");
        assertThat(decision.verdict()).isEqualTo(new Verdict.NotBefore(Instant.parse("2026-03-03T00:00:00Z")));
    }

    @Test
    void aNumberSharedByTwoDebtorsCountsForBoth() {
        Instant noon = Instant.parse("2026-03-02T04:00:00Z");
        List<PastCall> othersCalls = List.of(new PastCall(noon.minus(Duration.ofHours(3)), false, true),
                new PastCall(noon.minus(Duration.ofHours(2)), false, true));

        assertThat(ask(noon, Set.of(SHANGHAI), othersCalls).deniedBy()).containsExactly("NUMBER-DAY");
    }

    @Test
    void spacingEndsToTheInstant() {
        Instant noon = Instant.parse("2026-03-02T04:00:00Z");
        List<PastCall> recent = List.of(debtorCall(noon.minus(Duration.ofMinutes(5))));

        Decision decision = ask(noon, Set.of(SHANGHAI), recent);

        assertThat(decision.verdict()).isEqualTo(new Verdict.NotBefore(noon.plus(Duration.ofMinutes(15))));
    }

    @Test
    void anAttemptOfAClockThatRanAheadStillCounts() {
        Instant noon = Instant.parse("2026-03-02T04:00:00Z");
        List<PastCall> ahead = List.of(debtorCall(noon.plus(Duration.ofMinutes(1))));

        assertThat(ask(noon, Set.of(SHANGHAI), ahead).deniedBy()).containsExactly("SPACING");
    }

    @Test
    void everyRuleSaysWhyEvenWhenItAllows() {
        Decision decision = ask(Instant.parse("2026-03-02T04:00:00Z"), Set.of(SHANGHAI));

        assertThat(decision.findings()).extracting(Decision.Finding::rule)
                .containsExactly("HOURS", "DEBTOR-DAY", "NUMBER-DAY", "SPACING");
        assertThat(decision.findings()).allSatisfy(finding -> assertThat(finding.because()).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void notBeforeIsExact(long seed) {
        Random random = new Random(seed);
        List<Set<ZoneId>> zones = List.of(Set.of(SHANGHAI), Set.of(NEW_YORK, LOS_ANGELES),
                Set.of(ZoneId.of("Australia/Lord_Howe")), Set.of(ZoneId.of("America/Santiago"), NEW_YORK));
        // The weeks in which clocks change in one of these zones.
        List<Instant> weeks = List.of(Instant.parse("2026-03-07T00:00:00Z"), Instant.parse("2026-04-03T00:00:00Z"),
                Instant.parse("2026-10-31T00:00:00Z"), Instant.parse("2026-09-04T00:00:00Z"));
        for (int round = 0; round < 500; round++) {
            Instant at = weeks.get(random.nextInt(weeks.size())).plusSeconds(random.nextInt(4 * 86_400));
            Set<ZoneId> where = zones.get(random.nextInt(zones.size()));
            List<PastCall> history = new ArrayList<>();
            for (int call = random.nextInt(6); call > 0; call--) {
                history.add(new PastCall(at.minusSeconds(random.nextInt(100_000)), random.nextBoolean(),
                        random.nextBoolean()));
            }

            if (ask(at, where, history).verdict() instanceof Verdict.NotBefore(Instant instant)) {
                assertThat(instant).isAfter(at);
                assertThat(ask(instant, where, history).allowed()).as("at %s", instant).isTrue();
                assertThat(ask(instant.minusSeconds(1), where, history).allowed()).as("before %s", instant)
                        .isFalse();
            }
        }
    }

    @Test
    void anOpeningThatTheClocksSkipComesWhenTheyJumpPastIt() {
        var early = new CallingRules(List.of(new RulePack("early", "1",
                List.of(new PermittedHours("EARLY", LocalTime.of(2, 30), LocalTime.of(21, 0))))));
        Instant before = Instant.parse("2026-03-08T06:00:00Z");

        Decision decision = early.decide(new CallQuestion(before, RING, Set.of(NEW_YORK), List.of()));

        assertThat(decision.verdict()).isEqualTo(new Verdict.NotBefore(Instant.parse("2026-03-08T07:00:00Z")));
    }

    @Test
    void zonesComeFromTheNumberAndFromWhatWasDeclared() {
        var candidates = new CandidateZones();

        assertThat(candidates.of(Optional.empty(), Optional.empty(), new PhoneNumber("+8613800138000")))
                .containsExactly(SHANGHAI);
        assertThat(candidates.of(Optional.of(NEW_YORK), Optional.empty(), new PhoneNumber("+8613800138000")))
                .containsExactlyInAnyOrder(SHANGHAI, NEW_YORK);
        assertThat(candidates.of(Optional.empty(), Optional.empty(), new PhoneNumber("+18005550100")))
                .hasSizeGreaterThan(10);
    }

    private Decision ask(Instant at, Set<ZoneId> zones) {
        return ask(at, zones, List.of());
    }

    private Decision ask(Instant at, Set<ZoneId> zones, List<PastCall> history) {
        return rules.decide(new CallQuestion(at, RING, zones, history));
    }

    private static PastCall debtorCall(Instant at) {
        return new PastCall(at, true, false);
    }
}
