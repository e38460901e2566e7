package com.callfloor.dialer.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.CaseNumber;
import com.callfloor.dialer.cases.NumberRole;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.contacts.ContactDesk.NumberOutlook;
import com.callfloor.dialer.contacts.LineType;
import com.callfloor.dialer.floor.AttemptLedger.Reservation;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.rules.history.LineKind;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(DatabaseExtension.class)
class ContactChoiceIT {
    private static final PhoneNumber MOBILE = Books.mobile(1);
    private static final PhoneNumber HOME = new PhoneNumber("+862161234567");
    private static final PhoneNumber WORK = new PhoneNumber("+862169876543");

    private final MovableClock clock = new MovableClock(Books.MONDAY_NOON);
    private final Books books;

    ContactChoiceIT(TestSchemas schemas) {
        this.books = new Books(schemas.migrated(clock));
    }

    @Test
    void theRoleThatUsuallyAnswersMostIsCalledFirstWhateverTheLendersOrder() throws LedgerUnavailable {
        take(number(WORK, NumberRole.WORK), number(HOME, NumberRole.HOME), number(MOBILE, NumberRole.MOBILE));

        assertThat(books.reserved().number()).isEqualTo(MOBILE);
    }

    @Test
    void aNumberThatDoesNotAnswerGivesWayAndOneThatAnswersIsCalledAgain() throws LedgerUnavailable {
        take(number(MOBILE, NumberRole.MOBILE), number(HOME, NumberRole.HOME));

        List<PhoneNumber> called = new ArrayList<>();
        for (int attempt = 0; attempt < 4; attempt++) {
            Reservation.Reserved reserved = books.reserved();
            called.add(reserved.number());
            ended(reserved.id(), reserved.number().equals(MOBILE) ? "no_answer" : "abandoned");
        }

        assertThat(called).startsWith(MOBILE).endsWith(HOME, HOME);
    }

    @Test
    void everyFifthAttemptOfACaseGoesToTheNumberTriedLeast() throws LedgerUnavailable {
        take(number(MOBILE, NumberRole.MOBILE), number(WORK, NumberRole.WORK));

        List<PhoneNumber> called = new ArrayList<>();
        for (int attempt = 0; attempt < 6; attempt++) {
            Reservation.Reserved reserved = books.reserved();
            called.add(reserved.number());
            ended(reserved.id(), reserved.number().equals(MOBILE) ? "abandoned" : "no_answer");
        }

        assertThat(called).containsExactly(MOBILE, MOBILE, MOBILE, MOBILE, WORK, MOBILE);
        assertThat(books.count("decisions WHERE decision LIKE '%\"explores\":true%'")).isEqualTo(1);
    }

    @Test
    void whatTheFloorsAttemptsTaughtIsKnownToADialerThatStartsAnew() throws Exception {
        IntStream.range(0, 40)
                .forEach(i -> books.take(Books.row("M" + i, "DM" + i, "M", List.of(
                        number(Books.mobile(100 + i), NumberRole.MOBILE))),
                        Books.row("H" + i, "DH" + i, "H", List.of(
                                number(new PhoneNumber("+8621612345%02d".formatted(i)), NumberRole.HOME)))));
        assertThat(books.reserve(books.ledger(Books::allow), 80)).allMatch(Reservation.Reserved.class::isInstance);
        books.database.jdbi()
                .useHandle(handle -> handle.execute(
                        """
                                UPDATE attempts SET state = 'closed', ended_at = reserved_at,
                                       outcome = CASE WHEN role = 'home' THEN 'abandoned' ELSE 'no_answer' END"""));
        clock.pass(Duration.ofMinutes(1));
        take(number(MOBILE, NumberRole.MOBILE), number(new PhoneNumber("+862169999999"), NumberRole.HOME));

        Reservation.Reserved reserved = books.reserved();

        assertThat(reserved.number()).isEqualTo(new PhoneNumber("+862169999999"));
        assertThat(reserved.answerChance()).isGreaterThan(0.5);
        assertThat(contact(reserved.id()).path("others").path(0).path("chance").asDouble()).isLessThan(0.15);
    }

    @Test
    void aLikelierNumberThatTheRulesForbidIsNeverCalled() throws Exception {
        take(number(MOBILE, NumberRole.MOBILE), number(WORK, NumberRole.WORK));

        var reserved = (Reservation.Reserved) books.reserve(question -> question.callee().line() == LineKind.MOBILE
                ? Books.deny(question)
                : Books.allow(question));

        assertThat(reserved.number()).isEqualTo(WORK);
        assertThat(contact(reserved.id()).path("because").asText())
                .isEqualTo("work, not tried before: 12 %; mobile 25 % (not allowed now)");
        assertThat(contact(reserved.id()).path("others").path(0).path("denied").asBoolean()).isTrue();
    }

    @Test
    void theReasonIsKeptWithTheAttemptAndNamesNobodysNumber() throws Exception {
        take(number(MOBILE, NumberRole.MOBILE), number(WORK, NumberRole.WORK));
        // One ledger, so that nothing is learned in between but what the number itself tells.
        SqlAttemptLedger ledger = books.ledger(Books::allow);
        ended(((Reservation.Reserved) books.reserve(ledger)).id(), "abandoned");

        var reserved = (Reservation.Reserved) books.reserve(ledger);

        JsonNode contact = contact(reserved.id());
        assertThat(contact.path("because").asText())
                .isEqualTo("mobile, answered 1 of 1 times between 12 and 14: 40 %; work 12 %");
        assertThat(contact.path("chance").asDouble()).isEqualTo(0.4);
        assertThat(reserved.answerChance()).isBetween(0.39, 0.41);
        assertThat(contact.toString()).doesNotContain(WORK.e164()).contains(WORK.masked());
    }

    @Test
    void attemptsOfBeforeTellOfTheirNumberAndNothingOfRolesAndHours() throws Exception {
        take(number(MOBILE, NumberRole.MOBILE), number(HOME, NumberRole.HOME));
        ended(books.reserved().id(), "no_answer");
        books.database.jdbi()
                .useHandle(handle -> handle
                        .execute("UPDATE attempts SET role = NULL, hour_band = NULL, weekend = NULL"));

        Reservation.Reserved reserved = books.reserved();

        assertThat(contact(reserved.id()).path("because").asText())
                .isEqualTo("mobile, answered 0 of 1 times between 12 and 14: 20 %; home 18 %");
    }

    @Test
    void theDeskShowsWhatIsKnownOfEachNumber() throws Exception {
        take(number(MOBILE, NumberRole.MOBILE), number(HOME, NumberRole.HOME));
        Reservation.Reserved reserved = books.reserved();
        var agent = books.agent("ann", "1001");
        books.database.jdbi()
                .useHandle(handle -> handle.execute("""
                        UPDATE attempts SET state = 'closed', outcome = 'connected', answered_at = reserved_at,
                               connected_at = reserved_at, ended_at = reserved_at, agent_id = ?""", agent.value()));
        books.database.jdbi()
                .useHandle(handle -> handle.execute("UPDATE debtor_numbers SET valid = FALSE WHERE role = 'home'"));
        clock.pass(Duration.ofHours(1));

        List<NumberOutlook> numbers = books.ledger(Books::allow).contacts().numbers(reserved.card().id()).orElseThrow();

        assertThat(numbers).extracting(NumberOutlook::number).containsExactly(MOBILE.masked(), HOME.masked());
        NumberOutlook mobile = numbers.getFirst();
        assertThat(mobile.line()).isEqualTo(LineType.MOBILE);
        assertThat(mobile.lastReached()).isEqualTo(Books.MONDAY_NOON);
        assertThat(mobile.tries()).isEqualTo(1);
        assertThat(mobile.answered()).isEqualTo(1);
        assertThat(mobile.chance()).isNotNull().isGreaterThan(0.25);
        assertThat(mobile.bestHours()).hasSize(6);
        assertThat(mobile.bestHours().getFirst().slot().band().from()).isEqualTo(12);
        assertThat(mobile.bestHours().getFirst().slot().weekend()).isFalse();
        NumberOutlook home = numbers.getLast();
        assertThat(home.line()).isEqualTo(LineType.LANDLINE);
        assertThat(home.valid()).isFalse();
        assertThat(home.lastReached()).isNull();
        assertThat(home.chance()).isNull();
        assertThat(home.bestHours()).isEmpty();
    }

    private void take(CaseNumber... numbers) {
        List<CaseNumber> listed = new ArrayList<>();
        for (CaseNumber each : numbers) {
            listed.add(new CaseNumber(each.number(), each.role(), listed.size() + 1, null, null));
        }
        books.take(Books.row("C1", "D1", "Debtor", listed));
    }

    private static CaseNumber number(PhoneNumber number, NumberRole role) {
        return new CaseNumber(number, role, 1, null, null);
    }

    /** The attempt is over, a minute passes, and the case is due again. */
    private void ended(AttemptId attempt, String outcome) {
        books.database.jdbi().useHandle(handle -> {
            handle.execute("UPDATE attempts SET state = 'closed', outcome = ?, ended_at = reserved_at WHERE id = ?",
                    outcome, attempt.toString());
            handle.execute("UPDATE cases SET next_call_at = '2026-01-01'");
        });
        clock.pass(Duration.ofMinutes(1));
    }

    private JsonNode contact(AttemptId attempt) throws Exception {
        return new ObjectMapper().readTree(new SqlCallLog(books.database).byId(attempt).orElseThrow().decisionJson())
                .path("contact");
    }
}
