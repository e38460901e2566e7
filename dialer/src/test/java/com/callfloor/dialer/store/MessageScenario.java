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
import com.callfloor.dialer.messages.Gateway;
import com.callfloor.dialer.messages.Message;
import com.callfloor.dialer.messages.MessageBook.ByHand;
import com.callfloor.dialer.messages.MessageComposer;
import com.callfloor.dialer.messages.MessageDesk;
import com.callfloor.dialer.messages.MessageId;
import com.callfloor.dialer.messages.MessageSettings;
import com.callfloor.dialer.messages.SendingPlan;
import com.callfloor.dialer.messages.TemplateLibrary;
import com.callfloor.dialer.payments.Payment;
import com.callfloor.dialer.rules.CallingRules;
import com.callfloor.dialer.rules.CandidateZones;
import com.callfloor.dialer.rules.history.Channel;
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
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** Two debtors, of whom one reads English: a real database, a real provider over HTTP. Monday noon in Shanghai. */
@ExtendWith(DatabaseExtension.class)
abstract class MessageScenario {
    static final Currency CNY = Currency.getInstance("CNY");
    static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);
    static final Instant WEDNESDAY_TEN = Instant.parse("2026-11-25T02:00:00Z");
    static final Instant MONDAY_NIGHT = Instant.parse("2026-11-23T14:00:00Z");
    static final Instant TUESDAY_EIGHT = Instant.parse("2026-11-24T00:00:00Z");

    final MovableClock clock = new MovableClock(Books.MONDAY_NOON);
    final Books books;
    final SqlMessages book;
    final MessageComposer composer;
    final TemplateLibrary templates;
    final List<Payment> paid = new ArrayList<>();
    final ProviderStand provider = new ProviderStand();
    final HttpGateway gateway = provider.gateway(true);
    final HttpGateway unsure = provider.gateway(false);
    MessageDesk desk;

    MessageScenario(TestSchemas schemas) throws ConfigProblem {
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

    MessageDesk desk(HttpGateway through) {
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
    static CaseRow english() {
        return new CaseRow(2, "C2", "D2", "Ann Lee", "Lender", "loan", new Money(123_456, CNY), new Money(100_000, CNY),
                LocalDate.of(2026, 9, 1), 83, 3,
                List.of(new CaseNumber(Books.mobile(2), NumberRole.MOBILE, 1, null, null)),
                "CN-GD", "510000", ZoneId.of("Asia/Shanghai"), "en-GB", "a note");
    }

    void report(String event) throws Exception {
        String body = "{\"events\": [" + event + "]}";
        desk.report("house", ProviderStand.signed(body), body.getBytes(StandardCharsets.UTF_8));
    }

    ByHand wish(String ref) {
        return new ByHand(id(ref), "payment_due", Channel.SMS, Optional.empty());
    }

    MessageId send(String ref) {
        return ((MessageDesk.ByHandResult.Done) desk.byHand(wish(ref), "li")).message().id();
    }

    Message only(String ref) {
        List<Message> all = book.of(id(ref));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    Message latest(String ref) {
        return book.of(id(ref)).getFirst();
    }

    static Optional<String> why(Message message) {
        return message.reason().map(Words::en);
    }

    CaseId id(String ref) {
        return new CaseId(books.one(Long.class, "SELECT id FROM cases WHERE ref = ?", ref));
    }

    void nowIs(Instant instant) {
        clock.pass(Duration.between(clock.instant(), instant));
    }

    void talk(String ref, Disposition disposition, Details details) throws LedgerUnavailable {
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
