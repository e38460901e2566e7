package com.callfloor.dialer.store;

import java.time.LocalDate;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.strategy.Step;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.FollowUpSamples;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** Steps of the ladder that become tasks. */
@ExtendWith(DatabaseExtension.class)
class EscalationsIT {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final Books books;
    private final SqlEscalations escalations;

    EscalationsIT(TestSchemas schemas) {
        Database database = schemas.migrated(new MovableClock(Books.MONDAY_NOON));
        books = new Books(database);
        escalations = new SqlEscalations(database, FollowUpSamples.PLAN);
    }

    @BeforeEach
    void oneCase() {
        books.take(Books.row("C1", "D1", Books.mobile(1)));
    }

    @Test
    void aStepThatPeopleTakeIsOneTaskHoweverOftenItIsTold() {
        CaseId id = id();
        escalations.due(id, Step.VISIT, DAY);
        escalations.due(id, Step.VISIT, DAY);
        escalations.due(id, Step.COURT, DAY);

        assertThat(books.count("tasks WHERE kind = 'visit' AND state = 'open'")).isEqualTo(1);
        assertThat(books.count("tasks WHERE kind = 'court'")).isEqualTo(1);
    }

    @Test
    void callsAndMessagesAreNobodysTask() {
        escalations.due(id(), Step.CALL, DAY);
        escalations.due(id(), Step.SMS, DAY);
        assertThat(books.count("tasks")).isZero();
    }

    @Test
    void aCaseThatIsClosedIsNotEscalated() {
        CaseId id = id();
        books.database.jdbi().useHandle(handle -> handle.execute("UPDATE cases SET state = 'withdrawn'"));
        escalations.due(id, Step.LETTER, DAY);
        assertThat(books.count("tasks")).isZero();
    }

    private CaseId id() {
        return new CaseId(books.one(Long.class, "SELECT id FROM cases"));
    }
}
