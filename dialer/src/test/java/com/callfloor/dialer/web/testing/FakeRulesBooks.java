package com.callfloor.dialer.web.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.rules.RulesDesk;
import com.callfloor.dialer.rules.books.CadenceReport;
import com.callfloor.dialer.rules.books.DecisionLog;
import com.callfloor.dialer.rules.books.DoNotCallLists;
import com.callfloor.dialer.rules.books.FactBook;
import com.callfloor.dialer.rules.books.OtherCalls;
import com.callfloor.dialer.rules.pack.Duty.Cadence;
import com.callfloor.dialer.rules.pack.PackTerm;
import com.callfloor.dialer.web.RulesBooks;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;

/** The rules' books in memory, at a clock that stands still. */
public final class FakeRulesBooks implements FactBook, OtherCalls, DoNotCallLists, CadenceReport {
    public final List<DecisionLog.Kept> decisions = new CopyOnWriteArrayList<>();
    public final List<Noted> facts = new CopyOnWriteArrayList<>();
    public final List<OtherCall> calls = new CopyOnWriteArrayList<>();
    public final List<PackTerm> packs = new CopyOnWriteArrayList<>();
    public final List<Behind> behind = new CopyOnWriteArrayList<>();
    /** What the rules say of each number, by case reference. */
    public final Map<String, Map<PhoneNumber, Decision>> answers = new ConcurrentHashMap<>();
    /** Numbers by list and lender. */
    public final Map<String, List<PhoneNumber>> lists = new ConcurrentHashMap<>();
    public final List<String> asked = new CopyOnWriteArrayList<>();
    public volatile Instant now = Samples.NOW;

    public RulesBooks books() {
        return new RulesBooks(new Log(), this, this, this, this, new Desk(), this::packs, Duration.ofSeconds(45),
                new StandingClock());
    }

    @Override
    public Optional<Noted> note(NewFact fact) {
        var noted = new Noted(facts.size() + 1L, fact.caseRef(), fact.kind(), fact.at(),
                fact.number() == null ? null : fact.number().masked(), fact.until(), fact.window(), fact.lifts(),
                Words.same(fact.evidence()), fact.by(), now, null, null, null);
        facts.addFirst(noted);
        return Optional.of(noted);
    }

    @Override
    public Optional<Noted> withdraw(long id, String by, String why) {
        for (int i = 0; i < facts.size(); i++) {
            Noted old = facts.get(i);
            if (old.id() == id && old.withdrawnAt() == null) {
                var withdrawn = new Noted(id, old.caseRef(), old.kind(), old.at(), old.number(), old.until(),
                        old.window(), old.lifts(), old.evidence(), old.by(), old.notedAt(), now, by, why);
                facts.set(i, withdrawn);
                return Optional.of(withdrawn);
            }
        }
        return Optional.empty();
    }

    @Override
    public List<Noted> of(String caseRef) {
        return facts.stream().filter(fact -> fact.caseRef().equals(caseRef)).toList();
    }

    @Override
    public Optional<Long> note(OtherCall call) {
        calls.add(call);
        return Optional.of((long) calls.size());
    }

    @Override
    public int add(String list, Optional<String> lender, Collection<PhoneNumber> numbers, Instant at, String by) {
        List<PhoneNumber> held = lists.computeIfAbsent(list + lender.map(name -> "/" + name).orElse(""),
                key -> new ArrayList<>());
        int before = held.size();
        numbers.stream().filter(number -> !held.contains(number)).forEach(held::add);
        return held.size() - before;
    }

    @Override
    public boolean remove(String list, PhoneNumber number, Instant at, String by) {
        return lists.getOrDefault(list, new ArrayList<>()).remove(number);
    }

    @Override
    public List<ListView> lists() {
        return lists.entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new ListView(entry.getKey().split("/", 2)[0],
                        entry.getKey().contains("/") ? Optional.of(entry.getKey().split("/", 2)[1]) : Optional.empty(),
                        entry.getValue().size(), now))
                .toList();
    }

    @Override
    public List<Behind> behind(Cadence target, Instant at, int limit) {
        return behind.stream().limit(limit).toList();
    }

    private Collection<PackTerm> packs() {
        return packs;
    }

    private final class Log implements DecisionLog {
        @Override
        public List<Kept> of(String caseRef, @Nullable Instant before, int limit) {
            return decisions.stream()
                    .filter(kept -> kept.caseRef().equals(caseRef))
                    .filter(kept -> before == null || !kept.at().isAfter(before))
                    .sorted(Comparator.comparing(Kept::at).thenComparingLong(Kept::id).reversed())
                    .limit(limit)
                    .toList();
        }

        @Override
        public Optional<Kept> byId(long id) {
            return decisions.stream().filter(kept -> kept.id() == id).findFirst();
        }

        @Override
        public Check verify() {
            throw new UnsupportedOperationException("not the web's business");
        }
    }

    private final class Desk implements RulesDesk {
        @Override
        public Optional<List<List<Asked>>> askAhead(String caseRef, Optional<PhoneNumber> number, List<Instant> ahead,
                Instant asOf, Duration latestAnswer) {
            return answers.containsKey(caseRef)
                    ? Optional.of(ahead.stream()
                            .map(at -> ask(caseRef, number, at, latestAnswer).orElseThrow())
                            .toList())
                    : Optional.empty();
        }

        @Override
        public Optional<List<Asked>> ask(String caseRef, Optional<PhoneNumber> number, Instant at,
                Duration latestAnswer) {
            asked.add(caseRef + " " + at + " " + latestAnswer);
            return Optional.ofNullable(answers.get(caseRef))
                    .map(known -> known.entrySet()
                            .stream()
                            .filter(entry -> number.isEmpty() || number.get().equals(entry.getKey()))
                            .sorted(Map.Entry.comparingByKey())
                            .map(entry -> new Asked(entry.getKey(), entry.getValue()))
                            .toList());
        }
    }

    private final class StandingClock extends Clock {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
