package com.callfloor.dialer.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.strategy.CaseFacts;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(DatabaseExtension.class)
class StrategyCasesIT {
    /** Two more days after the 83 that the file of {@link Books#row} said. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private final Books books;
    private final SqlStrategyCases cases;

    StrategyCasesIT(TestSchemas schemas) {
        this.books = new Books(schemas.migrated(new MovableClock(Books.MONDAY_NOON)));
        this.cases = new SqlStrategyCases(books.database, 2);
    }

    @Test
    void aCaseIsAsOverdueAsItsDueDateIsPastTodayAndItsCallsAreCounted() throws LedgerUnavailable {
        books.take(Books.row("C1", "D1", Books.mobile(1)));
        books.reserved();

        CaseFacts facts = cases.facts(id("C1"), TODAY).orElseThrow();

        assertThat(facts.overdueDays()).isEqualTo(85);
        assertThat(facts.overduePeriods()).isEqualTo(3);
        assertThat(facts.lender()).isEqualTo("Lender");
        assertThat(facts.amountDue().toString()).isEqualTo("1234.56 CNY");
        assertThat(facts.attempts()).isEqualTo(1);
        assertThat(cases.facts(new CaseId(4_711), TODAY)).isEmpty();
    }

    @Test
    void everyOpenCaseIsToldOnceHoweverManyPagesTheyFill() {
        for (int nth = 1; nth <= 5; nth++) {
            books.take(Books.row("C" + nth, "D" + nth, Books.mobile(nth)));
        }
        books.database.jdbi()
                .useHandle(handle -> handle.execute("UPDATE cases SET state = 'withdrawn' WHERE ref = 'C3'"));
        List<CaseId> told = new ArrayList<>();

        cases.open(TODAY, facts -> told.add(facts.id()));

        assertThat(told).containsExactly(id("C1"), id("C2"), id("C4"), id("C5"));
    }

    private CaseId id(String ref) {
        return new CaseId(books.one(Long.class, "SELECT id FROM cases WHERE ref = ?", ref));
    }
}
