package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.effect.Effect;
import com.callfloor.dialer.effect.Grouping;
import com.callfloor.dialer.floor.FloorFact;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@ExtendWith(DatabaseExtension.class)
class EffectReportIT {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final Currency CNY = Currency.getInstance("CNY");

    private final MovableClock clock = new MovableClock(Books.MONDAY_NOON);
    private final Books books;
    private final SqlEffectReport report;
    private final AgentId agent;
    private int debtors;

    EffectReportIT(TestSchemas schemas) {
        this.books = new Books(schemas.migrated(clock));
        this.report = new SqlEffectReport(books.database, Books.SHANGHAI);
        this.agent = books.agent("li", "1001");
    }

    private void sql(String statement, Object... arguments) {
        books.database.jdbi().useHandle(handle -> handle.execute(statement, arguments));
    }

    private AttemptId answered() throws LedgerUnavailable {
        debtors++;
        books.take(Books.row("C" + debtors, "D" + debtors, Books.mobile(debtors)));
        AttemptId id = books.reserved().id();
        sql("UPDATE attempts SET dialed_at = reserved_at WHERE id = ?", id.toString());
        clock.pass(Duration.ofSeconds(7));
        books.write(new FloorFact.Answered(clock.instant(), id));
        return id;
    }

    private AttemptId talked(String disposition) throws LedgerUnavailable {
        AttemptId id = answered();
        books.write(new FloorFact.Connected(clock.instant(), id, agent));
        clock.pass(Duration.ofSeconds(30));
        books.write(books.closed(id, Outcome.CONNECTED, clock.instant().plus(Duration.ofDays(9))));
        sql("UPDATE attempts SET disposition = ?, disposed_at = TIMESTAMPADD(SECOND, 11, ended_at), agent_id = ? WHERE id = ?",
                disposition, agent.value(), id.toString());
        return id;
    }

    private void promised(String state, int changed) throws LedgerUnavailable {
        AttemptId id = talked("promise_to_pay");
        sql("INSERT INTO promises (case_id, attempt_id, agent_id, made_at, made_on, currency, state, calls_wait_until)"
                + " SELECT case_id, id, agent_id, ended_at, DATE(ended_at), 'CNY', ?, ended_at FROM attempts WHERE id = ?",
                state, id.toString());
        sql("INSERT INTO promise_changes (promise_id, at, state, text) SELECT id, TIMESTAMPADD(DAY, ?, made_at), state, 'x'"
                + " FROM promises WHERE attempt_id = ?", changed, id.toString());
    }

    private void paid(String reference, String kind, long minor, LocalDate on) {
        sql("INSERT INTO payments (lender, reference, kind, currency, amount_minor, value_date, noted_at, case_id, matched_by,"
                + " matched_at) SELECT 'Lender', ?, ?, 'CNY', ?, ?, reserved_at, case_id, 'case_ref', reserved_at"
                + " FROM attempts ORDER BY id LIMIT 1", reference, kind, minor, on);
    }

    @BeforeEach
    void aMondayOfCalls() throws LedgerUnavailable {
        promised("kept", 0);
        promised("partly_kept", 0);
        promised("broken", 0);
        promised("kept", 3);
        promised("open", 0);
        talked("complaint");
        talked("wrong_party");
        talked("voicemail");
        books.write(books.closed(answered(), Outcome.ABANDONED, clock.instant().plus(Duration.ofDays(9))));
        paid("P1", "payment", 900, MONDAY);
        paid("P2", "reversal", -200, MONDAY);
        paid("P3", "payment", 50, MONDAY.plusDays(1));
    }

    private long counted(String condition) {
        return books.one(Long.class, "SELECT COUNT(*) FROM attempts WHERE " + condition);
    }

    private Duration summed(String from, String to) {
        return Duration.ofSeconds(books.one(Long.class,
                "SELECT SUM(ROUND(UNIX_TIMESTAMP(" + to + ") - UNIX_TIMESTAMP(" + from + "))) FROM attempts"));
    }

    @ParameterizedTest
    @EnumSource
    void everyGroupingAddsUpToAPlainRecount(Grouping by) {
        Effect sum = report.of(MONDAY, MONDAY, by).values().stream().reduce(Effect.NONE, Effect::plus);

        assertThat(sum.calls()).isEqualTo(new Effect.Calls(counted("TRUE"), counted("answered_at IS NOT NULL"),
                counted("outcome = 'connected' AND disposition <> 'voicemail'"), counted("outcome = 'abandoned'"),
                counted("disposition IN ('promise_to_pay', 'complaint')"), books.count("promises"),
                counted("disposition = 'complaint'"), summed("connected_at", "ended_at"),
                summed("ended_at", "disposed_at"), summed("dialed_at", "ended_at")));
        assertThat(sum.calls().attempts()).isEqualTo(9);
        assertThat(sum.calls().rightParty()).isEqualTo(6);
        assertThat(sum.decided()).isEqualTo(new Effect.Decided(1, 1, 1));
        assertThat(sum.recovered())
                .isEqualTo(by == Grouping.AGENT || by == Grouping.HOUR ? Map.of() : Map.of(CNY, 700L));
    }

    @Test
    void groupsAreNamedAsTheFloorKnowsThem() {
        assertThat(report.of(MONDAY, MONDAY, Grouping.LENDER)).containsOnlyKeys("Lender");
        assertThat(report.of(MONDAY, MONDAY, Grouping.CAMPAIGN)).containsOnlyKeys("default");
        assertThat(report.of(MONDAY, MONDAY, Grouping.AGENT)).containsOnlyKeys("", "li");
        assertThat(report.of(MONDAY, MONDAY, Grouping.BUCKET)).containsOnlyKeys("61-90");
        assertThat(report.of(MONDAY, MONDAY, Grouping.HOUR)).containsOnlyKeys("MONDAY 12");
    }

    @Test
    void whatLiesOutsideOfThePeriodIsNotCounted() {
        Effect later = report.of(MONDAY.plusDays(1), MONDAY.plusDays(4), Grouping.LENDER).get("Lender");

        assertThat(later).isEqualTo(new Effect(Effect.Calls.NONE, new Effect.Decided(1, 0, 0), Map.of(CNY, 50L)));
        assertThat(report.of(MONDAY.minusDays(9), MONDAY.minusDays(1), Grouping.LENDER)).isEmpty();
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> report.of(MONDAY, MONDAY.minusDays(1), Grouping.LENDER))
                .withMessageContaining("2026-11-23");
    }
}
