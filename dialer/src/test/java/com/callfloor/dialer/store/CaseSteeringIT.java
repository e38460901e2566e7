package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.cases.CaseRow;
import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.StrategyFile;
import com.callfloor.dialer.floor.AttemptLedger.Reservation;
import com.callfloor.dialer.floor.AttemptLedger.Slot;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.store.SqlCampaigns.Takes;
import com.callfloor.dialer.strategy.Experiments;
import com.callfloor.dialer.strategy.StrategyBook;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** Strategies say which campaign calls a case, and when it is called again. */
@ExtendWith(DatabaseExtension.class)
class CaseSteeringIT {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String EARLY_IN_SOFT = """
            strategy: default
            version: "1"
            title: Early cases by other agents
            segments:
              - {id: not_long, stage: early, when: {overdue_days: ..30}}
              - {id: long, stage: late, when: {overdue_days: 31..}}
            stages:
              early:
                campaign: soft
                script: early
                ladder: [sms, call]
                cadence: {contactable: 3, uncontactable: 3}
                offers: {instalments: 3, extension_days: 7, waiver_percent: 0}
              late:
                script: late
                ladder: [sms, call]
                cadence: {contactable: 1, uncontactable: 4}
                offers: {instalments: 12, extension_days: 14, waiver_percent: 20}
            """;
    private static final List<Takes> CAMPAIGNS = List.of(new Takes("default", "All", List.of(), List.of()),
            new Takes("soft", "Soft", List.of("Nobody"), List.of()));

    private final MovableClock clock = new MovableClock(Books.MONDAY_NOON);
    private final Database database;
    private final Books books;
    private final CaseSteering steering;
    private LocalDate today = TODAY;

    CaseSteeringIT(TestSchemas schemas) {
        database = schemas.migrated(clock);
        books = new Books(database);
        steering = new CaseSteering(database);
    }

    @BeforeEach
    void aStrategyThatSteers() throws ConfigProblem {
        new SqlCampaigns(database).apply(CAMPAIGNS);
        steering.follow(bookOf(EARLY_IN_SOFT), () -> today, at -> Duration.ofDays(30));
        steering.placeAll();
    }

    @Test
    void aCaseInAStageWithACampaignIsDialedByThatCampaignOnly() throws LedgerUnavailable {
        take(overdue("C1", 10), overdue("C2", 40));

        assertThat(reserved("soft")).isEqualTo("C1");
        assertThat(reserve("soft")).isInstanceOf(Reservation.NothingDue.class);
        assertThat(reserved("default")).isEqualTo("C2");
        assertThat(reserve("default")).isInstanceOf(Reservation.NothingDue.class);
    }

    @Test
    void aFileThatMovesACaseToTheNextBucketMovesItToThatCampaign() throws LedgerUnavailable {
        take(overdue("C1", 10));

        take(overdue("C1", 40));

        assertThat(reserve("soft")).isInstanceOf(Reservation.NothingDue.class);
        assertThat(reserved("default")).isEqualTo("C1");
    }

    @Test
    void aNewDayMovesCasesOverTheBorderOnce() throws LedgerUnavailable {
        take(overdue("C1", 30), overdue("C2", 29));

        today = TODAY.plusDays(1);

        assertThat(steering.placeAll()).as("cases that moved").isEqualTo(1);
        assertThat(steering.placeAll()).as("asked again on that day").isZero();
        assertThat(reserved("default")).isEqualTo("C1");
        assertThat(reserved("soft")).isEqualTo("C2");
    }

    @Test
    void aStrategyThatNoLongerNamesACampaignLeavesCasesToWhatCampaignsTake() throws ConfigProblem, LedgerUnavailable {
        take(overdue("C1", 10));

        steering.follow(bookOf(EARLY_IN_SOFT.replace("    campaign: soft\n", "")), () -> today,
                at -> Duration.ofDays(30));

        assertThat(steering.placeAll()).isEqualTo(1);
        assertThat(reserved("default")).isEqualTo("C1");
    }

    @Test
    void callsMoveACaseWhereTheStrategyCountsThem() throws ConfigProblem, LedgerUnavailable {
        steering.follow(bookOf(EARLY_IN_SOFT.replace("{overdue_days: ..30}", "{attempts: ..1}")
                .replace("{overdue_days: 31..}", "{attempts: 2..}")), () -> today, at -> Duration.ofDays(30));
        take(overdue("C1", 10));

        call("soft", Outcome.NO_ANSWER, Duration.ofHours(1));
        assertThat(campaign()).isEqualTo("soft");
        clock.pass(Duration.ofDays(3));
        call("soft", Outcome.NO_ANSWER, Duration.ofHours(1));

        assertThat(campaign()).isEqualTo("default");
    }

    @Test
    void aCadenceOfThreeAWeekGivesThree() throws LedgerUnavailable {
        take(overdue("C1", 10));
        List<Instant> calls = new ArrayList<>();

        Instant end = clock.instant().plus(Duration.ofDays(14));
        while (clock.instant().isBefore(end)) {
            calls.add(clock.instant());
            call("soft", Outcome.NO_ANSWER, Duration.ofHours(3));
            clock.pass(Duration.between(clock.instant(), next()));
        }

        assertThat(calls.stream().filter(each -> each.isBefore(Books.MONDAY_NOON.plus(Duration.ofDays(7))))).hasSize(3);
        assertThat(calls).hasSize(6);
    }

    @Test
    void whatNeverCameToAPhoneUsesUpNothingOfTheWeek() throws LedgerUnavailable {
        take(overdue("C1", 40));

        for (int i = 0; i < 6; i++) {
            call("default", Outcome.CONGESTION, Duration.ofMinutes(5));
            clock.pass(Duration.ofMinutes(5));
        }

        assertThat(next()).isEqualTo(clock.instant());
    }

    @Test
    void whoWasReachedIsCalledAsOftenAsContactablePeopleAre() throws LedgerUnavailable {
        take(overdue("C1", 40));

        call("default", Outcome.CONNECTED, Duration.ofDays(1));

        assertThat(next()).isEqualTo(clock.instant().plus(Duration.ofDays(7)));
    }

    @Test
    void theCadenceNeverMakesACaseDueEarlier() throws LedgerUnavailable {
        take(overdue("C1", 10));

        call("soft", Outcome.CONNECTED, Duration.ofDays(30));

        assertThat(next()).isEqualTo(clock.instant().plus(Duration.ofDays(30)));
    }

    private StrategyBook bookOf(String text) throws ConfigProblem {
        var scripts = Shipped.treatments(Experiments.NONE, () -> today).scripts();
        return StrategyBook.of(List.of(new StrategyFile(Set.of("default", "soft"), scripts).parse("the test's", text)));
    }

    private void take(CaseRow... rows) {
        var store = new SqlCaseStore(database, steering);
        store.write(store.beginImport("cases.csv", clock.instant()), List.of(rows), clock.instant());
    }

    private static CaseRow overdue(String ref, int days) {
        CaseRow row = Books.row(ref, "D" + ref, Books.mobile(Integer.parseInt(ref.substring(1))));
        return new CaseRow(row.line(), row.caseRef(), row.debtorRef(), row.debtorName(), row.lender(), row.product(),
                row.amountDue(), row.principal(), TODAY.minusDays(days), days, row.overduePeriods(), row.numbers(),
                row.region(), row.postalCode(), row.timezone(), row.language(), row.notes());
    }

    private void call(String campaign, Outcome outcome, Duration dueAgainAfter) throws LedgerUnavailable {
        var reserved = (Reservation.Reserved) reserve(campaign);
        var journal = new SqlFactJournal(database, Outbox.ofNobody(database), steering, fact -> {
        });
        journal.write(books.closed(reserved.id(), outcome, clock.instant().plus(dueAgainAfter)));
        assertThat(journal.close(Duration.ofSeconds(20))).isZero();
        assertThat(journal.setAside()).isZero();
    }

    private Instant next() {
        return books.one(Instant.class, "SELECT next_call_at FROM cases");
    }

    private String campaign() {
        return books.one(String.class, "SELECT k.code FROM cases c JOIN campaigns k ON k.id = c.campaign_id");
    }

    private String reserved(String campaign) throws LedgerUnavailable {
        return ((Reservation.Reserved) reserve(campaign)).card().caseRef();
    }

    private Reservation reserve(String campaign) throws LedgerUnavailable {
        return books.ledger(Books::allow)
                .reserve(campaign, List.of(new Slot(books.newId(), false)), Books.LATEST_ANSWER)
                .getFirst();
    }
}
