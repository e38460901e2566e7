package com.callfloor.dialer.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.cases.CaseNumber;
import com.callfloor.dialer.cases.CaseRow;
import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.cases.NumberRole;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.floor.AttemptLedger;
import com.callfloor.dialer.floor.AttemptLedger.Reservation;
import com.callfloor.dialer.floor.AttemptLedger.Slot;
import com.callfloor.dialer.floor.FloorFact;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.rules.CallQuestion;
import com.callfloor.dialer.rules.CallingRules;
import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.rules.Reason;
import com.callfloor.dialer.rules.history.PastCall;
import com.callfloor.dialer.rules.pack.PackTerm;
import com.callfloor.dialer.rules.pack.RulePack;
import com.callfloor.dialer.staff.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** A floor's books with what tests do to them all the time. */
final class Books {
    static final Duration LATEST_ANSWER = Duration.ofSeconds(50);
    static final Duration REACH = Duration.ofDays(8);
    static final Instant MONDAY_NOON = Instant.parse("2026-11-23T04:00:00Z");
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Currency CNY = Currency.getInstance("CNY");

    final Database database;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");

    Books(Database database) {
        this.database = database;
        this.clock = database.clock();
    }

    /** The n-th of ten million mobiles. */
    static PhoneNumber mobile(int n) {
        return new PhoneNumber("+86138%08d".formatted(n));
    }

    static CaseRow row(String caseRef, String debtorRef, PhoneNumber... numbers) {
        List<CaseNumber> listed = new ArrayList<>();
        for (PhoneNumber number : numbers) {
            listed.add(new CaseNumber(number, NumberRole.MOBILE, listed.size() + 1, null, null));
        }
        return row(caseRef, debtorRef, "Debtor " + debtorRef, listed);
    }

    static CaseRow row(String caseRef, String debtorRef, String debtorName, List<CaseNumber> numbers) {
        return new CaseRow(2, caseRef, debtorRef, debtorName, "Lender", "loan", new Money(123_456, CNY),
                new Money(100_000, CNY), LocalDate.of(2026, 9, 1), 83, 3, numbers, "CN-GD", "510000",
                ZoneId.of("Asia/Shanghai"), "zh-CN", "a note");
    }

    void take(CaseRow... rows) {
        SqlCaseStore store = new SqlCaseStore(database);
        store.write(store.beginImport("cases.csv", clock.instant()), List.of(rows), clock.instant());
    }

    AgentId agent(String login, String extension) {
        return new AgentId(new SqlStaffDirectory(database)
                .save(login, "Agent " + login, Role.AGENT, new Extension(extension), null)
                .id());
    }

    SqlAttemptLedger ledger(Function<CallQuestion, Decision> rules) {
        return new SqlAttemptLedger(database, rules(rules), databaseNow -> clock.instant());
    }

    /** One answer for everybody, wherever they are. */
    static LedgerRules rules(Function<CallQuestion, Decision> rules) {
        return new LedgerRules(placement -> Optional.of(rules), REACH,
                new CaseZones((declared, region, number) -> Set.of(SHANGHAI)), new NumberCountries("CN"));
    }

    /** These packs for everybody. */
    SqlAttemptLedger ledger(RulePack... packs) {
        var rules = new CallingRules(Stream.of(packs).map(PackTerm::current).toList());
        return ledger(rules::decide);
    }

    AttemptId newId() {
        synchronized (random) {
            return AttemptId.next(clock.instant(), random);
        }
    }

    Reservation reserve(Function<CallQuestion, Decision> rules) throws LedgerUnavailable {
        return reserve(ledger(rules));
    }

    /** One attempt, no agent held. */
    Reservation reserve(AttemptLedger ledger) throws LedgerUnavailable {
        return ledger.reserve("default", List.of(new Slot(newId(), false)), LATEST_ANSWER).getFirst();
    }

    Reservation.Reserved reserved() throws LedgerUnavailable {
        Reservation reservation = reserve(Books::allow);
        assertThat(reservation).isInstanceOf(Reservation.Reserved.class);
        return (Reservation.Reserved) reservation;
    }

    /** As many slots as cases are wished for, no agent held. */
    List<Reservation> reserve(AttemptLedger ledger, int most) throws LedgerUnavailable {
        return ledger.reserve("default", Stream.generate(() -> new Slot(newId(), false)).limit(most).toList(),
                LATEST_ANSWER);
    }

    static List<PastCall> calls(CallQuestion question) {
        List<PastCall> calls = new ArrayList<>();
        for (int i = 0; i < question.history().size(); i++) {
            calls.add(question.history().get(i));
        }
        return calls;
    }

    /** Writes facts and waits until they are on disk. */
    void write(FloorFact... facts) {
        SqlFactJournal journal = new SqlFactJournal(database, fact -> {
        });
        for (FloorFact fact : facts) {
            journal.write(fact);
        }
        assertThat(journal.close(Duration.ofSeconds(20))).as("facts that are not on disk").isZero();
        assertThat(journal.setAside()).as("facts that were refused").isZero();
    }

    FloorFact.Closed closed(AttemptId attempt, Outcome outcome, Instant nextCallAt) {
        return new FloorFact.Closed(clock.instant(), attempt, outcome, HangupCause.NORMAL, false, null, nextCallAt);
    }

    <T> T one(Class<T> type, String sql, Object... arguments) {
        return database.jdbi().withHandle(handle -> handle.select(sql, arguments).mapTo(type).one());
    }

    int count(String table) {
        return one(Integer.class, "SELECT COUNT(*) FROM " + table);
    }

    static Decision allow(CallQuestion question) {
        return new Decision(question.at(), new Decision.Verdict.Allow(),
                List.of(new Decision.Finding("TEST", "test", "1", true,
                        new Reason.WithinHours(SHANGHAI, LocalTime.NOON))),
                question.zones());
    }

    static Decision deny(CallQuestion question) {
        return denial(question, new Decision.Verdict.Deny());
    }

    static Decision denial(CallQuestion question, Decision.Verdict verdict) {
        return new Decision(question.at(), verdict,
                List.of(new Decision.Finding("TEST", "test", "1", false,
                        new Reason.OutsideHours(SHANGHAI, LocalTime.NOON, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))),
                question.zones());
    }
}
