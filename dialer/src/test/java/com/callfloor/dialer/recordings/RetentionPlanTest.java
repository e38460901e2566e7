package com.callfloor.dialer.recordings;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.recordings.RetentionPlan.Verdict;
import com.callfloor.dialer.recordings.RetentionRule.From;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RetentionPlanTest {
    private static final Instant CALL = Instant.parse("2024-02-29T08:00:00Z");
    private static final Instant LATER = Instant.parse("2024-06-01T08:00:00Z");
    private static final RetentionRule CARDS = new RetentionRule("cards", Set.of(), Set.of("Credit card"),
            Set.of("CN"), Set.of(), Period.ofYears(2), From.CALL);
    private static final RetentionRule US = new RetentionRule("us", Set.of(), Set.of(), Set.of("US"), Set.of(),
            Period.ofYears(3), From.LAST_ACTIVITY);
    private static final RetentionRule MASSACHUSETTS = new RetentionRule("us-ma", Set.of(), Set.of(),
            Set.of("US-MA"), Set.of(), Period.ofYears(4), From.LAST_ACTIVITY);
    private static final RetentionRule HARBOUR = new RetentionRule("harbour", Set.of("Harbour Bank"), Set.of(),
            Set.of(), Set.of(), Period.ofYears(7), From.CALL);
    private static final RetentionRule PACK = new RetentionRule("pack", Set.of(), Set.of(), Set.of(), Set.of("us-ma"),
            Period.ofYears(9), From.CALL);
    private static final RetentionPlan PLAN = new RetentionPlan(List.of(CARDS, US, MASSACHUSETTS, HARBOUR));

    private static KeptRecording recording(String lender, @Nullable String product, @Nullable String region,
            boolean held,
            Optional<Set<String>> packs) {
        return new KeptRecording(new AttemptId(new UUID(1, 2)), "a", lender, product, region, packs, CALL, CALL, LATER,
                held);
    }

    private static KeptRecording recording(String lender, @Nullable String product, @Nullable String region) {
        return recording(lender, product, region, false, Optional.of(Set.of("floor")));
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }

    private static String ruleOf(Verdict verdict) {
        return verdict instanceof Verdict.Due due ? due.rule().name() : "kept: " + verdict.why();
    }

    @Test
    void aRecordingIsDueADayAfterItsTime_andNotBefore() {
        KeptRecording card = recording("A Bank", "Credit card", "CN-SH");

        // Two years after the 29th of February is the 28th.
        assertThat(PLAN.of(card, at("2026-03-01T07:59:59Z"))).isInstanceOf(Verdict.Keep.class);
        assertThat(ruleOf(PLAN.of(card, at("2026-03-01T08:00:00Z")))).isEqualTo("cards");
    }

    @Test
    void theLongestOfAllThatApplyCounts() {
        KeptRecording harbour = recording("Harbour Bank", "Credit card", "CN-SH");

        assertThat(PLAN.of(harbour, at("2031-02-28T00:00:00Z"))).isInstanceOf(Verdict.Keep.class);
        assertThat(ruleOf(PLAN.of(harbour, at("2031-03-02T08:00:00Z")))).isEqualTo("harbour");
    }

    @Test
    void aCaseOfWhichOnlyTheCountryIsKnownIsUnderTheRulesOfEachOfItsParts() {
        assertThat(ruleOf(PLAN.of(recording("X", "Loan", "US-CA"), at("2027-06-03T00:00:00Z")))).isEqualTo("us");
        assertThat(PLAN.of(recording("X", "Loan", "US"), at("2027-06-03T00:00:00Z"))).isInstanceOf(Verdict.Keep.class);
        assertThat(ruleOf(PLAN.of(recording("X", "Loan", "US"), at("2028-06-03T00:00:00Z")))).isEqualTo("us-ma");
    }

    @Test
    void whatNoRuleAppliesToIsKeptForEver() {
        assertThat(PLAN.of(recording("X", "Car loan", "CN-SH"), at("2099-01-01T00:00:00Z")))
                .isEqualTo(new Verdict.Keep("no rule applies to it", true));
        assertThat(new RetentionPlan(List.of()).of(recording("X", "Car loan", null), at("2099-01-01T00:00:00Z")))
                .isInstanceOf(Verdict.Keep.class);
    }

    @Test
    void whatIsInDoubtIsKept() {
        Instant late = at("2099-01-01T00:00:00Z");

        assertThat(PLAN.of(recording("X", "Loan", null), late).why()).contains("region");
        assertThat(PLAN.of(recording(" ", "Credit card", "CN"), late).why()).contains("lender");
        assertThat(new RetentionPlan(List.of(PACK, US)).of(recording("X", "Loan", "US", false, Optional.empty()), late)
                .why()).contains("packs");
        assertThat(PLAN.of(recording("X", "Credit card", "CN"), LATER.minusSeconds(1)).why()).contains("clock");
    }

    @Test
    void aProductThatIsNotKnown_isInDoubtWhereARuleThatMayApplyAsksForIt() {
        Instant late = at("2099-01-01T00:00:00Z");

        assertThat(PLAN.of(recording("Harbour Bank", null, "CN-SH"), late).why()).contains("product");
        assertThat(PLAN.of(recording("Harbour Bank", " ", "CN-SH"), late).why()).contains("product");
        assertThat(ruleOf(PLAN.of(recording("X", null, "US-CA"), late))).isEqualTo("us");
        assertThat(PLAN.covers(new RetentionBook.Holding("Harbour Bank", null, "CN-SH", 3))).isFalse();
        assertThat(PLAN.covers(new RetentionBook.Holding("X", null, "US-CA", 3))).isTrue();
        assertThat(PLAN.covers(new RetentionBook.Holding("X", "Credit card", "CN", 3))).isTrue();
    }

    @Test
    void aHoldBeatsEveryRule() {
        assertThat(
                PLAN.of(recording("X", "Credit card", "CN", true, Optional.of(Set.of())), at("2099-01-01T00:00:00Z")))
                .isEqualTo(new Verdict.Keep("on hold", false));
    }

    @Test
    void aRuleOfAPackAppliesToCallsUnderIt() {
        var plan = new RetentionPlan(List.of(PACK, US));

        assertThat(PLAN.of(recording("X", "Loan", "US-CA"), at("2030-01-01T00:00:00Z")))
                .isInstanceOf(Verdict.Due.class);
        assertThat(plan.of(recording("X", "Loan", "US-CA", false, Optional.of(Set.of("us-ma"))),
                at("2030-01-01T00:00:00Z"))).isInstanceOf(Verdict.Keep.class);
    }
}
