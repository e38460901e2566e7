package com.callfloor.dialer.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Disposition;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.CaseNumber;
import com.callfloor.dialer.cases.CaseRow;
import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.cases.NumberRole;
import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.MessageFile;
import com.callfloor.dialer.dispositions.Details;
import com.callfloor.dialer.dispositions.WrapUp;
import com.callfloor.dialer.floor.AttemptLedger.Reservation;
import com.callfloor.dialer.floor.FloorFact;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.gateway.HttpGateway;
import com.callfloor.dialer.gateway.ProviderStand;
import com.callfloor.dialer.gateway.ProviderStand.Told;
import com.callfloor.dialer.messages.EmailAddress;
import com.callfloor.dialer.messages.Gateway;
import com.callfloor.dialer.messages.Incoming;
import com.callfloor.dialer.messages.Message;
import com.callfloor.dialer.messages.MessageBook.Begun;
import com.callfloor.dialer.messages.MessageBook.ByHand;
import com.callfloor.dialer.messages.MessageComposer;
import com.callfloor.dialer.messages.MessageDesk;
import com.callfloor.dialer.messages.MessageId;
import com.callfloor.dialer.messages.MessageSettings;
import com.callfloor.dialer.messages.MessageState;
import com.callfloor.dialer.messages.SendingPlan;
import com.callfloor.dialer.messages.TemplateLibrary;
import com.callfloor.dialer.payments.Payment;
import com.callfloor.dialer.promises.Instalment;
import com.callfloor.dialer.rules.CallingRules;
import com.callfloor.dialer.rules.CandidateZones;
import com.callfloor.dialer.rules.books.DecisionLog;
import com.callfloor.dialer.rules.books.FactBook.NewFact;
import com.callfloor.dialer.rules.history.Channel;
import com.callfloor.dialer.rules.history.FactKind;
import com.callfloor.dialer.rules.pack.PackTerm;
import com.callfloor.dialer.scripts.CallerNames;
import com.callfloor.dialer.scripts.Language;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.FollowUpSamples;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** Messages from their planning to the provider's report: a real database, a real provider over HTTP. Monday noon in Shanghai. */
@ExtendWith(DatabaseExtension.class)
class MessagesIT {
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);
    private static final Instant WEDNESDAY_TEN = Instant.parse("2026-11-25T02:00:00Z");
    private static final Instant MONDAY_NIGHT = Instant.parse("2026-11-23T14:00:00Z");
    private static final Instant TUESDAY_EIGHT = Instant.parse("2026-11-24T00:00:00Z");

    private final MovableClock clock = new MovableClock(Books.MONDAY_NOON);
    private final Books books;
    private final SqlMessages book;
    private final MessageComposer composer;
    private final TemplateLibrary templates;
    private final List<Payment> paid = new ArrayList<>();
    private final ProviderStand provider = new ProviderStand();
    private final HttpGateway gateway = provider.gateway(true);
    private final HttpGateway unsure = provider.gateway(false);
    private MessageDesk desk;

    MessagesIT(TestSchemas schemas) throws ConfigProblem {
        books = new Books(schemas.migrated(clock));
        List<PackTerm> terms = List.of(PackTerm.current(TestPacks.facts()), PackTerm.current(TestPacks.shipped("cn")),
                PackTerm.current(TestPacks.shipped("floor")));
        var rules = new CallingRules(terms);
        book = new SqlMessages(books.database,
                new LedgerRules(placement -> Optional.of(rules::decide), Duration.ofDays(40),
                        new CaseZones(new CandidateZones()::of), new NumberCountries("CN")),
                databaseNow -> clock.instant(), FollowUpSamples.PLAN, (handle, id) -> List.copyOf(paid));
        templates = new MessageFile().readAll(Path.of("..", "config", "messages"));
        composer = new MessageComposer(templates,
                new CallerNames("the service centre", "晨星客户服务中心", "021 6000 0000", Language.ZH_CN));
        desk = desk(gateway);
    }

    private MessageDesk desk(HttpGateway through) {
        return new MessageDesk(book, templates, composer, new MessageSettings(Channel.SMS, Duration.ofMinutes(2),
                new SendingPlan(3, Duration.ofSeconds(30))), List.<Gateway>of(through), clock);
    }

    @BeforeEach
    void twoCases() {
        books.take(Books.row("C1", "D1", Books.mobile(1)), english());
    }

    @AfterEach
    void stop() {
        gateway.close();
        unsure.close();
        provider.close();
    }

    /** Of a debtor in China who reads English. */
    private static CaseRow english() {
        return new CaseRow(2, "C2", "D2", "Ann Lee", "Lender", "loan", new Money(123_456, CNY), new Money(100_000, CNY),
                LocalDate.of(2026, 9, 1), 83, 3,
                List.of(new CaseNumber(Books.mobile(2), NumberRole.MOBILE, 1, null, null)),
                "CN-GD", "510000", ZoneId.of("Asia/Shanghai"), "en-GB", "a note");
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

    private void report(String event) throws Exception {
        String body = "{\"events\": [" + event + "]}";
        desk.report("house", ProviderStand.signed(body), body.getBytes(StandardCharsets.UTF_8));
    }

    /** Which request it was that went to this number. */
    private int placeOf(String number) {
        return provider.got.get(0).body().contains(number) ? 0 : 1;
    }

    private ByHand wish(String ref) {
        return new ByHand(id(ref), "payment_due", Channel.SMS, Optional.empty());
    }

    private MessageId send(String ref) {
        return ((MessageDesk.ByHandResult.Done) desk.byHand(wish(ref), "li")).message().id();
    }

    private void mail(String ref) {
        desk.byHand(new ByHand(id(ref), "payment_due", Channel.EMAIL, Optional.empty()), "li");
    }

    private Message only(String ref) {
        List<Message> all = book.of(id(ref));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private Message latest(String ref) {
        return book.of(id(ref)).getFirst();
    }

    private static Optional<String> why(Message message) {
        return message.reason().map(Words::en);
    }

    private List<MessageState> states(String ref) {
        return only(ref).changes().stream().map(Message.Change::state).toList();
    }

    private CaseId id(String ref) {
        return new CaseId(books.one(Long.class, "SELECT id FROM cases WHERE ref = ?", ref));
    }

    private void nowIs(Instant instant) {
        clock.pass(Duration.between(clock.instant(), instant));
    }

    private void promise(String ref, LocalDate date) throws LedgerUnavailable {
        talk(ref, Disposition.PROMISE_TO_PAY, new Details.PromiseToPay(
                List.of(new Instalment(date, new Money(50_000, CNY))), Optional.of("alipay")));
    }

    private void talk(String ref, Disposition disposition, Details details) throws LedgerUnavailable {
        books.database.jdbi()
                .useHandle(handle -> handle.execute(
                        "UPDATE cases SET next_call_at = CASE WHEN ref = ? THEN '2026-01-01' ELSE '2030-01-01' END",
                        ref));
        AgentId agent = books.agent("li" + ref, "100" + ref.substring(1));
        Reservation.Reserved reserved = books.reserved();
        AttemptId attempt = reserved.id();
        assertThat(reserved.card().caseRef()).isEqualTo(ref);
        Instant at = clock.instant();
        books.write(new FloorFact.Answered(at, attempt), new FloorFact.Connected(at, attempt, agent),
                books.closed(attempt, Outcome.CONNECTED, at.plus(Duration.ofDays(1))));
        WrapUp wrapUp = WrapUp.of(disposition, "as told", details);
        books.write(new FloorFact.Disposed(at, attempt, agent, wrapUp, FollowUpSamples.PLAN.after(wrapUp, at)));
    }
}
