package com.callfloor.dialer.contacts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import com.callfloor.dialer.cases.NumberRole;
import com.callfloor.dialer.contacts.FloorCounts.DayCount;
import com.callfloor.dialer.contacts.PastTry.Result;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class AnswerForecastTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:30:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final Optional<CallSlot> EVENING = Optional.of(new CallSlot(new HourBand(18), false));
    private static final Optional<CallSlot> MORNING = Optional.of(new CallSlot(new HourBand(8), false));
    private static final AnswerForecast YOUNG = new AnswerForecast(FloorCounts.NOTHING_YET);
    private static final int CASES = 2_000;

    private final Random random = new Random(7);

    @Test
    void aFloorThatHasLearnedNothingPrefersMobileThenHomeThenWork() {
        assertThat(YOUNG.of(NumberRole.MOBILE, EVENING)).isGreaterThan(YOUNG.of(NumberRole.HOME, EVENING));
        assertThat(YOUNG.of(NumberRole.HOME, EVENING)).isGreaterThan(YOUNG.of(NumberRole.WORK, EVENING));
    }

    @Test
    void everyChanceIsAboveZeroAndBelowOneWhateverHappened() {
        for (int nth = 0; nth < CASES; nth++) {
            var forecast = new AnswerForecast(FloorCounts.of(anyCounts(), TODAY));
            double chance = forecast.of(anyRole(), anySlot(), anyTries(random.nextInt(60)), NOW).chance();

            assertThat(chance).isGreaterThan(0).isLessThan(1);
        }
        assertThat(YOUNG.of(NumberRole.WORK, EVENING, Collections.nCopies(1_000, tried(1, Result.INVALID)), NOW)
                .chance()).isGreaterThan(0);
        assertThat(YOUNG.of(NumberRole.WORK, EVENING, Collections.nCopies(1_000, tried(1, Result.ANSWERED)), NOW)
                .chance()).isLessThan(1);
    }

    @Test
    void anAnswerInPlaceOfAnyOtherEndNeverLowersTheChance() {
        for (int nth = 0; nth < CASES; nth++) {
            List<PastTry> tries = anyTries(1 + random.nextInt(12));
            int changed = random.nextInt(tries.size());
            PastTry before = tries.get(changed);
            List<PastTry> better = new ArrayList<>(tries);
            better.set(changed, new PastTry(before.at(), before.slot(), Result.ANSWERED));

            assertThat(YOUNG.of(NumberRole.HOME, EVENING, better, NOW).chance())
                    .isGreaterThanOrEqualTo(YOUNG.of(NumberRole.HOME, EVENING, tries, NOW).chance());
        }
    }

    @Test
    void anotherAnswerRaisesTheChanceAndAnotherCallWithoutOneLowersIt() {
        for (int nth = 0; nth < CASES; nth++) {
            List<PastTry> tries = anyTries(random.nextInt(12));
            double chance = chanceAfter(tries, null);

            assertThat(chanceAfter(tries, Result.ANSWERED)).isGreaterThan(chance);
            assertThat(chanceAfter(tries, Result.UNANSWERED)).isLessThan(chance);
            assertThat(chanceAfter(tries, Result.INVALID)).isLessThan(chance);
        }
    }

    @Test
    void theOrderInWhichTheBooksNameTheCallsDoesNotMatter() {
        for (int nth = 0; nth < CASES; nth++) {
            List<PastTry> tries = anyTries(8);
            List<PastTry> shuffled = new ArrayList<>(tries);
            Collections.shuffle(shuffled, random);

            assertThat(YOUNG.of(NumberRole.HOME, EVENING, shuffled, NOW).chance())
                    .isCloseTo(YOUNG.of(NumberRole.HOME, EVENING, tries, NOW).chance(), within(1e-12));
        }
    }

    @Test
    void answersAndFailuresAreWeighedAlike() {
        for (int nth = 0; nth < CASES; nth++) {
            double prior = 0.01 + 0.98 * random.nextDouble();
            double attempts = random.nextInt(100);
            double answers = attempts * random.nextDouble();

            double answered = new Tally(answers, attempts).after(prior, 20);
            double failed = new Tally(attempts - answers, attempts).after(1 - prior, 20);

            assertThat(answered + failed).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void theMoreAFloorHasSeenTheNearerTheChanceIsToWhatItSaw() {
        double rate = 0.6;
        double distance = 1;
        for (int attempts = 10; attempts <= 10_000; attempts *= 10) {
            var forecast = new AnswerForecast(FloorCounts.of(
                    List.of(count(NumberRole.WORK, EVENING, attempts, Math.round(attempts * rate))), TODAY));
            double off = Math.abs(forecast.of(NumberRole.WORK, EVENING) - rate);

            assertThat(off).isLessThan(distance);
            distance = off;
        }
        assertThat(distance).isLessThan(0.01);
    }

    @Test
    void anHourWithoutCallsTakesAfterItsRoleAndARoleWithoutCallsAfterTheFloor() {
        var forecast = new AnswerForecast(
                FloorCounts.of(List.of(count(NumberRole.MOBILE, EVENING, 500, 400)), TODAY));

        assertThat(forecast.of(NumberRole.MOBILE, EVENING)).isGreaterThan(forecast.of(NumberRole.MOBILE, MORNING));
        assertThat(forecast.of(NumberRole.MOBILE, MORNING)).isGreaterThan(0.7);
        assertThat(forecast.of(NumberRole.WORK, MORNING)).isGreaterThan(2 * YOUNG.of(NumberRole.WORK, MORNING));
    }

    @Test
    void aWeekendTeachesMoreAboutWeekendsThanAboutWeekdays() {
        var weekend = Optional.of(new CallSlot(new HourBand(18), true));
        var forecast = new AnswerForecast(FloorCounts.of(List.of(count(NumberRole.HOME, weekend, 300, 240),
                count(NumberRole.HOME, EVENING, 300, 30)), TODAY));

        assertThat(forecast.of(NumberRole.HOME, weekend)).isCloseTo(0.8, within(0.05));
        assertThat(forecast.of(NumberRole.HOME, EVENING)).isCloseTo(0.1, within(0.05));
    }

    @Test
    void whatIsThirtyDaysOldCountsHalf() {
        var old = new AnswerForecast(FloorCounts.of(
                List.of(new DayCount(TODAY.minusDays(30), NumberRole.HOME, EVENING, 200, 200)), TODAY));
        var halfAsMany = new AnswerForecast(FloorCounts.of(List.of(count(NumberRole.HOME, EVENING, 100, 100)), TODAY));

        assertThat(old.of(NumberRole.HOME, EVENING)).isCloseTo(halfAsMany.of(NumberRole.HOME, EVENING), within(1e-9));
    }

    @Test
    void anAnswerLongAgoSaysLessThanOneOfYesterday() {
        assertThat(YOUNG.of(NumberRole.HOME, EVENING, List.of(tried(35, Result.ANSWERED)), NOW).chance())
                .isLessThan(YOUNG.of(NumberRole.HOME, EVENING, List.of(tried(1, Result.ANSWERED)), NOW).chance());
    }

    @Test
    void anAnswerAtTheseHoursSaysMoreThanOneAtOthers() {
        var evening = new PastTry(NOW.minus(Duration.ofDays(1)), EVENING, Result.ANSWERED);
        var morning = new PastTry(NOW.minus(Duration.ofDays(1)), MORNING, Result.ANSWERED);

        assertThat(YOUNG.of(NumberRole.HOME, EVENING, List.of(evening), NOW).chance())
                .isGreaterThan(YOUNG.of(NumberRole.HOME, EVENING, List.of(morning), NOW).chance());
    }

    @Test
    void busyLowersTheChanceLessThanNoAnswerAndOutOfServiceMost() {
        double busy = chanceAfter(List.of(), Result.BUSY);
        double unanswered = chanceAfter(List.of(), Result.UNANSWERED);
        double invalid = chanceAfter(List.of(), Result.INVALID);

        assertThat(busy).isGreaterThan(unanswered);
        assertThat(unanswered).isGreaterThan(invalid);
    }

    @Test
    void aLongRowWithoutAnswerSaysMoreThanTheSameCallsWithAnAnswerBetween() {
        List<PastTry> row = List.of(tried(5, Result.ANSWERED), tried(4, Result.UNANSWERED),
                tried(3, Result.UNANSWERED), tried(2, Result.UNANSWERED), tried(1, Result.UNANSWERED));
        List<PastTry> broken = List.of(tried(5, Result.UNANSWERED), tried(4, Result.UNANSWERED),
                tried(3, Result.ANSWERED), tried(2, Result.UNANSWERED), tried(1, Result.UNANSWERED));

        assertThat(YOUNG.of(NumberRole.MOBILE, EVENING, row, NOW).chance())
                .isLessThan(YOUNG.of(NumberRole.MOBILE, EVENING, broken, NOW).chance());
    }

    @Test
    void aNumberOutOfServiceDoesNotEndARowWithoutAnswer() {
        List<PastTry> row = new ArrayList<>(Collections.nCopies(30, tried(1, Result.UNANSWERED)));

        assertThat(chanceAfter(row, Result.INVALID)).isLessThanOrEqualTo(chanceAfter(row, null));
    }

    @Test
    void theEstimateTellsWhatItRestsOn() {
        var morning = new PastTry(NOW.minus(Duration.ofDays(1)), MORNING, Result.ANSWERED);

        Estimate estimate = YOUNG.of(NumberRole.MOBILE, EVENING,
                List.of(tried(3, Result.ANSWERED), tried(2, Result.UNANSWERED), morning), NOW);

        assertThat(estimate.tries()).isEqualTo(3);
        assertThat(estimate.answered()).isEqualTo(2);
        assertThat(estimate.triesThen()).isEqualTo(2);
        assertThat(estimate.answeredThen()).isEqualTo(1);
    }

    /** People as the forecast takes them to be, each with a chance of their own around that of all; the floor calls each ten times. */
    @Test
    void onAFloorOfSuchPeopleOfThoseGivenAChanceAsManyAnswer() {
        double[] forecast = new double[10];
        double[] answered = new double[10];
        int[] calls = new int[10];
        for (int person = 0; person < 4_000; person++) {
            double ofTheirs = beta(4 * 0.25, 4 * 0.75);
            List<PastTry> tries = new ArrayList<>();
            for (int call = 0; call < 10; call++) {
                double chance = YOUNG.of(NumberRole.MOBILE, EVENING, tries, NOW).chance();
                boolean answers = random.nextDouble() < ofTheirs;
                int decile = (int) (chance * 10);
                forecast[decile] += chance;
                answered[decile] += answers ? 1 : 0;
                calls[decile]++;
                tries.add(new PastTry(NOW.minusSeconds(3_600 - call), EVENING,
                        answers ? Result.ANSWERED : Result.UNANSWERED));
            }
        }
        int looked = 0;
        for (int decile = 0; decile < 10; decile++) {
            if (calls[decile] >= 500) {
                looked++;
                assertThat(answered[decile] / calls[decile]).as("those of decile %d", decile)
                        .isCloseTo(forecast[decile] / calls[decile], within(0.05));
            }
        }
        assertThat(looked).isGreaterThanOrEqualTo(5);
    }

    /** Jöhnk's rejection. */
    private double beta(double a, double b) {
        while (true) {
            double x = Math.pow(random.nextDouble(), 1 / a);
            double y = Math.pow(random.nextDouble(), 1 / b);
            if (x + y <= 1) {
                return x / (x + y);
            }
        }
    }

    private static double chanceAfter(List<PastTry> before, @Nullable Result more) {
        List<PastTry> tries = new ArrayList<>(before);
        if (more != null) {
            tries.add(new PastTry(NOW, EVENING, more));
        }
        return YOUNG.of(NumberRole.HOME, EVENING, tries, NOW).chance();
    }

    private static PastTry tried(int daysAgo, Result result) {
        return new PastTry(NOW.minus(Duration.ofDays(daysAgo)), EVENING, result);
    }

    private static DayCount count(NumberRole role, Optional<CallSlot> slot, long attempts, long answers) {
        return new DayCount(TODAY, role, slot, attempts, answers);
    }

    private List<PastTry> anyTries(int many) {
        List<PastTry> tries = new ArrayList<>();
        for (int nth = 0; nth < many; nth++) {
            tries.add(new PastTry(NOW.minusSeconds(1 + random.nextInt(90 * 86_400)), anySlot(),
                    any(List.of(Result.values()))));
        }
        return tries;
    }

    private List<DayCount> anyCounts() {
        List<DayCount> counts = new ArrayList<>();
        for (int nth = random.nextInt(6); nth > 0; nth--) {
            long attempts = random.nextInt(100_000);
            counts.add(new DayCount(TODAY.minusDays(random.nextInt(90)), anyRole(), anySlot(), attempts,
                    random.nextBoolean() ? attempts : Math.round(attempts * random.nextDouble())));
        }
        return counts;
    }

    private NumberRole anyRole() {
        return any(List.of(NumberRole.values()));
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private Optional<CallSlot> anySlot() {
        return random.nextInt(5) == 0
                ? Optional.empty()
                : Optional.of(new CallSlot(HourBand.of(random.nextInt(24)), random.nextBoolean()));
    }
}
