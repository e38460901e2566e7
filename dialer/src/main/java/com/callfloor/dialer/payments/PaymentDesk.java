package com.callfloor.dialer.payments;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.payments.PaymentBook.Entry;
import com.callfloor.dialer.payments.PaymentBook.HandMatch;
import com.callfloor.dialer.payments.PaymentBook.Written;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes postings in, then has the floor and whoever waits for money hear of them. Safe for use by many threads. */
public final class PaymentDesk {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentDesk.class);

    private final PaymentBook book;
    private final Clock clock;
    private final CallsOfCases calls;
    private final List<AfterPosting> listeners;

    public PaymentDesk(PaymentBook book, Clock clock, CallsOfCases calls, List<AfterPosting> listeners) {
        this.book = book;
        this.clock = clock;
        this.calls = calls;
        this.listeners = List.copyOf(listeners);
    }

    /** One entry for each posting, in their order. Blocks on the database. */
    public List<Entry> take(List<Posting> postings) {
        Instant at = clock.instant();
        Written written = book.write(postings, at);
        tell(written.moves(), at);
        return written.entries();
    }

    /** Counts a posting for this case because the person {@code by} says so. Blocks on the database. */
    public HandMatch match(long id, String caseRef, String by) {
        Instant at = clock.instant();
        HandMatch match = book.match(id, caseRef, by, at);
        if (match instanceof HandMatch.Done done) {
            tell(done.moves(), at);
        }
        return match;
    }

    /** New cases came: some may be what an unmatched posting waits for. Blocks on the database. */
    public void matchAgain() {
        Instant at = clock.instant();
        tell(book.matchAgain(at), at);
    }

    /** The floor first: a phone may be ringing. */
    private void tell(Moves moves, Instant at) {
        if (!moves.settled().isEmpty()) {
            calls.paid(moves.settled());
        }
        if (!moves.reopened().isEmpty()) {
            calls.dueAgain(moves.reopened());
        }
        for (CaseId caseId : moves.posted()) {
            for (AfterPosting listener : listeners) {
                tell(listener, caseId, at);
            }
        }
    }

    /** The posting is on disk: that one who waits for it fails is no reason to have it sent again. */
    private static void tell(AfterPosting listener, CaseId caseId, Instant at) {
        try {
            listener.posted(caseId, at);
        } catch (RuntimeException e) {
            LOG.error("a posting for case {} could not be followed up", caseId.value(), e);
        }
    }
}
