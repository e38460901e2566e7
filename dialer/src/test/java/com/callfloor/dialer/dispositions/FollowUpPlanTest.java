package com.callfloor.dialer.dispositions;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.calls.Disposition;
import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.dispositions.FollowUp.AddTask;
import com.callfloor.dialer.dispositions.FollowUp.CallAt;
import com.callfloor.dialer.dispositions.FollowUp.MakePromise;
import com.callfloor.dialer.dispositions.FollowUp.NoteFact;
import com.callfloor.dialer.promises.Instalment;
import com.callfloor.dialer.rules.history.FactKind;
import com.callfloor.dialer.tasks.TaskKind;
import com.callfloor.dialer.testing.FollowUpSamples;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FollowUpPlanTest {
    /** 10 in the evening in Shanghai: already the next day further east, still the same there. */
    private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");
    private static final Money SOME = new Money(50_000, Currency.getInstance("CNY"));

    private static final Words SAID = new Words("said in a conversation", "通话中告知");

    private final FollowUpPlan plan = FollowUpSamples.PLAN;

    @Test
    void aPromiseIsRemindedOfTheDayBeforeAndCheckedAfterItsGrace() {
        var all = plan.after(promise(LocalDate.of(2026, 11, 26)), NOW);

        assertThat(all).hasSize(3);
        assertThat(all.getFirst()).isInstanceOfSatisfying(MakePromise.class, made -> {
            assertThat(made.promise().madeOn()).isEqualTo(LocalDate.of(2026, 11, 23));
            assertThat(made.callsWaitUntil()).isEqualTo(Instant.parse("2026-11-27T16:00:00Z"));
            assertThat(made.checkAt()).isEqualTo(made.callsWaitUntil());
        });
        assertThat(all.get(1)).isInstanceOfSatisfying(AddTask.class, task -> {
            assertThat(task.kind()).isEqualTo(TaskKind.PROMISE_REMINDER);
            assertThat(task.dueAt()).isEqualTo(Instant.parse("2026-11-25T02:00:00Z"));
            assertThat(task.channel()).contains("message");
            assertThat(task.ofPromise()).isTrue();
        });
        assertThat(all.get(2)).isInstanceOfSatisfying(AddTask.class, task -> {
            assertThat(task.kind()).isEqualTo(TaskKind.PROMISE_CHECK);
            assertThat(task.dueAt()).isEqualTo(Instant.parse("2026-11-27T16:00:00Z"));
        });
    }

    @Test
    void callsWaitForTheLastOfSeveralInstalmentsAndEachIsCheckedByItself() {
        var all = plan.after(promise(LocalDate.of(2026, 11, 26), LocalDate.of(2026, 12, 26)), NOW);

        var made = (MakePromise) all.getFirst();
        assertThat(made.callsWaitUntil()).isEqualTo(Instant.parse("2026-12-27T16:00:00Z"));
        assertThat(made.checkAt()).isEqualTo(Instant.parse("2026-11-27T16:00:00Z"));
        assertThat(tasks(all)).extracting(AddTask::kind)
                .containsExactly(TaskKind.PROMISE_REMINDER, TaskKind.PROMISE_CHECK, TaskKind.PROMISE_REMINDER,
                        TaskKind.PROMISE_CHECK);
    }

    @Test
    void aWaiverAndWhatGoesBeyondTheOfferAreATaskForTomorrowMorning() {
        var promised = new Details.PromiseToPay(List.of(new Instalment(LocalDate.of(2026, 11, 24), SOME)),
                Optional.empty(), Optional.of(SOME),
                List.of(new Words("7 instalments, and at most 6 are offered", "7 期，最多可分 6 期")));

        var all = plan.after(WrapUp.of(Disposition.PROMISE_TO_PAY, null, promised), NOW);

        assertThat(tasks(all).getLast()).satisfies(task -> {
            assertThat(task.kind()).isEqualTo(TaskKind.APPROVAL);
            assertThat(task.dueAt()).isEqualTo(Instant.parse("2026-11-23T16:00:00Z"));
            assertThat(task.ofPromise()).isTrue();
            assertThat(task.text()).contains(new Words("7 instalments, and at most 6 are offered; waiver of 500.00 CNY",
                    "7 期，最多可分 6 期；减免 500.00元"));
        });
    }

    @Test
    void nobodyIsRemindedTooLate() {
        var all = plan.after(promise(LocalDate.of(2026, 11, 24)), NOW);

        assertThat(tasks(all)).extracting(AddTask::kind).containsExactly(TaskKind.PROMISE_CHECK);
    }

    @Test
    void aCallBackIsDueAtItsVeryTimeAndKeptForItsAgentForAWhile() {
        Instant at = NOW.plus(Duration.ofHours(14));

        var all = plan.after(WrapUp.of(Disposition.CALL_BACK, null, new Details.CallBack(at, true, plan.zone())), NOW);

        assertThat(all.getLast()).isEqualTo(new CallAt(at, Optional.of(at.plus(Duration.ofMinutes(10)))));
        assertThat(tasks(all)).singleElement().satisfies(task -> {
            assertThat(task.kind()).isEqualTo(TaskKind.CALL_BACK);
            assertThat(task.forAgent()).isTrue();
            assertThat(task.callsWaitUntil()).contains(at);
        });
    }

    @Test
    void aCallBackForWhoeverIsFreeIsKeptForNobody() {
        Instant at = NOW.plus(Duration.ofHours(14));

        var all = plan.after(WrapUp.of(Disposition.CALL_BACK, null, new Details.CallBack(at, false, plan.zone())), NOW);

        assertThat(all.getLast()).isEqualTo(new CallAt(at, Optional.empty()));
        assertThat(tasks(all)).singleElement().satisfies(task -> assertThat(task.forAgent()).isFalse());
    }

    @Test
    void whoSaysToHavePaidIsNotCalledBeforeThePostingsWereLookedAt() {
        var claim = new Details.ClaimsPaid(LocalDate.of(2026, 11, 22), SOME, "alipay");

        var all = plan.after(WrapUp.of(Disposition.CLAIMS_PAID, null, claim), NOW);

        assertThat(tasks(all)).singleElement().satisfies(task -> {
            assertThat(task.kind()).isEqualTo(TaskKind.POSTING_CHECK);
            assertThat(task.dueAt()).isEqualTo(NOW.plus(Duration.ofDays(3)));
            assertThat(task.callsWaitUntil()).contains(task.dueAt());
            assertThat(task.text()).contains(new Words("500.00 CNY on 2026-11-22, channel: alipay",
                    "2026年11月22日已还款 500.00元，还款方式：alipay"));
        });
    }

    @Test
    void aComplaintStopsCallsUntilItIsAnsweredAndHardshipForAWhile() {
        var complaint = tasks(plan.after(
                WrapUp.of(Disposition.COMPLAINT, null, new Details.Complaint("called at work")), NOW)).getFirst();
        var hardship = tasks(plan.after(WrapUp.of(Disposition.HARDSHIP, null), NOW)).getFirst();

        assertThat(complaint.dueAt()).isEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(complaint.callsWaitUntil()).contains(FollowUpPlan.FOR_GOOD);
        assertThat(complaint.text()).contains(Words.same("called at work"));
        assertThat(hardship.callsWaitUntil()).contains(NOW.plus(Duration.ofDays(7)));
    }

    @Test
    void factsAreNotedOfTheCaseOrOfTheNumber() {
        assertThat(plan.after(WrapUp.of(Disposition.WRONG_PARTY, null), NOW))
                .containsExactly(new NoteFact(FactKind.WRONG_PARTY, true, SAID));
        assertThat(plan.after(WrapUp.of(Disposition.DISPUTES, null, new Details.Disputes("not my card")), NOW))
                .containsExactly(new NoteFact(FactKind.DISPUTE, false,
                        new Words("said in a conversation: not my card", "通话中告知：not my card")));
        assertThat(plan.after(WrapUp.of(Disposition.DECEASED, null), NOW))
                .containsExactly(new NoteFact(FactKind.DECEASED, false, SAID));
        assertThat(plan.after(WrapUp.of(Disposition.REFUSES, null, new Details.Refuses(true)), NOW))
                .containsExactly(new NoteFact(FactKind.REFUSED, true,
                        new Words("said in a conversation: no more calls", "通话中告知：要求不再致电")));
    }

    /** Not wanting to pay is not to want no more calls. */
    @ParameterizedTest
    @EnumSource(names = {"REFUSES", "THIRD_PARTY", "VOICEMAIL", "LANGUAGE_BARRIER", "NO_CONVERSATION", "CALL_BACK"})
    void theRetryPlanAloneDecidesWhereNothingWasAgreed(Disposition disposition) {
        assertThat(plan.after(WrapUp.of(disposition, null), NOW)).isEmpty();
    }

    @Test
    void detailsOfAnotherDispositionAreRefused() {
        assertThatThrownBy(() -> WrapUp.of(Disposition.REFUSES, null, new Details.Complaint("x")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static WrapUp promise(LocalDate... dates) {
        List<Instalment> instalments = List.of(dates).stream().map(date -> new Instalment(date, SOME)).toList();
        return WrapUp.of(Disposition.PROMISE_TO_PAY, null, new Details.PromiseToPay(instalments, Optional.empty()));
    }

    private static List<AddTask> tasks(List<FollowUp> all) {
        return all.stream().filter(AddTask.class::isInstance).map(AddTask.class::cast).toList();
    }
}
