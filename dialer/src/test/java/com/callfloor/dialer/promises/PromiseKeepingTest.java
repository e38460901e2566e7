package com.callfloor.dialer.promises;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.payments.Payment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PromiseKeepingTest {
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final LocalDate MADE = LocalDate.of(2026, 11, 20);

    private final PromiseKeeping keeping = new PromiseKeeping(1);

    @Test
    void aPromiseIsKeptByWhatWasPaidInTime() {
        Standing standing = keeping.evaluate(of(part(25, 500)), List.of(paid(24, 500)), november(25));

        assertThat(standing.state()).isEqualTo(PromiseState.KEPT);
        assertThat(standing.paid()).isEqualTo(money(500));
    }

    @Test
    void nothingIsDecidedBeforeTheGraceIsOver() {
        Promise promise = of(part(25, 500));

        assertThat(keeping.evaluate(promise, List.of(), november(26)).state()).isEqualTo(PromiseState.OPEN);
        assertThat(keeping.evaluate(promise, List.of(), november(27)).state()).isEqualTo(PromiseState.BROKEN);
        assertThat(keeping.evaluate(promise, List.of(paid(26, 500)), november(27)).state())
                .isEqualTo(PromiseState.KEPT);
        assertThat(keeping.evaluate(promise, List.of(paid(27, 500)), november(27)).state())
                .isEqualTo(PromiseState.BROKEN);
    }

    @Test
    void aPartThatWasPaidIsPartlyKept() {
        assertThat(keeping.evaluate(of(part(25, 500)), List.of(paid(22, 499)), november(27)).state())
                .isEqualTo(PromiseState.PARTLY_KEPT);
    }

    @Test
    void whatWasPaidTooMuchCountsForTheNextInstalment() {
        Promise promise = of(part(22, 300), part(25, 300), part(28, 300));

        Standing standing = keeping.evaluate(promise, List.of(paid(22, 550)), november(24));

        assertThat(standing.instalments()).containsExactly(PromiseState.KEPT, PromiseState.OPEN, PromiseState.OPEN);
        assertThat(keeping.evaluate(promise, List.of(paid(22, 550), paid(26, 50)), november(27)).instalments())
                .containsExactly(PromiseState.KEPT, PromiseState.KEPT, PromiseState.OPEN);
        assertThat(keeping.evaluate(promise, List.of(paid(21, 900)), november(21)).state())
                .as("all of it before the first date")
                .isEqualTo(PromiseState.KEPT);
    }

    @Test
    void anInstalmentThatDidNotComeEndsThePromiseThoughEarlierOnesCame() {
        Promise promise = of(part(22, 300), part(25, 300), part(28, 300));

        Standing standing = keeping.evaluate(promise, List.of(paid(22, 300)), november(27));

        assertThat(standing.instalments()).containsExactly(PromiseState.KEPT, PromiseState.BROKEN, PromiseState.OPEN);
        assertThat(standing.state()).isEqualTo(PromiseState.PARTLY_KEPT);
    }

    @Test
    void aReversalTakesBackWhatItReversedThoughItComesLater() {
        Promise promise = of(part(25, 500));
        List<Payment> bounced = List.of(paid(24, 500), paid(29, -500));

        assertThat(keeping.evaluate(promise, bounced, november(29)).state()).isEqualTo(PromiseState.BROKEN);
        assertThat(keeping.evaluate(promise, List.of(paid(22, 500), paid(23, -500)), november(23)).state())
                .as("the date is still ahead")
                .isEqualTo(PromiseState.OPEN);
        assertThat(keeping.evaluate(promise, List.of(paid(24, 500), paid(27, 80), paid(29, -80)), november(29)).state())
                .as("another payment was reversed")
                .isEqualTo(PromiseState.KEPT);
    }

    @Test
    void aReversalOfOlderMoneyAndPaymentsBeforeThePromiseDoNotCount() {
        Promise promise = of(part(25, 500));

        assertThat(keeping.evaluate(promise, List.of(paid(19, 500)), november(27)).state())
                .isEqualTo(PromiseState.BROKEN);
        assertThat(
                keeping.evaluate(promise, List.of(paid(19, 900), paid(21, -900), paid(24, 500)), november(27)).state())
                .isEqualTo(PromiseState.KEPT);
    }

    @Test
    void anotherCurrencyPaysNothing() {
        Payment dollars = new Payment(new CaseId(1), "usd", new Money(500, Currency.getInstance("USD")), november(24),
                Instant.EPOCH);

        assertThat(keeping.evaluate(of(part(25, 500)), List.of(dollars), november(27)).state())
                .isEqualTo(PromiseState.BROKEN);
    }

    @Test
    void theNextCheckIsTheDayAfterTheNextDateWithItsGrace() {
        Promise promise = of(part(22, 300), part(25, 300));

        assertThat(keeping.nextCheck(promise, november(20))).contains(november(24));
        assertThat(keeping.nextCheck(promise, november(24))).contains(november(27));
        assertThat(keeping.nextCheck(promise, november(27))).isEmpty();
    }

    @Test
    void promisesThatCannotBeMeantAreRefused() {
        assertThatThrownBy(() -> of()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> of(part(25, 1), part(25, 1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> part(25, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PromiseKeeping(31)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Whatever is paid and in whatever order it becomes known. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void propertiesOfAnyPromiseAndPayments(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            Promise promise = anyPromise(random);
            List<Payment> payments = anyPayments(random);
            LocalDate today = MADE.plusDays(random.nextInt(25));
            Standing standing = keeping.evaluate(promise, payments, today);

            Collections.shuffle(payments, random);
            assertThat(keeping.evaluate(promise, payments, today)).as("the order in which it is told")
                    .isEqualTo(standing);
            assertThat(standing.paid().minor()).isNotNegative();
            assertThat(standing.state() == PromiseState.KEPT)
                    .isEqualTo(standing.instalments().stream().allMatch(state -> state == PromiseState.KEPT));
            assertThat(standing.state().failed())
                    .isEqualTo(standing.instalments().stream().anyMatch(PromiseState::failed));
            if (standing.state() == PromiseState.KEPT) {
                assertThat(standing.paid().minor()).isGreaterThanOrEqualTo(promise.total().minor());
                assertThat(keeping.evaluate(promise, payments, today.plusYears(1)).state())
                        .as("time alone takes nothing back")
                        .isEqualTo(PromiseState.KEPT);
            }

            payments.add(paid(MADE.getDayOfMonth(), promise.total().minor()));
            Standing more = keeping.evaluate(promise, payments, today);
            if (payments.stream().allMatch(payment -> payment.amount().minor() > 0)) {
                assertThat(more.state()).as("all of it on the first day").isEqualTo(PromiseState.KEPT);
            }
            assertThat(keeping.evaluate(promise, payments, promise.lastDate().plusDays(30)).state())
                    .as("in the end it is decided")
                    .isNotEqualTo(PromiseState.OPEN);
        }
    }

    private static Promise anyPromise(Random random) {
        List<Instalment> instalments = new ArrayList<>();
        int day = 20;
        for (int i = random.nextInt(3); i >= 0; i--) {
            day += 1 + random.nextInt(3);
            instalments.add(part(day, 1 + random.nextInt(100)));
        }
        return new Promise(MADE, instalments);
    }

    private static List<Payment> anyPayments(Random random) {
        List<Payment> payments = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            long minor = random.nextInt(4) == 0 ? -1 - random.nextInt(100) : 1 + random.nextInt(150);
            payments.add(new Payment(new CaseId(1), "r" + i, money(minor), MADE.plusDays(random.nextInt(14) - 2L),
                    Instant.EPOCH.plusSeconds(random.nextInt(5))));
        }
        return payments;
    }

    private static Promise of(Instalment... instalments) {
        return new Promise(MADE, List.of(instalments));
    }

    private static Instalment part(int day, long minor) {
        return new Instalment(november(day), money(minor));
    }

    private static LocalDate november(int day) {
        return LocalDate.of(2026, 11, 1).plusDays(day - 1L);
    }

    private static Payment paid(int day, long minor) {
        return new Payment(new CaseId(1), day + "/" + minor, money(minor), november(day), Instant.EPOCH);
    }

    private static Money money(long minor) {
        return new Money(minor, CNY);
    }
}
