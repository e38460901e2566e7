package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.effect.Effect;
import com.callfloor.dialer.effect.Grouping;
import com.callfloor.dialer.floor.AttemptLedger.Reservation;
import com.callfloor.dialer.floor.FloorFact;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.rules.pack.Duty;
import com.callfloor.dialer.rules.pack.RuleCard;
import com.callfloor.dialer.strategy.Experiments;
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
    private static final Duty.Cadence TARGET = new Duty.Cadence(
            new RuleCard("TEST", "a test", "a test", "a test", RuleCard.Status.VERIFIED, RuleCard.Severity.POLICY), 1,
            2,
            Duration.ofDays(30));

    private final MovableClock clock = new MovableClock(Books.MONDAY_NOON);
    private final Books books;
    private final SqlEffectReport report;
    private final SqlAttemptLedger ledger;
    private final AgentId agent;
    private int debtors;

    EffectReportIT(TestSchemas schemas) {
        this.books = new Books(schemas.migrated(clock));
        this.report = new SqlEffectReport(books.database, Books.SHANGHAI, at -> Optional.of(TARGET));
        this.ledger = books.ledger(Books::allow);
        ledger.noteTreatments(Shipped.treatments(Experiments.NONE, () -> MONDAY));
        this.agent = books.agent("li", "1001");
    }

    private void sql(String statement, Object... arguments) {
        books.database.jdbi().useHandle(handle -> handle.execute(statement, arguments));
    }

    private AttemptId answered() throws LedgerUnavailable {
        debtors++;
        books.take(Books.row("C" + debtors, "D" + debtors, Books.mobile(debtors)));
        sql("UPDATE cases SET open_since = ?", Books.MONDAY_NOON.minus(Duration.ofDays(8)));
        AttemptId id = reserved();
        sql("UPDATE attempts SET dialed_at = reserved_at WHERE id = ?", id.toString());
        clock.pass(Duration.ofSeconds(7));
        books.write(new FloorFact.Answered(clock.instant(), id));
        return id;
    }

    private AttemptId reserved() throws LedgerUnavailable {
        return ((Reservation.Reserved) books.reserve(ledger)).id();
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

    /** For the first case. */
    private void paid(String reference, String kind, long minor, LocalDate on) {
        paid("C1", reference, kind, minor, on, "");
    }

    private void paid(String caseRef, String reference, String kind, long minor, LocalDate on,
            String reversed) {
        sql("INSERT INTO payments (lender, reference, kind, currency, amount_minor, value_date, noted_at, case_id, matched_by,"
                + " matched_at, reversed) SELECT 'Lender', ?, ?, 'CNY', ?, ?, '2026-11-23', id, 'case_ref', '2026-11-23', NULLIF(?, '')"
                + " FROM cases WHERE ref = ?", reference, kind, minor, on, reversed, caseRef);
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
                summed("ended_at", "disposed_at"), summed("dialed_at", "ended_at"), counted("satisfaction IS NOT NULL"),
                books.one(Long.class, "SELECT COALESCE(SUM(satisfaction), 0) FROM attempts")));
        assertThat(sum.calls().attempts()).isEqualTo(9);
        assertThat(sum.calls().rightParty()).isEqualTo(6);
        assertThat(sum.decided()).isEqualTo(new Effect.Decided(1, 1, 1));
        boolean byHour = by == Grouping.HOUR;
        long recovered = books.one(Long.class,
                "SELECT SUM(amount_minor) FROM payments WHERE value_date = '2026-11-23'");
        assertThat(recovered).isEqualTo(700);
        assertThat(sum.money().recovered()).isEqualTo(byHour ? Map.of() : Map.of(CNY, recovered));
        assertThat(sum.money().stillDue()).isEqualTo(byHour
                ? Map.of()
                : Map.of(CNY, books.one(Long.class, "SELECT SUM(amount_due_minor) FROM cases")));
        assertThat(sum.money().days()).isEqualTo(byHour ? Map.of() : Map.of(0, 1L));
        assertThat(sum.cadence())
                .isEqualTo(by.ofCases() ? new Effect.Cadence(books.count("cases"), 6) : Effect.Cadence.NONE);
    }

    private static Effect group(Map<String, Effect> groups, String name) {
        return Objects.requireNonNull(groups.get(name), () -> "no group '" + name + "' among " + groups.keySet());
    }

    @Test
    void groupsAreNamedAsTheFloorKnowsThem() {
        assertThat(report.of(MONDAY, MONDAY, Grouping.LENDER)).containsOnlyKeys("Lender");
        assertThat(report.of(MONDAY, MONDAY, Grouping.CAMPAIGN)).containsOnlyKeys("default");
        assertThat(report.of(MONDAY, MONDAY, Grouping.AGENT)).containsOnlyKeys("", "li");
        assertThat(report.of(MONDAY, MONDAY, Grouping.BUCKET)).containsOnlyKeys("61-90");
        assertThat(report.of(MONDAY, MONDAY, Grouping.STRATEGY)).containsOnlyKeys("default 2026-11-29");
        assertThat(report.of(MONDAY, MONDAY, Grouping.STAGE)).containsOnlyKeys("late");
        assertThat(report.of(MONDAY, MONDAY, Grouping.SCRIPT)).containsOnlyKeys("late zh-CN 2026-11-25");
        assertThat(report.of(MONDAY, MONDAY, Grouping.HOUR)).containsOnlyKeys("MONDAY 12");
    }

    @Test
    void satisfactionIsTheMeanOfWhatDebtorsAnswered() throws LedgerUnavailable {
        books.write(new FloorFact.Rated(clock.instant(), talked("refuses"), 5),
                new FloorFact.Rated(clock.instant(), talked("refuses"), 2));

        Effect.Calls calls = group(report.of(MONDAY, MONDAY, Grouping.AGENT), "li").calls();

        assertThat(calls.ratings()).isEqualTo(2);
        assertThat(calls.satisfaction()).hasValue(3.5);
    }

    @Test
    void messagesThatWereSentAreCountedWithTheirSegments() {
        sql("INSERT INTO messages (id, case_id, debtor_id, channel, purpose, template, state, planned_at, expires_at, sent_at, segments)"
                + " SELECT UUID(), id, debtor_id, 'sms', 'step', 'payment_due', 'sent', '2026-11-23', '2026-11-24', '2026-11-23 05:00', 2"
                + " FROM cases WHERE ref IN ('C1', 'C2')");
        sql("INSERT INTO messages (id, case_id, debtor_id, channel, purpose, template, state, planned_at, expires_at, sent_at, planned_by)"
                + " SELECT UUID(), id, debtor_id, 'email', 'by_hand', 'payment_due', 'sent', '2026-11-23', '2026-11-24',"
                + " '2026-11-23 05:00', 'li' FROM cases WHERE ref = 'C1'");

        var byAgent = report.of(MONDAY, MONDAY, Grouping.AGENT);

        assertThat(group(byAgent, "").messages()).isEqualTo(new Effect.Messages(2, 4, 0));
        assertThat(group(byAgent, "li").messages()).isEqualTo(new Effect.Messages(0, 0, 1));
        assertThat(group(report.of(MONDAY, MONDAY, Grouping.STAGE), "").messages())
                .isEqualTo(new Effect.Messages(2, 4, 1));
        assertThat(report.of(MONDAY.plusDays(1), MONDAY.plusDays(1), Grouping.CAMPAIGN)
                .values()
                .stream()
                .map(Effect::messages)).containsOnly(Effect.Messages.NONE);
    }

    @Test
    void whatLiesOutsideOfThePeriodIsNotCounted() {
        Effect later = report.of(MONDAY.plusDays(1), MONDAY.plusDays(4), Grouping.SCRIPT).get("late zh-CN 2026-11-25");

        assertThat(later).isEqualTo(new Effect(Effect.Calls.NONE, new Effect.Decided(1, 0, 0),
                Effect.Money.recovered(CNY, 50), Effect.Cadence.NONE));
        assertThat(report.of(MONDAY.minusDays(9), MONDAY.minusDays(1), Grouping.SCRIPT)).isEmpty();
    }

    @Test
    void aCaseThatCameWithinTheWeekIsNotAskedForItsTargetOfTheWeek() {
        sql("UPDATE cases SET open_since = ? WHERE ref IN ('C1', 'C2')", Books.MONDAY_NOON.minus(Duration.ofDays(6)));

        assertThat(group(report.of(MONDAY, MONDAY, Grouping.LENDER), "Lender").cadence().cases()).isEqualTo(7);
    }

    @Test
    void aCallStaysInItsCampaignWhereverItsCaseGoes() {
        sql("INSERT INTO campaigns (id, code, name) VALUES (7, 'harbour', 'Harbour')");
        sql("UPDATE cases SET campaign_id = 7");

        var byCampaign = report.of(MONDAY, MONDAY, Grouping.CAMPAIGN);

        assertThat(group(byCampaign, "default").calls().attempts()).isEqualTo(9);
        assertThat(group(byCampaign, "default").money().recovered()).isEqualTo(Map.of(CNY, 700L));
        assertThat(group(byCampaign, "harbour").calls()).isEqualTo(Effect.Calls.NONE);
        assertThat(group(byCampaign, "harbour").cadence().cases()).isEqualTo(9);
        assertThat(new SqlAbandonmentReport(books.database, Books.SHANGHAI, 0).of("default", clock.instant())
                .orElseThrow()
                .last24Hours()
                .abandoned()).isOne();
        assertThat(new SqlCallLog(books.database).answersByMinute("harbour", Books.MONDAY_NOON)).isEmpty();
    }

    @Test
    void moneyGoesToTheLastConversationWithTheDebtorBeforeItAndAReversalWhereItsPaymentWent() throws LedgerUnavailable {
        AgentId wang = books.agent("wang", "1002");
        // C1 was talked to by li on Monday, by wang on Wednesday.
        clock.pass(Duration.ofDays(2));
        sql("UPDATE cases SET next_call_at = NULL WHERE ref <> 'C1'");
        sql("UPDATE cases SET next_call_at = ? WHERE ref = 'C1'", clock.instant());
        AttemptId again = reserved();
        books.write(new FloorFact.Answered(clock.instant(), again),
                new FloorFact.Connected(clock.instant(), again, wang),
                books.closed(again, Outcome.CONNECTED, clock.instant().plus(Duration.ofDays(9))));
        sql("UPDATE attempts SET disposition = 'refuses', disposed_at = ended_at WHERE id = ?", again.toString());
        LocalDate wednesday = MONDAY.plusDays(2);
        paid("C1", "L1", "payment", 11, wednesday, "");
        paid("C1", "L2", "payment", 100, wednesday.plusDays(31), "");
        paid("C1", "L3", "reversal", -50, wednesday.plusDays(32), "P3");
        // Nobody has talked to C9, who was abandoned.
        paid("C9", "L4", "payment", 1000, wednesday, "");

        var byAgent = report.of(MONDAY, MONDAY.plusDays(60), Grouping.AGENT);

        assertThat(group(byAgent, "li").money().recovered()).isEqualTo(Map.of(CNY, 700L + 50 - 50));
        assertThat(group(byAgent, "wang").money().recovered()).isEqualTo(Map.of(CNY, 11L));
        assertThat(group(byAgent, "").money().recovered()).isEqualTo(Map.of(CNY, 1100L));
    }

    @Test
    void daysRunFromTheFirstConversationToTheFirstPaymentThatStayed() {
        // C2's first payment bounced; C3 had paid before the period; C9 was never talked to.
        paid("C2", "D1", "payment", 100, MONDAY.plusDays(1), "");
        paid("C2", "D2", "reversal", -100, MONDAY.plusDays(2), "D1");
        paid("C2", "D3", "payment", 100, MONDAY.plusDays(5), "");
        paid("C2", "D4", "payment", 100, MONDAY.plusDays(8), "");
        paid("C3", "D5", "payment", 100, MONDAY.minusDays(3), "");
        paid("C3", "D6", "payment", 100, MONDAY.plusDays(3), "");
        paid("C9", "D7", "payment", 100, MONDAY.plusDays(4), "");

        assertThat(group(report.of(MONDAY, MONDAY.plusDays(20), Grouping.LENDER), "Lender").money().days())
                .isEqualTo(Map.of(0, 1L, 5, 1L));
    }

    @Test
    void aConversationAtNightIsOfTheFloorsDayNotOfGreenwichs() {
        // 00:30 on Tuesday in Shanghai, Monday in UTC.
        sql("UPDATE attempts SET connected_at = '2026-11-23 16:30:00' WHERE case_id = (SELECT id FROM cases WHERE ref = 'C4')");
        paid("C4", "N1", "payment", 500, MONDAY, "");

        assertThat(group(report.of(MONDAY, MONDAY, Grouping.AGENT), "").money().recovered())
                .isEqualTo(Map.of(CNY, 500L));
        var english = new SqlEffectReport(books.database, ZoneId.of("Europe/London"), at -> Optional.empty());
        assertThat(group(english.of(MONDAY, MONDAY, Grouping.AGENT), "li").money().recovered())
                .isEqualTo(Map.of(CNY, 1200L));
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> report.of(MONDAY, MONDAY.minusDays(1), Grouping.LENDER))
                .withMessageContaining("2026-11-23");
    }
}
