package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import com.callfloor.dialer.calls.Disposition;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.dispositions.Details;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.gateway.ProviderStand.Told;
import com.callfloor.dialer.messages.Gateway;
import com.callfloor.dialer.messages.Incoming;
import com.callfloor.dialer.messages.Message;
import com.callfloor.dialer.messages.MessageBook.Begun;
import com.callfloor.dialer.messages.MessageBook.ByHand;
import com.callfloor.dialer.messages.MessageDesk;
import com.callfloor.dialer.messages.MessageId;
import com.callfloor.dialer.messages.MessageSettings;
import com.callfloor.dialer.messages.MessageState;
import com.callfloor.dialer.messages.SendingPlan;
import com.callfloor.dialer.payments.Payment;
import com.callfloor.dialer.promises.Instalment;
import com.callfloor.dialer.rules.history.Channel;
import com.callfloor.dialer.testing.TestSchemas;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Messages from their planning to the provider's report, through its faults and the deaths of nodes. */
class MessagesIT extends MessageScenario {
    MessagesIT(TestSchemas schemas) throws ConfigProblem {
        super(schemas);
    }

    @Test
    void aPromisesReminderGoesTheDayBeforeInTheDebtorsLanguageAndItsDeliveryComesBack() throws Exception {
        promise("C1", THURSDAY);
        promise("C2", THURSDAY);
        nowIs(WEDNESDAY_TEN.minusSeconds(1));
        look();
        assertThat(provider.got).isEmpty();

        nowIs(WEDNESDAY_TEN);
        look();
        look();

        assertThat(provider.got).hasSize(2);
        assertThat(provider.got.get(placeOf("+8613800000001")).body()).contains("您约定于2026年11月26日支付500.00元",
                "晨星客户服务中心", "Lender", "退订");
        int english = placeOf("+8613800000002");
        assertThat(provider.got.get(english).body()).contains("Ann Lee", "CNY 500.00 on 26 November 2026",
                "the service centre", "STOP");
        Message sent = only("C1");
        assertThat(sent.state()).isEqualTo(MessageState.SENT);
        assertThat(sent.recipient()).contains("138****0001");
        assertThat(books.count("tasks WHERE kind = 'promise_reminder' AND state = 'done'")).isEqualTo(2);

        report("{\"client_ref\": \"" + sent.id() + "\", \"status\": \"DELIVRD\"}");
        String undelivered = "{\"id\": \"p" + (english + 1) + "\", \"status\": \"UNDELIV\"}";
        report(undelivered);
        report(undelivered);

        assertThat(states("C1")).containsExactly(MessageState.PLANNED, MessageState.SENDING, MessageState.SENT,
                MessageState.DELIVERED);
        assertThat(only("C2").state()).isEqualTo(MessageState.FAILED);
        assertThat(only("C2").reason())
                .contains(new Words("the provider says: UNDELIV", "服务商：UNDELIV"));
        assertThat(books.count("tasks WHERE kind = 'promise_reminder' AND state = 'open'"))
                .as("a reminder that did not arrive is somebody's again")
                .isEqualTo(1);
    }

    @Test
    void whatWasPaidMeanwhileIsNotRemindedOf() throws Exception {
        promise("C1", THURSDAY);
        paid.add(new Payment(id("C1"), "p", new Money(50_000, CNY), LocalDate.of(2026, 11, 24), clock.instant()));
        nowIs(WEDNESDAY_TEN);
        look();

        assertThat(only("C1").state()).isEqualTo(MessageState.CANCELLED);
        assertThat(provider.got).isEmpty();
    }

    @Test
    void aProviderThatFaultsIsTriedAgainUnderTheSameReferenceAndGivenUpInTheEnd() throws Exception {
        provider.answers(new Told(503, ""), new Told(503, ""), new Told(503, ""));
        MessageId id = send("C1");
        assertThat(only("C1").state()).isEqualTo(MessageState.PLANNED);

        desk.sendDue();
        assertThat(provider.got).as("not before its pause is over").hasSize(1);
        clock.pass(Duration.ofSeconds(30));
        desk.sendDue();
        clock.pass(Duration.ofSeconds(60));
        desk.sendDue();
        clock.pass(Duration.ofHours(1));
        desk.sendDue();

        assertThat(provider.got).hasSize(3).allMatch(got -> got.body().contains(id.toString()));
        assertThat(only("C1").state()).isEqualTo(MessageState.FAILED);
        assertThat(why(only("C1"))).contains("given up after 3 tries: answered 503");
    }

    @Test
    void aFailingProviderThatRecoversGetsItOnceMore() throws Exception {
        provider.answers(new Told(502, ""));
        send("C1");
        clock.pass(Duration.ofSeconds(30));
        desk.sendDue();

        assertThat(only("C1").state()).isEqualTo(MessageState.SENT);
        assertThat(only("C1").tries()).isEqualTo(2);
    }

    @Test
    void aCrashAfterTheProviderTookItSendsItAgainOnlyUnderTheSameReference() throws Exception {
        MessageId id = book.planByHand(wish("C1"), "li", clock.instant()).orElseThrow();
        Begun.Send begun = (Begun.Send) book.begin(id, composer, "house", Duration.ofMinutes(2));
        gateway.send(begun.message());
        // Here the dialer dies: what the provider answered is lost.
        clock.pass(Duration.ofSeconds(30));
        desk.sendDue();
        assertThat(provider.got).as("another node may be waiting for the answer").hasSize(1);
        clock.pass(Duration.ofMinutes(2));
        desk.sendDue();

        assertThat(provider.got).hasSize(2).allMatch(got -> got.body().contains(id.toString()));
        assertThat(only("C1").state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void aCrashWithAProviderThatTakesAReferenceTwiceIsLeftInDoubtUntilAReportTells() throws Exception {
        MessageId id = book.planByHand(wish("C1"), "li", clock.instant()).orElseThrow();
        book.begin(id, composer, "house", Duration.ofMinutes(2));
        clock.pass(Duration.ofMinutes(3));
        desk = desk(unsure);
        desk.sendDue();
        desk.sendDue();

        assertThat(provider.got).isEmpty();
        assertThat(only("C1").state()).isEqualTo(MessageState.IN_DOUBT);
        send("C1");
        assertThat(latest("C1").state()).as("it counts, since it may have gone out").isEqualTo(MessageState.HELD);
        report("{\"client_ref\": \"" + id + "\", \"status\": \"DELIVRD\"}");
        assertThat(book.byId(id).orElseThrow().state()).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void aReportThatOvertakesTheProvidersAnswerStands() {
        MessageId id = book.planByHand(wish("C1"), "li", clock.instant()).orElseThrow();
        book.begin(id, composer, "house", Duration.ofMinutes(2));
        book.report("house", new Incoming.Report(Optional.of(id), Optional.empty(), true, "DELIVRD"),
                clock.instant());
        book.after(id, new SendingPlan(1, Duration.ofSeconds(1)).after(new Gateway.Handed.Taken(Optional.of("p1")), 1,
                false, true, clock.instant()), clock.instant());

        assertThat(only("C1").state()).isEqualTo(MessageState.DELIVERED);
        assertThat(book.report("another", new Incoming.Report(Optional.of(id), Optional.empty(), false, "x"),
                clock.instant())).as("a report about another gateway's message").isFalse();
    }

    @Test
    void ofManyNodesOnlyOneSendsAMessage() throws Exception {
        MessageId id = book.planByHand(wish("C1"), "li", clock.instant()).orElseThrow();
        Callable<Begun> begin = () -> book.begin(id, composer, "house", Duration.ofMinutes(2));
        int sends = 0;
        try (var nodes = Executors.newFixedThreadPool(4)) {
            for (var begun : nodes.invokeAll(List.of(begin, begin, begin, begin))) {
                sends += begun.get() instanceof Begun.Send ? 1 : 0;
            }
        }

        assertThat(sends).isEqualTo(1);
        assertThat(books.count("decisions")).isEqualTo(1);
    }

    @Test
    void aPreviewIsMaskedSaysWhatTheRulesWouldAndChangesNothing() {
        var preview = desk.preview(wish("C1")).orElseThrow();

        assertThat(preview.recipient()).contains("138****0001");
        assertThat(preview.composed().orElseThrow().text()).contains("Debtor D1", "****1", "晨星客户服务中心");
        assertThat(preview.decision().allowed()).isTrue();
        assertThat(books.count("messages")).isZero();
        assertThat(books.count("decisions")).isZero();
        assertThat(desk.preview(new ByHand(new CaseId(999), "payment_due", Channel.SMS, Optional.empty()))).isEmpty();
    }

    @Test
    void withoutAGatewayNothingIsPlannedAndRemindersStayTasks() throws Exception {
        promise("C1", THURSDAY);
        nowIs(WEDNESDAY_TEN);
        desk = new MessageDesk(book, templates, composer, new MessageSettings(Channel.SMS, Duration.ofMinutes(2),
                new SendingPlan(3, Duration.ofSeconds(30))), List.of(), clock);
        look();

        assertThat(books.count("messages")).isZero();
        assertThat(books.count("tasks WHERE kind = 'promise_reminder' AND state = 'open'")).isEqualTo(1);
    }

    private void look() {
        desk.planReminders();
        desk.sendDue();
    }

    /** Which request it was that went to this number. */
    private int placeOf(String number) {
        return provider.got.get(0).body().contains(number) ? 0 : 1;
    }

    private List<MessageState> states(String ref) {
        return only(ref).changes().stream().map(Message.Change::state).toList();
    }

    private void promise(String ref, LocalDate date) throws LedgerUnavailable {
        talk(ref, Disposition.PROMISE_TO_PAY, new Details.PromiseToPay(
                List.of(new Instalment(date, new Money(50_000, CNY))), Optional.of("alipay")));
    }
}
