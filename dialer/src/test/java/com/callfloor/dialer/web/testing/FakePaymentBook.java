package com.callfloor.dialer.web.testing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.payments.CallsOfCases;
import com.callfloor.dialer.payments.MatchRule;
import com.callfloor.dialer.payments.Moves;
import com.callfloor.dialer.payments.NotedPosting;
import com.callfloor.dialer.payments.NotedPosting.Belonging;
import com.callfloor.dialer.payments.PaymentBook;
import com.callfloor.dialer.payments.PaymentDesk;
import com.callfloor.dialer.payments.PaymentImport;
import com.callfloor.dialer.payments.Posting;
import com.callfloor.dialer.payments.WhyUnmatched;
import com.callfloor.dialer.supervision.ClosedBecause;
import com.callfloor.dialer.web.PaymentParts;
import org.jspecify.annotations.Nullable;

/** Knows the case CF-5, which any payment settles. The real book is tested on real databases. */
public final class FakePaymentBook implements PaymentBook {
    private static final CaseId CASE = new CaseId(5);

    /** While it is true nothing can be written. */
    public volatile boolean fault;
    private final List<NotedPosting> noted = new ArrayList<>();
    private @Nullable String rejected;

    PaymentParts parts(FakeFloor floor) {
        Clock clock = Clock.fixed(Samples.NOW, ZoneOffset.UTC);
        var desk = new PaymentDesk(this, clock, new CallsOfCases() {
            @Override
            public void paid(Set<CaseId> cases) {
                floor.casesClosed(cases, ClosedBecause.PAID);
            }

            @Override
            public void dueAgain(Set<CaseId> cases) {
                floor.casesReopened(cases);
            }
        }, List.of());
        return new PaymentParts(desk, this, new PaymentImport(desk, this, clock, Currency.getInstance("CNY")));
    }

    @Override
    public synchronized Written write(List<Posting> postings, Instant at) {
        if (fault) {
            throw new IllegalStateException("the book does not answer");
        }
        List<Entry> entries = postings.stream().map(posting -> write(posting, at)).toList();
        boolean paid = entries.stream()
                .anyMatch(entry -> entry instanceof Entry.Added added && added.noted().caseId().isPresent());
        return new Written(entries, paid ? new Moves(Set.of(CASE), Set.of(CASE), Set.of()) : Moves.NONE);
    }

    private Entry write(Posting posting, Instant at) {
        Optional<NotedPosting> known = noted.stream()
                .filter(each -> each.posting().reference().equals(posting.reference()))
                .findFirst();
        if (known.isPresent()) {
            return known.get().posting().isSame(posting)
                    ? new Entry.Known(known.get())
                    : new Entry.Contradicts(known.get());
        }
        Belonging belonging = "CF-5".equals(posting.caseRef())
                ? new Belonging.Matched(CASE, "CF-5", MatchRule.CASE_REF, at, null)
                : new Belonging.Unmatched(WhyUnmatched.UNKNOWN_CASE);
        var fresh = new NotedPosting(noted.size() + 1, posting, at, belonging);
        noted.add(fresh);
        return new Entry.Added(fresh);
    }

    @Override
    public Moves matchAgain(Instant at) {
        return Moves.NONE;
    }

    @Override
    public synchronized HandMatch match(long id, String caseRef, String by, Instant at) {
        Optional<NotedPosting> found = byId(id);
        if (found.isEmpty()) {
            return new HandMatch.NoSuchPosting();
        }
        if (!caseRef.equals("CF-5")) {
            return new HandMatch.NoSuchCase();
        }
        var matched = new NotedPosting(id, found.get().posting(), found.get().notedAt(),
                new Belonging.Matched(CASE, caseRef, MatchRule.BY_HAND, at, by));
        noted.set((int) id - 1, matched);
        return new HandMatch.Done(matched, Moves.NONE);
    }

    @Override
    public synchronized Optional<NotedPosting> byId(long id) {
        return noted.stream().filter(each -> each.id() == id).findFirst();
    }

    @Override
    public synchronized List<NotedPosting> of(CaseId caseId) {
        return noted.stream().filter(each -> each.caseId().filter(caseId::equals).isPresent()).toList();
    }

    @Override
    public synchronized List<NotedPosting> unmatched(@Nullable Long after, int limit) {
        return noted.stream()
                .filter(each -> each.caseId().isEmpty() && (after == null || each.id() > after))
                .limit(limit)
                .toList();
    }

    @Override
    public long beginImport(String source, Instant at) {
        return 7;
    }

    @Override
    public synchronized void endImport(long id, Instant at, Counts counts, @Nullable String report) {
        rejected = report;
    }

    @Override
    public synchronized Optional<String> rejected(long importId) {
        return importId == 7 ? Optional.ofNullable(rejected) : Optional.empty();
    }
}
