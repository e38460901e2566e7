package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallLog.CallView;
import com.callfloor.dialer.calls.CallLog.Totals;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.floor.FloorFact;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import com.callfloor.dialer.trunks.CallerIdHistory.ShownCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(DatabaseExtension.class)
class CallLogIT {
    private final MovableClock clock = new MovableClock(Books.MONDAY_NOON);
    private final Books books;
    private final SqlCallLog log;

    CallLogIT(TestSchemas schemas) {
        this.books = new Books(schemas.migrated(clock));
        this.log = new SqlCallLog(books.database);
    }

    private AttemptId call(int debtor) throws LedgerUnavailable {
        books.take(Books.row("C" + debtor, "D" + debtor, Books.mobile(debtor)));
        AttemptId id = books.reserved().id();
        clock.pass(Duration.ofSeconds(1));
        return id;
    }

    @Test
    void pagesGoFromTheNewestBackAndCanBeNarrowed() throws LedgerUnavailable {
        AttemptId oldest = call(1);
        AttemptId middle = call(2);
        AttemptId newest = call(3);
        books.write(books.closed(middle, Outcome.BUSY, clock.instant().plus(Duration.ofHours(1))));
        var caseOfMiddle = log.byId(middle).orElseThrow().caseId();

        assertThat(ids(log.page(null, null, null, 2))).containsExactly(newest, middle);
        assertThat(ids(log.page(null, null, middle, 2))).containsExactly(oldest);
        assertThat(ids(log.page(null, "open", null, 9))).containsExactly(newest, oldest);
        assertThat(ids(log.page(null, "closed", null, 9))).containsExactly(middle);
        assertThat(ids(log.page(caseOfMiddle, null, null, 9))).containsExactly(middle);
        assertThatThrownBy(() -> log.page(null, "openn", null, 9)).hasMessageContaining("'open' or 'closed'");
    }

    @Test
    void theCallerIdsOfCallsThatReachedAPhoneAreRemembered() throws LedgerUnavailable {
        PhoneNumber ours = new PhoneNumber("+862160000001");
        AttemptId answered = call(1);
        AttemptId rang = call(2);
        AttemptId unreached = call(3);
        AttemptId underWay = call(4);
        Instant at = clock.instant();
        for (AttemptId attempt : List.of(answered, rang, unreached, underWay)) {
            books.write(new FloorFact.Dialed(at, attempt, "carrier", ours));
        }
        books.write(new FloorFact.Rang(at, rang), new FloorFact.Answered(at, answered),
                books.closed(answered, Outcome.ABANDONED, at), books.closed(rang, Outcome.NO_ANSWER, at),
                books.closed(unreached, Outcome.CONGESTION, at));
        var history = new SqlCallerIdHistory(books.database);

        assertThat(history.callsSince(Books.MONDAY_NOON)).containsExactly(
                new ShownCall(at, "carrier", ours, true), new ShownCall(at, "carrier", ours, false));
        assertThat(history.callsSince(at.plusSeconds(1))).isEmpty();
    }

    private static List<AttemptId> ids(List<CallView> calls) {
        return calls.stream().map(CallView::id).toList();
    }

    @Test
    void aViewNeverShowsAWholeNumber() throws LedgerUnavailable {
        AttemptId id = call(1);

        assertThat(log.byId(id).orElseThrow().numberMasked()).isEqualTo(Books.mobile(1).masked()).contains("****");
        assertThat(log.byId(books.newId())).isEmpty();
    }

    @Test
    void totalsCountByOutcomeFromAnInstantOn() throws LedgerUnavailable {
        AttemptId yesterdays = call(1);
        clock.pass(Duration.ofDays(1));
        Instant today = clock.instant();
        AttemptId connected = call(2);
        AttemptId abandoned = call(3);
        AttemptId congested = call(4);
        AttemptId lost = call(5);
        call(6);
        var agent = books.agent("li", "1001");
        Instant at = clock.instant();
        books.write(new FloorFact.Answered(at, yesterdays), new FloorFact.Answered(at, connected),
                new FloorFact.Connected(at, connected, agent), books.closed(connected, Outcome.CONNECTED, at),
                new FloorFact.Answered(at, abandoned), books.closed(abandoned, Outcome.ABANDONED, at),
                books.closed(congested, Outcome.CONGESTION, at), books.closed(lost, Outcome.UNKNOWN, at));

        assertThat(log.totals(today)).isEqualTo(new Totals(5, 2, 1, 1, 2, 1));
        assertThat(log.totals(at)).isEqualTo(new Totals(0, 0, 0, 0, 0, 0));
    }
}
