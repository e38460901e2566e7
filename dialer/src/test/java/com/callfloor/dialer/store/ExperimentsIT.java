package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.cases.DebtorId;
import com.callfloor.dialer.effect.ExperimentReport.ArmFigures;
import com.callfloor.dialer.effect.PersonOutcome;
import com.callfloor.dialer.floor.AttemptLedger.Reservation;
import com.callfloor.dialer.floor.FloorFact;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.strategy.Arm;
import com.callfloor.dialer.strategy.AssignmentRound;
import com.callfloor.dialer.strategy.Experiment;
import com.callfloor.dialer.strategy.Experiments;
import com.callfloor.dialer.strategy.Stage;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is assigned to which arm, that it holds, and what the arms brought, counted once more by plain SQL. */
@ExtendWith(DatabaseExtension.class)
class ExperimentsIT {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final Experiment EXPERIMENT = experiment(1, 1);
    private static final int PEOPLE = 12;

    private final MovableClock clock = new MovableClock(Books.MONDAY_NOON);
    private final Books books;
    private final AgentId agent;

    ExperimentsIT(TestSchemas schemas) {
        this.books = new Books(schemas.migrated(clock));
        this.agent = books.agent("li", "1001");
    }

    private static Experiment experiment(int usual, int soft) {
        return new Experiment("softer", Set.of("Lender"), MONDAY, MONDAY.plusDays(30), "seed",
                List.of(new Arm("usual", usual, null, Map.of()),
                        new Arm("soft", soft, null, Map.of(Stage.LATE, Shipped.SOFT))));
    }

    private SqlAttemptLedger ledger(Experiment experiment) {
        SqlAttemptLedger ledger = books.ledger(Books::allow);
        ledger.noteTreatments(Shipped.treatments(new Experiments(List.of(experiment)), () -> MONDAY));
        return ledger;
    }

    private void people() {
        for (int nth = 1; nth <= PEOPLE; nth++) {
            books.take(Books.row("C" + nth, "D" + nth, Books.mobile(nth)));
        }
    }

    private AttemptId reserved(SqlAttemptLedger ledger) throws LedgerUnavailable {
        return ((Reservation.Reserved) books.reserve(ledger)).id();
    }

    private void sql(String statement, Object... arguments) {
        books.database.jdbi().useHandle(handle -> handle.execute(statement, arguments));
    }

    private String of(AttemptId attempt, String column) {
        return books.one(String.class, "SELECT " + column + " FROM attempts WHERE id = ?", attempt.toString());
    }

    @Test
    void aCallIsMadeUnderTheArmOfItsDebtorAndNotesItWithTheScript() throws LedgerUnavailable {
        people();
        SqlAttemptLedger ledger = ledger(EXPERIMENT);
        for (int nth = 1; nth <= PEOPLE; nth++) {
            AttemptId attempt = reserved(ledger);
            String drawn = EXPERIMENT.draw(new DebtorId(Long.parseLong(of(attempt, "debtor_id")))).name();

            assertThat(of(attempt, "experiment")).isEqualTo("softer");
            assertThat(of(attempt, "arm")).isEqualTo(drawn);
            assertThat(of(attempt, "script")).isEqualTo(drawn.equals("soft") ? Shipped.SOFT : "late");
            assertThat(of(attempt, "script_version")).isEqualTo(drawn.equals("soft") ? "soft-1" : "2026-11-25");
            assertThat(of(attempt, "script_language")).isEqualTo("zh-CN");
            assertThat(of(attempt, "strategy")).isEqualTo("default");
            assertThat(of(attempt, "strategy_version")).isEqualTo("2026-11-29");
            assertThat(of(attempt, "stage")).isEqualTo("late");
            assertThat(of(attempt, "segment")).isEqualTo("third_and_fourth_month");
        }
        assertThat(books.count("experiment_arms")).isEqualTo(PEOPLE);
        assertThat(books.count("attempts WHERE arm = 'soft'")).isBetween(1, PEOPLE - 1);
    }

    @Test
    void otherWeightsMoveNobodyNotEvenWithANewCase() throws LedgerUnavailable {
        people();
        SqlAttemptLedger before = ledger(EXPERIMENT);
        for (int nth = 1; nth <= PEOPLE; nth++) {
            books.write(books.closed(reserved(before), Outcome.NO_ANSWER, clock.instant().plus(Duration.ofDays(9))));
        }
        List<String> first = arms();
        for (int nth = 1; nth <= PEOPLE; nth++) {
            books.take(Books.row("N" + nth, "D" + nth, Books.mobile(nth)));
        }

        SqlAttemptLedger after = ledger(experiment(1, 999));
        for (int nth = 1; nth <= PEOPLE; nth++) {
            reserved(after);
        }

        assertThat(arms()).isEqualTo(first);
        assertThat(books.one(Integer.class,
                "SELECT COUNT(*) FROM attempts a JOIN experiment_arms x ON x.debtor_id = a.debtor_id WHERE x.arm <> a.arm"))
                .isZero();
        assertThat(books.count("attempts")).isEqualTo(2 * PEOPLE);
    }

    private List<String> arms() {
        return books.database.jdbi()
                .withHandle(handle -> handle.select("SELECT arm FROM experiment_arms ORDER BY debtor_id")
                        .mapTo(String.class)
                        .list());
    }

    @Test
    void theRoundAssignsWhoIsNeverCalledTooAndNobodyTwice() throws LedgerUnavailable {
        people();
        reserved(ledger(EXPERIMENT));
        var treatments = Shipped.treatments(new Experiments(List.of(EXPERIMENT)), () -> MONDAY);
        var round = new AssignmentRound(treatments.book(), new SqlStrategyCases(books.database),
                new SqlArmBook(books.database));

        round.run(MONDAY);
        List<String> assigned = arms();
        var changed = Shipped.treatments(new Experiments(List.of(experiment(999, 1))), () -> MONDAY);
        new AssignmentRound(changed.book(), new SqlStrategyCases(books.database), new SqlArmBook(books.database))
                .run(MONDAY);

        assertThat(assigned).hasSize(PEOPLE);
        assertThat(arms()).isEqualTo(assigned);
        assertThat(books.count("experiment_arms WHERE weights = 'usual=1,soft=1'")).isEqualTo(PEOPLE);
    }

    @Test
    void theFiguresOfEachArmAgreeWithAPlainRecountOfItsPeople() throws LedgerUnavailable {
        people();
        SqlAttemptLedger ledger = ledger(EXPERIMENT);
        String[] said = {"promise_to_pay", "refuses", "wrong_party", "complaint"};
        for (int nth = 0; nth < PEOPLE; nth++) {
            AttemptId attempt = reserved(ledger);
            books.write(new FloorFact.Answered(clock.instant(), attempt),
                    new FloorFact.Connected(clock.instant(), attempt, agent),
                    books.closed(attempt, Outcome.CONNECTED, clock.instant().plus(Duration.ofDays(9))));
            sql("UPDATE attempts SET disposition = ?, disposed_at = ended_at WHERE id = ?", said[nth % said.length],
                    attempt.toString());
        }
        // A second conversation of the first person is no second person.
        sql("UPDATE cases SET next_call_at = ? WHERE ref = 'C1'", clock.instant());
        AttemptId again = reserved(ledger);
        books.write(new FloorFact.Answered(clock.instant(), again),
                new FloorFact.Connected(clock.instant(), again, agent),
                books.closed(again, Outcome.CONNECTED, clock.instant().plus(Duration.ofDays(9))));
        sql("UPDATE attempts SET disposition = 'promise_to_pay', disposed_at = ended_at WHERE id = ?",
                again.toString());
        sql("INSERT INTO promises (case_id, attempt_id, agent_id, made_at, made_on, currency, state, calls_wait_until)"
                + " SELECT case_id, id, agent_id, ended_at, DATE(ended_at), 'CNY',"
                + " CASE WHEN case_id % 2 = 0 THEN 'kept' ELSE 'broken' END, ended_at FROM attempts"
                + " WHERE disposition = 'promise_to_pay'");
        for (int nth = 1; nth <= PEOPLE; nth += 2) {
            paid("C" + nth, "P" + nth, "payment", 1_000L * nth, MONDAY.plusDays(1), "");
        }
        paid("C3", "R3", "reversal", -3_000, MONDAY.plusDays(40), "P3");
        paid("C5", "E5", "payment", 7_777, MONDAY.minusDays(1), "");
        paid("C7", "E7", "payment", 7_777, MONDAY.plusDays(31), "");

        Map<String, ArmFigures> figures = new SqlExperimentReport(books.database).of(EXPERIMENT);

        assertThat(figures).containsOnlyKeys("usual", "soft");
        figures.forEach((arm, found) -> {
            assertThat(found.people()).isEqualTo(recount("SELECT COUNT(*) FROM experiment_arms WHERE arm = ?", arm));
            assertThat(found.expected()).isEqualTo(PEOPLE / 2.0);
            assertThat(outcome(found, PersonOutcome.REACHED))
                    .isEqualTo(persons("disposition NOT IN ('wrong_party')", arm));
            assertThat(outcome(found, PersonOutcome.PROMISED))
                    .isEqualTo(persons("disposition = 'promise_to_pay'", arm));
            assertThat(outcome(found, PersonOutcome.KEPT)).isEqualTo(
                    persons("id IN (SELECT attempt_id FROM promises WHERE state = 'kept')", arm));
            assertThat(outcome(found, PersonOutcome.COMPLAINED))
                    .isEqualTo(persons("disposition = 'complaint'", arm));
            String stayed = " FROM payments WHERE reference LIKE 'P%' AND reference <> 'P3' AND case_id IN (SELECT c.id FROM"
                    + " cases c JOIN experiment_arms x ON x.debtor_id = c.debtor_id WHERE x.arm = ?)";
            assertThat(outcome(found, PersonOutcome.PAID))
                    .isEqualTo(recount("SELECT COUNT(*)" + stayed, arm));
            assertThat(found.amounts(CNY).payers()).isEqualTo(recount("SELECT COUNT(*)" + stayed, arm));
            assertThat(found.amounts(CNY).sum())
                    .isEqualTo((double) recount("SELECT COALESCE(SUM(amount_minor), 0)" + stayed, arm));
            assertThat(found.amounts(CNY).squares())
                    .isEqualTo((double) recount("SELECT COALESCE(SUM(amount_minor * amount_minor), 0)" + stayed, arm));
        });
        assertThat(figures.values()
                .stream()
                .mapToLong(each -> outcome(each, PersonOutcome.PAID))
                .sum()).isEqualTo(5);
    }

    private static long outcome(ArmFigures figures, PersonOutcome outcome) {
        return figures.share(outcome).count();
    }

    private long persons(String condition, String arm) {
        return recount("SELECT COUNT(DISTINCT debtor_id) FROM attempts WHERE " + condition + " AND arm = ?", arm);
    }

    private long recount(String statement, String arm) {
        return books.one(Long.class, statement, arm);
    }

    private void paid(String caseRef, String reference, String kind, long minor, LocalDate on,
            String reversed) {
        sql("INSERT INTO payments (lender, reference, kind, currency, amount_minor, value_date, noted_at, case_id, matched_by,"
                + " matched_at, reversed) SELECT 'Lender', ?, ?, 'CNY', ?, ?, '2026-11-23', id, 'case_ref', '2026-11-23', NULLIF(?, '')"
                + " FROM cases WHERE ref = ?", reference, kind, minor, on, reversed, caseRef);
    }
}
