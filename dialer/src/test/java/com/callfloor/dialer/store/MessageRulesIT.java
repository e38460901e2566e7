package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.calls.Disposition;
import com.callfloor.dialer.cases.CaseNumber;
import com.callfloor.dialer.cases.NumberRole;
import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.dispositions.Details;
import com.callfloor.dialer.floor.AttemptLedger.Reservation;
import com.callfloor.dialer.gateway.ProviderStand.Told;
import com.callfloor.dialer.messages.EmailAddress;
import com.callfloor.dialer.messages.Message;
import com.callfloor.dialer.messages.MessageBook.ByHand;
import com.callfloor.dialer.messages.MessageState;
import com.callfloor.dialer.rules.books.DecisionLog;
import com.callfloor.dialer.rules.books.FactBook.NewFact;
import com.callfloor.dialer.rules.history.Channel;
import com.callfloor.dialer.rules.history.FactKind;
import com.callfloor.dialer.testing.TestSchemas;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** To whom a message may go, and when: the rules decide as they do for calls. */
class MessageRulesIT extends MessageScenario {
    MessageRulesIT(TestSchemas schemas) throws ConfigProblem {
        super(schemas);
    }

    @Test
    void outsideTheHoursItIsHeldUntilTheyOpenAndEachDecisionIsSealed() throws Exception {
        nowIs(MONDAY_NIGHT);
        send("C1");

        assertThat(only("C1").state()).isEqualTo(MessageState.HELD);
        assertThat(only("C1").nextAt()).contains(TUESDAY_EIGHT);
        assertThat(only("C1").reason().orElseThrow().en()).contains("CN-GB-TIME", "FLOOR-HOURS");
        nowIs(TUESDAY_EIGHT.minusSeconds(1));
        desk.sendDue();
        assertThat(provider.got).isEmpty();
        nowIs(TUESDAY_EIGHT);
        desk.sendDue();

        assertThat(only("C1").state()).isEqualTo(MessageState.SENT);
        new DecisionSealer(books.database, Optional.empty()).seal();
        var log = new SqlDecisionLog(books.database, Optional.empty());
        List<DecisionLog.Kept> kept = log.of("C1", null, 10);
        assertThat(kept).hasSize(2);
        assertThat(kept.getFirst().json()).contains("\"channel\":\"sms\"", only("C1").id().toString(),
                "\"verdict\":\"allow\"");
        assertThat(kept.getLast().json()).contains("\"not_before\":\"2026-11-24T00:00:00Z\"");
        assertThat(log.verify().sealed()).isEqualTo(2);
        assertThat(log.verify().flaws()).isEmpty();
    }

    @Test
    void anAnswerOfStopEndsMessagesToThatNumberForEverybodyAndCallsGoOn() throws Exception {
        send("C1");
        report("{\"from\": \"13800000001\", \"text\": \"退订\"}");
        report("{\"from\": \"+8613800000001\", \"text\": \"STOP\"}");
        clock.pass(Duration.ofDays(2));
        send("C1");

        assertThat(books.count("facts WHERE kind = 'no_messages'")).isEqualTo(1);
        assertThat(latest("C1").state()).isEqualTo(MessageState.REFUSED);
        assertThat(why(latest("C1"))).contains("FACT-NO-MESSAGES");
        assertThat(provider.got).hasSize(1);
        assertThat(books.reserve(books.ledger(TestPacks.facts()))).isInstanceOf(Reservation.Reserved.class);
    }

    @Test
    void somebodyElsesAnswerAndOtherWordsChangeNothing() throws Exception {
        send("C1");
        report("{\"from\": \"13999999999\", \"text\": \"STOP\"}");
        report("{\"from\": \"13800000001\", \"text\": \"please stop by\"}");

        assertThat(books.count("facts")).isZero();
    }

    @Test
    void theSecondMessageOfADayIsHeldUntilTheNext() throws Exception {
        send("C1");
        clock.pass(Duration.ofHours(1));
        send("C1");

        assertThat(latest("C1").state()).isEqualTo(MessageState.HELD);
        assertThat(why(latest("C1"))).contains("FLOOR-MESSAGE-DAY");
        assertThat(latest("C1").nextAt()).contains(TUESDAY_EIGHT);
    }

    @Test
    void aMessageThatTheProviderRefusedDoesNotCount() throws Exception {
        provider.answers(new Told(400, ""));
        send("C1");
        send("C1");

        assertThat(book.of(id("C1"))).extracting(Message::state)
                .containsExactlyInAnyOrder(MessageState.FAILED, MessageState.SENT);
    }

    @Test
    void whatMakesCallsWaitMakesMessagesWait() throws Exception {
        talk("C1", Disposition.COMPLAINT, new Details.Complaint("rude"));
        send("C1");

        assertThat(only("C1").state()).isEqualTo(MessageState.REFUSED);
        assertThat(why(only("C1"))).contains("CASE-WAITS");
    }

    @Test
    void aDisputeRefusesIt() throws Exception {
        new SqlFactBook(books.database).note(new NewFact("C1", FactKind.DISPUTE, clock.instant(), null, null, null,
                Set.of(), "a letter", "li"));
        send("C1");

        assertThat(only("C1").state()).isEqualTo(MessageState.REFUSED);
        assertThat(why(only("C1"))).contains("FACT-DISPUTE");
        assertThat(provider.got).isEmpty();
    }

    @Test
    void aStepOfTheLadderIsOneMessageAndNoneOfAClosedCase() {
        desk.planStep(id("C1"), LocalDate.of(2026, 11, 23));
        desk.planStep(id("C1"), LocalDate.of(2026, 11, 23));
        desk.planStep(id("C2"), LocalDate.of(2026, 11, 23));
        books.database.jdbi()
                .useHandle(handle -> handle.execute("UPDATE cases SET state = 'withdrawn' WHERE ref = 'C2'"));
        desk.sendDue();

        assertThat(only("C1").state()).isEqualTo(MessageState.SENT);
        assertThat(only("C1").template()).isEqualTo("payment_due");
        assertThat(only("C2").state()).isEqualTo(MessageState.CANCELLED);
        assertThat(why(only("C2"))).contains("the case is withdrawn");
    }

    @Test
    void nobodyIsWrittenToAtWorkOrAtAContactsNumber() throws Exception {
        books.take(Books.row("C3", "D3", "Wang", List.of(
                new CaseNumber(Books.mobile(3), NumberRole.WORK, 1, null, null),
                new CaseNumber(Books.mobile(4), NumberRole.CONTACT, 2, "Zhao", "friend"),
                new CaseNumber(Books.mobile(5), NumberRole.HOME, 3, null, null))));
        send("C3");

        assertThat(only("C3").state()).isEqualTo(MessageState.REFUSED);
        assertThat(why(only("C3"))).contains("NO-RECIPIENT");
    }

    @Test
    void aNumberThatIsNotTheDebtorsGivesWayToTheNextAndARefusedOneDoesNot() throws Exception {
        books.take(Books.row("C3", "D3", Books.mobile(3), Books.mobile(4)));
        var facts = new SqlFactBook(books.database);
        facts.note(
                new NewFact("C3", FactKind.WRONG_PARTY, clock.instant(), Books.mobile(3), null, null, Set.of(), "told",
                        "li"));
        send("C3");
        facts.note(
                new NewFact("C3", FactKind.NO_MESSAGES, clock.instant(), Books.mobile(4), null, null, Set.of(), "told",
                        "li"));
        books.take(Books.row("C3", "D3", Books.mobile(3), Books.mobile(4), Books.mobile(5)));
        clock.pass(Duration.ofDays(2));
        send("C3");

        assertThat(provider.got).singleElement().matches(got -> got.body().contains("+8613800000004"));
        assertThat(why(latest("C3"))).contains("FACT-NO-MESSAGES");
    }

    @Test
    void aMailGoesToThePersonalAddressUntilItIsRefusedThere() throws Exception {
        var address = new EmailAddress("li@example.com");
        assertThat(desk.noteEmail(id("C1"), address, true, "told us", "li")).isTrue();
        mail("C1");
        assertThat(why(only("C1"))).as("work").contains("NO-RECIPIENT");
        desk.noteEmail(id("C1"), address, false, "told us better", "li");
        mail("C1");
        assertThat(provider.got.getFirst().body()).contains("li@example.com", "请与晨星客户服务中心联系", "1,234.56元");
        report("{\"from\": \"Li@Example.com\", \"text\": \"退订\"}");
        clock.pass(Duration.ofDays(2));
        mail("C1");

        assertThat(why(latest("C1"))).contains("FACT-NO-MESSAGES");
        clock.pass(Duration.ofSeconds(1));
        send("C1");
        assertThat(latest("C1").state()).as("the refusal was about the address").isEqualTo(MessageState.SENT);
    }

    @Test
    void anAddressThatRefusedMessagesGetsNoneAboutAnotherDebtorEither() throws Exception {
        var address = new EmailAddress("family@example.com");
        desk.noteEmail(id("C1"), address, false, "told us", "li");
        mail("C1");
        report("{\"from\": \"Li Na <family@example.com>\", \"text\": \"STOP\\n> as you wrote\"}");

        books.take(Books.row("C9", "D9", Books.mobile(9)));
        desk.noteEmail(id("C9"), address, false, "told us", "li");
        mail("C9");

        assertThat(only("C9").state()).isEqualTo(MessageState.REFUSED);
        assertThat(why(only("C9"))).contains("FACT-NO-MESSAGES");
    }

    private void mail(String ref) {
        desk.byHand(new ByHand(id(ref), "payment_due", Channel.EMAIL, Optional.empty()), "li");
    }
}
