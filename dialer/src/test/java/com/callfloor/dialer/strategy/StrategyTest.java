package com.callfloor.dialer.strategy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.DebtorId;
import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.strategy.StagePlan.Cadence;
import com.callfloor.dialer.strategy.StagePlan.Escalation;
import com.callfloor.dialer.strategy.StagePlan.Offers;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StrategyTest {
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final Segment NOT_DUE = segment("not_due", Stage.REMINDER, Map.of(Measure.OVERDUE_DAYS, upTo(0)));
    private static final Segment LARGE = segment("large", Stage.LATE, Map.of(Measure.AMOUNT_DUE, from(50_000)));
    private static final Segment REST = segment("rest", Stage.EARLY, Map.of());

    @Test
    void theFirstSegmentThatFitsDecidesAndSaysWhyInOneSentence() {
        Strategy strategy = strategy(NOT_DUE, LARGE, REST);

        Placement placement = strategy.place(facts(12, 61_234, 0, null));

        assertThat(placement.stage()).isEqualTo(Stage.LATE);
        assertThat(placement.because()).isEqualTo("Segment large: 612.34 CNY due (500.00 CNY or more).");
        assertThat(placement.becauseChinese()).isEqualTo("分组 large：欠款 612.34 CNY（500.00 CNY 及以上）。");
        assertThat(strategy.place(facts(0, 61_234, 0, null)).because())
                .isEqualTo("Segment not_due: 0 days overdue (at most 0).");
        assertThat(strategy.place(facts(1, 100, 0, null)).because())
                .isEqualTo("Segment rest: it takes every case that no segment before it fits.");
    }

    @Test
    void whatIsNotKnownFitsNoRange() {
        Segment broken = segment("broken", Stage.MIDDLE,
                Map.of(Measure.BROKEN_PROMISES, upTo(Measure.BROKEN_PROMISES, 3)));
        Strategy strategy = strategy(broken, REST);

        assertThat(strategy.place(facts(1, 100, 0, null)).stage()).isEqualTo(Stage.EARLY);
        assertThat(strategy.place(facts(1, 100, 0, 0)).stage()).isEqualTo(Stage.MIDDLE);
        CaseFacts dollars = new CaseFacts(new CaseId(1), new DebtorId(1), null,
                new Money(90_000, Currency.getInstance("USD")), TODAY, 1,
                null, 0, null, Map.of());
        assertThat(strategy(LARGE, REST).place(dollars).stage()).isEqualTo(Stage.EARLY);
    }

    @Test
    void aGapIsRefusedWithACaseThatFallsIntoIt() {
        assertThatThrownBy(() -> strategy(NOT_DUE, LARGE)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no segment fits a case with 1 days overdue, 499.99 CNY due");
    }

    @Test
    void aSegmentThatThoseBeforeItCoverTogetherIsNeverReached() {
        Segment tenths = segment("tenths", Stage.LATE, Map.of(Measure.OVERDUE_DAYS, new Range(5, 15)));
        assertThatThrownBy(() -> strategy(
                segment("low", Stage.EARLY, Map.of(Measure.OVERDUE_DAYS, new Range(1, 10))),
                segment("high", Stage.MIDDLE, Map.of(Measure.OVERDUE_DAYS, new Range(11, 20))), tenths, REST))
                .hasMessageContaining("segment 'tenths' is never reached");
    }

    @Test
    void segmentsThatShareSomeCasesAreReportedUnlessOneIsASpecialCaseOfTheOther() {
        Strategy strategy = strategy(NOT_DUE, LARGE, REST);

        assertThat(strategy.overlaps()).singleElement().satisfies(overlap -> {
            assertThat(overlap.first()).isEqualTo("not_due");
            assertThat(overlap.second()).isEqualTo("large");
            assertThat(overlap.example()).isEqualTo(
                    new Words("0 days overdue, 500.00 CNY due", "逾期 0 天，欠款 500.00 CNY"));
        });
    }

    /** Against the plain meaning: whatever is accepted must have a place for every case, and every segment a case. */
    @Test
    void noAcceptedStrategyLeavesACaseWithoutAPlace() {
        Random random = new Random(7);
        int accepted = 0;
        for (int round = 0; round < 2_000; round++) {
            List<Segment> segments = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                segments.add(
                        segment("s" + i, List.of(Stage.values()).get(random.nextInt(5)),
                                Map.of(Measure.OVERDUE_DAYS, some(random),
                                        Measure.ATTEMPTS,
                                        random.nextBoolean() ? Measure.ATTEMPTS.known() : new Range(0, 2))));
            }
            Strategy strategy;
            try {
                strategy = strategy(segments.toArray(Segment[]::new));
            } catch (IllegalArgumentException e) {
                assertThat(refusedRightly(segments)).as("%s: %s", segments, e.getMessage()).isTrue();
                continue;
            }
            accepted++;
            for (int days = -3; days <= 6; days++) {
                for (int attempts = 0; attempts <= 4; attempts++) {
                    assertThat(segments).contains(strategy.segmentOf(facts(days, 1, attempts, null)));
                }
            }
        }
        assertThat(accepted).isPositive();
    }

    private static boolean refusedRightly(List<Segment> segments) {
        List<Segment> reached = new ArrayList<>();
        boolean gap = false;
        for (int days = -3; days <= 6; days++) {
            for (int attempts = 0; attempts <= 4; attempts++) {
                CaseFacts facts = facts(days, 1, attempts, null);
                Optional<Segment> first = segments.stream()
                        .filter(segment -> segment.when()
                                .entrySet()
                                .stream()
                                .allMatch(each -> each.getValue().holds(facts.value(each.getKey(), CNY))))
                        .findFirst();
                gap |= first.isEmpty();
                first.ifPresent(reached::add);
            }
        }
        return gap || !reached.containsAll(segments);
    }

    private static Range some(Random random) {
        int from = random.nextInt(-2, 3);
        return new Range(random.nextBoolean() ? Measure.OVERDUE_DAYS.known().from() : from,
                random.nextBoolean() ? Measure.OVERDUE_DAYS.known().to() : from + random.nextInt(3));
    }

    @Test
    void aPreviewCountsTheCasesThatAnotherStrategyWouldMove() {
        StrategyBook now = StrategyBook.of(List.of(strategy(NOT_DUE, REST)));
        StrategyBook then = now.with(strategy(NOT_DUE, LARGE, REST));
        var cases = new ListedCases(facts(0, 90_000, 0, null), facts(9, 90_000, 0, null), facts(9, 90_000, 0, null),
                facts(9, 1, 0, null));

        StrategyPreview preview = StrategyPreview.of(now, then, cases, TODAY);

        assertThat(preview.cases()).isEqualTo(4);
        assertThat(preview.moves()).containsExactly(new StrategyPreview.Move(Stage.EARLY, Stage.LATE, 2));
        assertThat(preview.stages()).contains(new StrategyPreview.Count(Stage.EARLY, 3, 1),
                new StrategyPreview.Count(Stage.LATE, 0, 2), new StrategyPreview.Count(Stage.REMINDER, 1, 1));
    }

    @Test
    void stepsOfTheLadderBecomeDueSoManyDaysAfterTheDueDate() {
        StagePlan plan = plan(Stage.LATE);
        LocalDate due = TODAY.minusDays(70);

        assertThat(plan.nextStep(due, TODAY)).contains(
                new StagePlan.DueStep(Step.VISIT, due.plusDays(90), 2));
        assertThat(plan.nextStep(due, due.plusDays(65))).contains(
                new StagePlan.DueStep(Step.LETTER, due.plusDays(65), 1));
        assertThat(plan.nextStep(due, due.plusDays(91))).isEmpty();
    }

    @Test
    void aRoundTellsEachStepOnTheDayOnWhichItIsDueAndNotAgain() {
        StrategyBook book = StrategyBook.of(List.of(strategy(NOT_DUE, LARGE, REST)));
        var cases = new ListedCases(facts(65, 90_000, 0, null), facts(64, 90_000, 0, null), facts(65, 1, 0, null));
        List<String> told = new ArrayList<>();
        var round = new EscalationRound(book, cases,
                (id, step, date) -> told.add(id.value() + " " + step + " " + date));

        round.run(TODAY.minusDays(1), TODAY);

        assertThat(told).containsExactly("65 LETTER " + TODAY);
    }

    @Test
    void aLenderHasOneStrategyAndAPreviewMayNotGiveItASecond() {
        Strategy harbour = lenders("harbour", "Harbour Bank");
        StrategyBook book = StrategyBook.of(List.of(strategy(REST), harbour));

        assertThat(book.with(lenders("harbour", "Harbour Bank")).all()).hasSize(2);
        assertThatThrownBy(() -> book.with(lenders("port", "Harbour Bank")))
                .hasMessageContaining("are both for the lender Harbour Bank");
    }

    private record ListedCases(List<CaseFacts> all) implements StrategyCases {
        ListedCases(CaseFacts... all) {
            this(List.of(all));
        }

        @Override
        public Optional<CaseFacts> facts(CaseId id, LocalDate today) {
            return all.stream().filter(each -> each.id().equals(id)).findFirst();
        }

        @Override
        public void open(LocalDate today, Consumer<CaseFacts> each) {
            all.forEach(each);
        }
    }

    private static Strategy lenders(String name, String lender) {
        return new Strategy(name, "1", Words.same(name), lender, null, CNY, List.of(REST),
                Map.of(Stage.EARLY, plan(Stage.EARLY)));
    }

    private static Strategy strategy(Segment... segments) {
        Map<Stage, StagePlan> plans = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            plans.put(stage, plan(stage));
        }
        return new Strategy("default", "1", Words.same("A test's"), null, null, CNY, List.of(segments), plans);
    }

    private static StagePlan plan(Stage stage) {
        return new StagePlan(stage, "default", stage.code(), List.of(Step.SMS, Step.CALL, Step.LETTER, Step.VISIT),
                new Cadence(3, 4), new Offers(3, 7, 10),
                stage == Stage.LATE
                        ? List.of(new Escalation(Step.LETTER, 65, 1), new Escalation(Step.VISIT, 90, 2))
                        : List.of());
    }

    private static Segment segment(String id, Stage stage, Map<Measure, Range> when) {
        return new Segment(id, stage, when);
    }

    private static Range upTo(long days) {
        return upTo(Measure.OVERDUE_DAYS, days);
    }

    private static Range upTo(Measure measure, long to) {
        return new Range(measure.known().from(), to);
    }

    private static Range from(long minor) {
        return new Range(minor, Measure.AMOUNT_DUE.known().to());
    }

    /** A case is known by its days overdue. */
    private static CaseFacts facts(int overdueDays, long minor, int attempts, @Nullable Integer broken) {
        return new CaseFacts(new CaseId(overdueDays), new DebtorId(overdueDays), null, new Money(minor, CNY),
                TODAY.minusDays(overdueDays),
                overdueDays,
                null, attempts, broken, Map.of());
    }
}
