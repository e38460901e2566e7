package com.callfloor.dialer.store;

import java.util.List;
import java.util.Map;
import java.util.Set;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.CaseRow;
import com.callfloor.dialer.floor.AttemptLedger.Reservation;
import com.callfloor.dialer.floor.AttemptLedger.Slot;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.setup.LenderBook.Cases;
import com.callfloor.dialer.store.SqlCampaigns.Takes;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** Which case is called in which campaign. */
@ExtendWith(DatabaseExtension.class)
class CampaignsIT {
    private static final Takes OTHERS = new Takes("default", "Others", List.of(), List.of());
    private static final Takes HARBOUR = new Takes("harbour", "Harbour", List.of("Harbour Bank"), List.of());

    private final Database database;
    private final Books books;
    private final SqlCampaigns campaigns;

    CampaignsIT(TestSchemas schemas) {
        database = schemas.migrated(new MovableClock(Books.MONDAY_NOON));
        books = new Books(database);
        campaigns = new SqlCampaigns(database);
    }

    @Test
    void aNewCaseGoesToTheCampaignThatTakesItsLender() throws LedgerUnavailable {
        campaigns.apply(List.of(OTHERS, HARBOUR));
        books.take(Books.row("C1", "D1", Books.mobile(1)), of("C2", "D2", "Harbour Bank", 2));

        assertThat(reserved("harbour").card().caseRef()).isEqualTo("C2");
        assertThat(reserve("harbour")).isInstanceOf(Reservation.NothingDue.class);
        assertThat(reserved("default").card().campaign()).isEqualTo("default");
    }

    @Test
    void casesAreCountedByLenderAlsoThoseWithoutOne() {
        books.take(of("C1", "D1", "Harbour Bank", 1), of("C2", "D2", "Harbour Bank", 2),
                of("C3", "D3", "Other Bank", 3));
        database.jdbi().useHandle(handle -> {
            handle.execute("UPDATE cases SET state = 'withdrawn' WHERE ref = 'C2'");
            handle.execute("UPDATE cases SET lender = NULL WHERE ref = 'C3'");
        });

        assertThat(new SqlLenderBook(database).cases())
                .isEqualTo(Map.of("Harbour Bank", new Cases(1, 1), "", new Cases(1, 0)));
    }

    @Test
    void whatTheConfigurationSaysAnewHoldsForTheCasesThatAreThere() throws LedgerUnavailable {
        books.take(of("C1", "D1", "Harbour Bank", 1));
        campaigns.apply(List.of(HARBOUR, OTHERS));
        assertThat(reserved("harbour").card().caseRef()).isEqualTo("C1");

        campaigns.apply(List.of(OTHERS));

        assertThat(books.count("cases WHERE campaign_id = 1")).isEqualTo(1);
    }

    @Test
    void aCaseIsNotCalledForACampaignThatItIsNotOf() throws LedgerUnavailable {
        campaigns.apply(List.of(HARBOUR, OTHERS));
        books.take(of("C1", "D1", "Harbour Bank", 1));
        var id = new CaseId(books.one(Long.class, "SELECT id FROM cases"));

        assertThat(books.ledger(Books::allow)
                .reserve(new Slot(books.newId(), true), id, Set.of("default"), Books.LATEST_ANSWER))
                .isInstanceOf(Reservation.NothingDue.class);
        assertThat(books.ledger(Books::allow)
                .reserve(new Slot(books.newId(), true), id, Set.of("default", "harbour"), Books.LATEST_ANSWER))
                .isInstanceOf(Reservation.Reserved.class);
    }

    @Test
    void sleepersOfEveryCampaignAreWoken() throws LedgerUnavailable {
        campaigns.apply(List.of(HARBOUR, OTHERS));
        books.take(of("C1", "D1", "Harbour Bank", 1), Books.row("C2", "D2", Books.mobile(2)));
        var denying = books.ledger(Books::deny);
        denying.reserve("harbour", List.of(new Slot(books.newId(), false)), Books.LATEST_ANSWER);
        denying.reserve("default", List.of(new Slot(books.newId(), false)), Books.LATEST_ANSWER);
        assertThat(books.count("cases WHERE next_call_at IS NULL")).isEqualTo(2);

        assertThat(denying.wakeAll()).isEqualTo(2);
    }

    private static CaseRow of(String ref, String debtor, String lender, int number) {
        CaseRow row = Books.row(ref, debtor, Books.mobile(number));
        return new CaseRow(row.line(), row.caseRef(), row.debtorRef(), row.debtorName(), lender, row.product(),
                row.amountDue(), row.principal(), row.dueDate(), row.overdueDays(), row.overduePeriods(),
                row.numbers(), row.region(), row.postalCode(), row.timezone(), row.language(), row.notes());
    }

    private Reservation.Reserved reserved(String campaign) throws LedgerUnavailable {
        return (Reservation.Reserved) reserve(campaign);
    }

    private Reservation reserve(String campaign) throws LedgerUnavailable {
        return books.ledger(Books::allow)
                .reserve(campaign, List.of(new Slot(books.newId(), false)), Books.LATEST_ANSWER)
                .getFirst();
    }
}
