package com.callfloor.dialer.store;

import java.util.List;

import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Finding the cases of somebody who calls the floor. */
@ExtendWith(DatabaseExtension.class)
class CaseSearchIT {
    private final Books books;
    private final SqlCaseDirectory cases;

    CaseSearchIT(TestSchemas schemas) {
        books = new Books(schemas.migrated(new MovableClock(Books.MONDAY_NOON)));
        cases = new SqlCaseDirectory(books.database, "CN");
    }

    @BeforeEach
    void twoCasesOfOneDebtorAndOneOfAnother() {
        books.take(Books.row("C-1", "D-1", Books.mobile(1)), Books.row("C-2", "D-1", Books.mobile(1)),
                Books.row("C-3", "D-2", Books.mobile(2)));
    }

    @Test
    void aCaseIsFoundByItsReference() {
        assertThat(found("C-2")).containsExactly("C-2");
    }

    @Test
    void allCasesOfADebtorAreFoundByTheDebtorsReference() {
        assertThat(found("D-1")).containsExactly("C-1", "C-2");
    }

    @Test
    void andByANumberHoweverItIsWritten() {
        String e164 = Books.mobile(1).e164();
        String national = e164.substring("+86".length());

        assertThat(found(e164)).containsExactly("C-1", "C-2");
        assertThat(found(national)).containsExactly("C-1", "C-2");
        assertThat(found(" " + national.substring(0, 3) + " " + national.substring(3, 7) + "-" + national.substring(7)))
                .containsExactly("C-1", "C-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C-9", "d-1", "+8613800139999", "%", "C-", "'"})
    void nothingElseIsFound(String text) {
        assertThat(found(text)).isEmpty();
    }

    @Test
    void noMoreThanAskedFor() {
        assertThat(cases.find("D-1", 1)).hasSize(1);
    }

    private List<String> found(String text) {
        return cases.find(text, 100).stream().map(view -> view.card().caseRef()).toList();
    }
}
