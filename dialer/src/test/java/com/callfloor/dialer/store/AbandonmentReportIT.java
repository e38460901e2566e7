package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.calls.Abandonment;
import com.callfloor.dialer.calls.AnsweredBy;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Disposition;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.dispositions.WrapUp;
import com.callfloor.dialer.floor.FloorFact;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(DatabaseExtension.class)
class AbandonmentReportIT {
    private static final String CAMPAIGN = "default";

    private final MovableClock clock = new MovableClock(Books.MONDAY_NOON);
    private final Books books;
    private final SqlAbandonmentReport report;
    private final AgentId agent;
    private int debtors;

    AbandonmentReportIT(TestSchemas schemas) {
        this.books = new Books(schemas.migrated(clock));
        this.report = new SqlAbandonmentReport(books.database, ZoneId.of("Asia/Shanghai"), 0.5);
        this.agent = books.agent("li", "1001");
    }

    private AttemptId answered() throws LedgerUnavailable {
        debtors++;
        books.take(Books.row("C" + debtors, "D" + debtors, Books.mobile(debtors)));
        AttemptId id = books.reserved().id();
        books.write(new FloorFact.Answered(clock.instant(), id));
        return id;
    }

    private void closed(AttemptId id, Outcome outcome) {
        books.write(books.closed(id, outcome, clock.instant().plus(Duration.ofDays(9))));
    }

    private AttemptId connected() throws LedgerUnavailable {
        AttemptId id = answered();
        books.write(new FloorFact.Connected(clock.instant(), id, agent));
        closed(id, Outcome.CONNECTED);
        return id;
    }

    @Test
    void answeredCallsAreCountedByDayAndByHour() throws LedgerUnavailable {
        connected();
        closed(answered(), Outcome.ABANDONED);
        Instant bad = clock.instant();
        clock.pass(Duration.ofHours(25));
        connected();

        Abandonment abandonment = report.of(CAMPAIGN, clock.instant()).orElseThrow();

        assertThat(abandonment.last24Hours().rate()).isZero();
        assertThat(abandonment.last24Hours().connected()).isOne();
        assertThat(abandonment.last30Days().connected()).isEqualTo(2);
        assertThat(abandonment.last30Days().abandoned()).isOne();
        assertThat(abandonment.days()).hasSize(2);
        assertThat(abandonment.worstHour()).hasValueSatisfying(hour -> {
            assertThat(Duration.between(hour.from(), bad)).isBetween(Duration.ZERO, Duration.ofHours(1));
            assertThat(hour.count().rate()).isEqualTo(0.5);
        });
    }

    @Test
    void whatIsOlderThanThirtyDaysIsNotCounted() throws LedgerUnavailable {
        closed(answered(), Outcome.ABANDONED);
        clock.pass(Duration.ofDays(31));

        assertThat(report.of(CAMPAIGN, clock.instant()).orElseThrow().last30Days().abandoned()).isZero();
    }

    @Test
    void anAnsweredCallThatWeLostCountsAsAbandonedAndAVoicemailAsNobody() throws LedgerUnavailable {
        closed(answered(), Outcome.UNKNOWN);
        AttemptId voicemail = connected();
        books.write(new FloorFact.Disposed(clock.instant(), voicemail, agent, WrapUp.of(Disposition.VOICEMAIL, null),
                List.of()));

        Abandonment.Count count = report.of(CAMPAIGN, clock.instant()).orElseThrow().last30Days();

        assertThat(count.abandoned()).isOne();
        assertThat(count.connected()).isZero();
    }

    @Test
    void ofTheMachinesAsManyCountAsTheMeasuredRateMakesPeopleOfThem() throws LedgerUnavailable {
        AttemptId person = answered();
        books.write(new FloorFact.Detected(clock.instant(), person, AnsweredBy.HUMAN),
                new FloorFact.Connected(clock.instant(), person, agent));
        closed(person, Outcome.CONNECTED);
        for (int i = 0; i < 3; i++) {
            AttemptId machine = answered();
            books.write(new FloorFact.Detected(clock.instant(), machine, AnsweredBy.MACHINE));
            closed(machine, Outcome.MACHINE);
        }

        Abandonment.Count count = report.of(CAMPAIGN, clock.instant()).orElseThrow().last30Days();

        assertThat(count.machines()).isEqualTo(3);
        // Half of all people are taken for machines: one who passed stands for one who did not.
        assertThat(count.falsePositives()).isEqualTo(1);
        assertThat(count.rate()).isEqualTo(0.5);
        assertThat(new SqlCallLog(books.database).totals(Instant.EPOCH).answered()).isOne();
    }

    @Test
    void aCampaignThatIsNoneHasNoReport() {
        assertThat(report.of("other", clock.instant())).isEmpty();
    }
}
