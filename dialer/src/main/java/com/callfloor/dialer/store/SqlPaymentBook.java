package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.payments.MatchRule;
import com.callfloor.dialer.payments.Matching;
import com.callfloor.dialer.payments.Matching.Candidate;
import com.callfloor.dialer.payments.Matching.Match;
import com.callfloor.dialer.payments.Moves;
import com.callfloor.dialer.payments.NotedPosting;
import com.callfloor.dialer.payments.PaymentBook;
import com.callfloor.dialer.payments.Posting;
import com.callfloor.dialer.payments.PostingKind;
import com.callfloor.dialer.payments.WhyUnmatched;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Postings in the database. Who writes them takes turns, so that each sees what those before it wrote; then locks are
 * taken in the order of the house, cases first.
 */
public final class SqlPaymentBook implements PaymentBook {
    private static final int AT_ONCE = 500;
    private static final String TURN = "SELECT id FROM payment_turn WHERE id = 1 FOR UPDATE";
    private static final String BEGIN = "INSERT INTO payment_imports (source, began_at) VALUES (:source, :at)";
    private static final String END = """
            UPDATE payment_imports SET ended_at = :at, added = :added, known = :known, bad = :bad, rejected = :rejected
            WHERE id = :id""";
    private static final String REJECTED = """
            SELECT rejected FROM payment_imports WHERE id = :id AND rejected IS NOT NULL""";

    private final Jdbi jdbi;
    private final Duration restAfterPartOfIt;
    private final Outbox outbox;
    private final CaseSteering steering;

    /** One whose cases no strategy steers. */
    public SqlPaymentBook(Database database, Duration restAfterPartOfIt, Outbox outbox) {
        this(database, restAfterPartOfIt, outbox, new CaseSteering(database));
    }

    /** {@code restAfterPartOfIt}: for how long nobody is called about a case of which a part was paid. */
    public SqlPaymentBook(Database database, Duration restAfterPartOfIt, Outbox outbox, CaseSteering steering) {
        this.jdbi = database.jdbi();
        this.restAfterPartOfIt = restAfterPartOfIt;
        this.outbox = outbox;
        this.steering = steering;
    }

    private record Key(String lender, String reference) {
        static Key of(Posting posting) {
            return new Key(posting.lender(), posting.reference());
        }
    }

    private <T> T inTurn(HandleCallback<T, RuntimeException> work) {
        return GivingWay.inTransaction(jdbi, handle -> {
            handle.createQuery(TURN).mapTo(Integer.class).one();
            return work.withHandle(handle);
        });
    }

    @Override
    public Written write(List<Posting> postings, Instant at) {
        return postings.isEmpty() ? new Written(List.of(), Moves.NONE) : inTurn(handle -> write(handle, postings, at));
    }

    private Written write(Handle handle, List<Posting> postings, Instant at) {
        Set<String> references = new LinkedHashSet<>(postings.stream().map(Posting::reference).toList());
        Map<Key, Posting> known = new HashMap<>();
        PaymentRows.named(handle, references).forEach(each -> known.put(Key.of(each.posting()), each.posting()));
        Map<Key, Posting> added = new LinkedHashMap<>();
        for (Posting posting : postings) {
            if (!known.containsKey(Key.of(posting))) {
                added.putIfAbsent(Key.of(posting), posting);
            }
        }
        Moves moves = Moves.NONE;
        if (!added.isEmpty()) {
            PaymentRows.insert(handle, List.copyOf(added.values()), at);
            List<NotedPosting> fresh = PaymentRows.named(handle, references)
                    .stream()
                    .filter(each -> added.containsKey(Key.of(each.posting())))
                    .toList();
            moves = match(handle, fresh, at);
        }
        return new Written(entries(handle, postings, references, added.keySet()), moves);
    }

    /** Of two in one list under one reference the first is the one that was added. */
    private static List<Entry> entries(Handle handle, List<Posting> postings, Set<String> references, Set<Key> added) {
        Map<Key, NotedPosting> noted = new HashMap<>();
        PaymentRows.named(handle, references).forEach(each -> noted.put(Key.of(each.posting()), each));
        Set<Key> told = new HashSet<>();
        List<Entry> entries = new ArrayList<>();
        for (Posting posting : postings) {
            Key key = Key.of(posting);
            NotedPosting there = noted.get(key);
            if (there == null) {
                throw new IllegalStateException("posting " + posting.reference() + " was written and is not there");
            }
            if (!there.posting().isSame(posting)) {
                entries.add(new Entry.Contradicts(there));
            } else {
                entries.add(added.contains(key) && told.add(key) ? new Entry.Added(there) : new Entry.Known(there));
            }
        }
        return entries;
    }

    @Override
    public Moves matchAgain(Instant at) {
        var posted = new HashSet<CaseId>();
        var settled = new HashSet<CaseId>();
        var reopened = new HashSet<CaseId>();
        long after = 0;
        while (true) {
            long from = after;
            List<NotedPosting> some = jdbi.withHandle(handle -> PaymentRows.unmatched(handle, from, AT_ONCE));
            if (some.isEmpty()) {
                return new Moves(posted, settled, reopened);
            }
            Moves moves = inTurn(handle -> match(handle, stillUnmatched(handle, some), at));
            posted.addAll(moves.posted());
            settled.addAll(moves.settled());
            reopened.addAll(moves.reopened());
            after = some.getLast().id();
        }
    }

    private static List<NotedPosting> stillUnmatched(Handle handle, List<NotedPosting> postings) {
        Set<Long> ids = new HashSet<>(postings.stream().map(NotedPosting::id).toList());
        return PaymentRows.named(handle, postings.stream().map(each -> each.posting().reference()).toList())
                .stream()
                .filter(each -> ids.contains(each.id()) && each.caseId().isEmpty())
                .toList();
    }

    /** Payments first: a reversal among them may take one of them back. */
    private Moves match(Handle handle, List<NotedPosting> unmatched, Instant at) {
        var candidates = PaymentCandidates.of(handle, unmatched.stream().map(NotedPosting::posting).toList());
        Map<Boolean, List<NotedPosting>> following = new HashMap<>();
        unmatched.forEach(each -> following
                .computeIfAbsent(each.posting().reversed() != null, which -> new ArrayList<>())
                .add(each));
        Map<Key, CaseId> found = new HashMap<>();
        List<Matched> matches = new ArrayList<>();
        for (NotedPosting each : following.getOrDefault(false, List.of())) {
            Match match = candidates.match(each.posting());
            matches.add(new Matched(each.id(), match, null));
            if (match instanceof Match.Found there) {
                found.put(Key.of(each.posting()), there.caseId());
            }
        }
        List<NotedPosting> reversals = new ArrayList<>(following.getOrDefault(true, List.of()));
        Set<Long> ids = new HashSet<>(reversals.stream().map(NotedPosting::id).toList());
        awaiting(handle, found.keySet()).stream().filter(each -> ids.add(each.id())).forEach(reversals::add);
        matches.addAll(reversals(handle, reversals, found));
        return settle(handle, matches, at);
    }

    /** One posting and whose it is; {@code by}: whoever says so, if a person does. */
    private record Matched(long id, Match match, @Nullable String by) {
        Stream<Long> cases() {
            return match instanceof Match.Found found ? Stream.of(found.caseId().value()) : Stream.empty();
        }
    }

    /** {@code found}: payments that were matched just now. */
    private static List<Matched> reversals(Handle handle, List<NotedPosting> reversals, Map<Key, CaseId> found) {
        Map<Key, CaseId> cases = new HashMap<>();
        PaymentRows.named(handle, reversals.stream().flatMap(each -> reversed(each).stream()).distinct().toList())
                .stream()
                .filter(each -> each.posting().kind() == PostingKind.PAYMENT)
                .forEach(each -> each.caseId().ifPresent(caseId -> cases.put(Key.of(each.posting()), caseId)));
        cases.putAll(found);
        return reversals.stream()
                .map(each -> new Matched(each.id(), Matching.ofReversal(reversed(each)
                        .map(reference -> cases.get(new Key(each.posting().lender(), reference)))), null))
                .toList();
    }

    private static Optional<String> reversed(NotedPosting posting) {
        return Optional.ofNullable(posting.posting().reversed());
    }

    private static List<NotedPosting> awaiting(Handle handle, Set<Key> payments) {
        return PaymentRows.awaiting(handle, payments.stream().map(Key::reference).toList())
                .stream()
                .filter(each -> payments.contains(new Key(each.posting().lender(), reversed(each).orElse(""))))
                .toList();
    }

    private Moves settle(Handle handle, List<Matched> matches, Instant at) {
        List<Long> cases = matches.stream().flatMap(Matched::cases).distinct().toList();
        PaidCases.lock(handle, cases);
        matches.forEach(each -> PaymentRows.match(handle, each.id(), each.match(), at, each.by()));
        outbox.matched(handle,
                matches.stream().filter(each -> each.match() instanceof Match.Found).map(Matched::id).toList());
        Moves moves = PaidCases.recount(handle, cases, at, restAfterPartOfIt);
        steering.place(handle, cases);
        return moves;
    }

    @Override
    public HandMatch match(long id, String caseRef, String by, Instant at) {
        return inTurn(handle -> {
            Optional<NotedPosting> noted = PaymentRows.byId(handle, id).stream().findFirst();
            Optional<Candidate> named = PaymentCandidates.named(handle, caseRef);
            if (noted.isEmpty()) {
                return new HandMatch.NoSuchPosting();
            }
            return named.map(candidate -> byHand(handle, noted.get(), candidate, by, at))
                    .orElseGet(HandMatch.NoSuchCase::new);
        });
    }

    private HandMatch byHand(Handle handle, NotedPosting noted, Candidate named, String by, Instant at) {
        if (noted.caseId().isPresent()) {
            return noted.caseId().get().equals(named.id())
                    ? new HandMatch.Done(noted, Moves.NONE)
                    : new HandMatch.Elsewhere(noted);
        }
        Optional<WhyUnmatched> objection = Matching.objection(noted.posting(), named);
        if (objection.isPresent()) {
            return new HandMatch.Unfit(objection.get());
        }
        Map<Key, CaseId> found = Map.of(Key.of(noted.posting()), named.id());
        List<Matched> matches = new ArrayList<>();
        matches.add(new Matched(noted.id(), new Match.Found(named.id(), MatchRule.BY_HAND), by));
        matches.addAll(reversals(handle, awaiting(handle, found.keySet()), found));
        Moves moves = settle(handle, matches, at);
        return new HandMatch.Done(PaymentRows.byId(handle, noted.id()).getFirst(), moves);
    }

    @Override
    public Optional<NotedPosting> byId(long id) {
        return jdbi.withHandle(handle -> PaymentRows.byId(handle, id)).stream().findFirst();
    }

    @Override
    public List<NotedPosting> of(CaseId caseId) {
        return jdbi.withHandle(handle -> PaymentRows.ofCase(handle, caseId.value()));
    }

    @Override
    public List<NotedPosting> unmatched(@Nullable Long after, int limit) {
        return jdbi.withHandle(handle -> PaymentRows.unmatched(handle, after == null ? 0 : after, limit));
    }

    @Override
    public long beginImport(String source, Instant at) {
        String name = SqlImportBook.shortened(source);
        return jdbi.withHandle(
                handle -> handle.createUpdate(BEGIN)
                        .bind("source", name)
                        .bind("at", at)
                        .executeAndReturnGeneratedKeys("id")
                        .mapTo(Long.class)
                        .one());
    }

    @Override
    public void endImport(long id, Instant at, Counts counts, @Nullable String rejected) {
        jdbi.useHandle(
                handle -> handle.createUpdate(END)
                        .bind("id", id)
                        .bind("at", at)
                        .bind("added", counts.added())
                        .bind("known", counts.known())
                        .bind("bad", counts.bad())
                        .bind("rejected", rejected)
                        .execute());
    }

    @Override
    public Optional<String> rejected(long importId) {
        return jdbi.withHandle(
                handle -> handle.createQuery(REJECTED).bind("id", importId).mapTo(String.class).findOne());
    }
}
