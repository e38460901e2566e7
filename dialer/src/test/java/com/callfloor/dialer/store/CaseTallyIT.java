package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.rules.CallQuestion;
import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.rules.Reason;
import com.callfloor.dialer.rules.history.FactKind;
import com.callfloor.dialer.supervision.why.CaseTally;
import com.callfloor.dialer.supervision.why.CaseTally.Group;
import com.callfloor.dialer.supervision.why.CaseTally.Waits;
import com.callfloor.dialer.supervision.why.DenialKind;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** What open cases wait for. */
@ExtendWith(DatabaseExtension.class)
class CaseTallyIT {
    private static final Duration HOUR = Duration.ofHours(1);

    private final MovableClock clock = new MovableClock(Books.MONDAY_NOON);
    private final Books books;
    private final SqlCaseTally tally;

    CaseTallyIT(TestSchemas schemas) {
        books = new Books(schemas.migrated(clock));
        tally = new SqlCaseTally(books.database);
    }

    @BeforeEach
    void threeCasesAreDue() {
        books.take(Books.row("C1", "D1", Books.mobile(1)), Books.row("C2", "D2", Books.mobile(2)),
                Books.row("C3", "D3", Books.mobile(3)));
    }

    @Test
    void casesThatMayBeAskedAboutAreDueAndOneThatIsBeingCalledIsNot() throws LedgerUnavailable {
        assertThat(count().due()).isEqualTo(3);

        books.reserved();

        assertThat(count().due()).isEqualTo(2);
        assertThat(count().groups()).extracting(Group::waits).containsExactlyInAnyOrder(Waits.DUE, Waits.LATER);
    }

    @Test
    void aRuleThatSpokeIsWhyACaseWaitsUntilSomebodyPlansItAnew() throws LedgerUnavailable {
        books.reserve(question -> Books.denial(question, new Decision.Verdict.NotBefore(now().plus(HOUR))));
        books.reserve(CaseTallyIT::onTheList);

        assertThat(count().groups()).containsExactlyInAnyOrder(
                group(Waits.RULE, DenialKind.HOURS, 1, now().plus(HOUR)),
                group(Waits.RULE, DenialKind.DO_NOT_CALL, 1, null),
                new Group(Waits.DUE, Optional.empty(), Optional.empty(), 1, Optional.of(now())));
        assertThat(count().next()).contains(now().plus(HOUR));

        plan("C1", "next_call_at", now().plus(HOUR.multipliedBy(5)));
        assertThat(count().groups()).filteredOn(group -> group.waits() == Waits.LATER).hasSize(1);
    }

    @Test
    void theHourOfAHourlyDenialPassesAndTheCaseIsDue() throws LedgerUnavailable {
        books.reserve(question -> Books.denial(question, new Decision.Verdict.NotBefore(now().plus(HOUR))));
        clock.pass(HOUR);

        assertThat(count().groups()).extracting(Group::waits).containsOnly(Waits.DUE);
    }

    @Test
    void whatWasAgreedCallBacksAndRestsAreToldApart() {
        AgentId agent = books.agent("li", "1001");
        plan("C1", "held_until", now().plus(HOUR));
        plan("C1", "next_call_at", now().plus(HOUR));
        plan("C2", "rest_until", now().plus(HOUR));
        plan("C2", "next_call_at", now().plus(HOUR));
        books.database.jdbi()
                .useHandle(handle -> handle.execute(
                        "UPDATE cases SET next_call_at = ?, reserved_for = ?, reserved_until = ? WHERE ref = 'C3'",
                        now().plus(HOUR), agent.value(), now().plus(HOUR.multipliedBy(2))));

        assertThat(count().groups()).extracting(Group::waits)
                .containsExactlyInAnyOrder(Waits.AGREED, Waits.REST, Waits.CALL_BACK);
        clock.pass(HOUR.plusSeconds(1));
        assertThat(count().groups()).extracting(Group::waits).containsExactlyInAnyOrder(Waits.DUE, Waits.KEPT);
    }

    @Test
    void aCampaignThatIsNoneHasNoCases() {
        assertThat(tally.count("other", now()).open()).isZero();
    }

    private static Decision onTheList(CallQuestion question) {
        return new Decision(question.at(), new Decision.Verdict.Deny(),
                List.of(new Decision.Finding("HOURS", "test", "1", false,
                        new Reason.ClosedDay(Books.SHANGHAI, null)),
                        new Decision.Finding("TEST", "test", "1", false,
                                new Reason.FactStands(FactKind.DO_NOT_CALL, question.at(), null))),
                question.zones());
    }

    private CaseTally count() {
        return tally.count("default", now());
    }

    private void plan(String ref, String column, Instant at) {
        books.database.jdbi()
                .useHandle(handle -> handle.execute("UPDATE cases SET " + column + " = ? WHERE ref = ?", at, ref));
    }

    private static Group group(Waits waits, DenialKind kind, long cases, @Nullable Instant earliest) {
        return new Group(waits, Optional.of(kind), Optional.of("TEST"), cases, Optional.ofNullable(earliest));
    }

    private Instant now() {
        return clock.instant();
    }
}
