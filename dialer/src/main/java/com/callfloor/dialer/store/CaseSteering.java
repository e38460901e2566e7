package com.callfloor.dialer.store;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.floor.FloorFact;
import com.callfloor.dialer.strategy.CadencePlan;
import com.callfloor.dialer.strategy.CaseFacts;
import com.callfloor.dialer.strategy.StagePlan;
import com.callfloor.dialer.strategy.StagePlan.Cadence;
import com.callfloor.dialer.strategy.StrategyBook;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Has strategies steer dialing: which campaign a case is called in, and when it is called again. Both are columns of the case,
 * written whenever its stage may have changed (a file, the end of a call, a posting, a promise, a new day), so that whoever
 * looks for the next case asks no strategy. Usable from any thread. Until it is told of strategies, it steers nothing.
 */
public final class CaseSteering {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int AT_ONCE = 500;
    private static final String CAMPAIGNS = """
            SELECT id, campaign_id, lender, product FROM cases WHERE id IN (<cases>)""";
    private static final String LOCK = """
            SELECT id FROM cases FORCE INDEX (PRIMARY) WHERE id IN (<cases>) ORDER BY id FOR UPDATE""";
    private static final String MOVE = "UPDATE cases SET campaign_id = :campaign WHERE id IN (<cases>)";
    private static final String ENDING = """
            SELECT id, case_id, purpose = 'collection' AS collection FROM attempts
            WHERE id IN (<attempts>) AND state <> 'closed'""";
    private static final String CALLS = """
            SELECT id, case_id, reserved_at FROM attempts
            WHERE case_id IN (<cases>) AND reserved_at > :week AND purpose = 'collection'
              AND (outcome IS NULL OR outcome NOT IN ('invalid', 'congestion', 'failed'))""";
    private static final String STATE = "SELECT placed_by FROM case_placing WHERE id = 1";
    private static final String PLACED = "UPDATE case_placing SET placed_by = :by WHERE id = 1";

    private final Jdbi jdbi;
    private final Clock clock;
    private final CampaignIds campaigns;
    private final SqlStrategyCases cases;
    private volatile @Nullable Course course;

    /** {@code reachedWithin}: who was reached longer ago is uncontactable. */
    private record Course(StrategyBook book, Supplier<LocalDate> today, Function<Instant, Duration> reachedWithin) {}

    /** What the end of a call has its case do; null: nothing. */
    record Turn(@Nullable Instant notBefore, @Nullable Long campaign) {
        static final Turn NONE = new Turn(null, null);

        Instant orLater(Instant next) {
            return notBefore == null || notBefore.isBefore(next) ? next : notBefore;
        }
    }

    private record Ending(AttemptId attempt, long caseId, boolean collection) {}

    private record Call(AttemptId attempt, long caseId, Instant at) {}

    public CaseSteering(Database database) {
        this.jdbi = database.jdbi();
        this.clock = database.clock();
        this.campaigns = new CampaignIds(jdbi);
        this.cases = new SqlStrategyCases(database);
    }

    /**
     * From now on steers by these strategies. Told once, before anything is dialed.
     *
     * @param reachedWithin how long somebody who was reached is contactable
     */
    public void follow(StrategyBook book, Supplier<LocalDate> today, Function<Instant, Duration> reachedWithin) {
        // Now, since later a transaction would wait here for a second connection.
        book.all().forEach(strategy -> strategy.plans().values().forEach(plan -> {
            if (!plan.campaign().isEmpty()) {
                campaigns.of(plan.campaign());
            }
        }));
        course = new Course(book, today, reachedWithin);
    }

    /**
     * Puts every open case into its campaign, if the strategies or what campaigns take changed since that was done, or the day
     * did. Blocks; for a minute or so where there are a million cases and something changed.
     *
     * @return how many moved
     */
    public int placeAll() {
        Course now = course;
        if (now == null) {
            return 0;
        }
        String by = now.book().choosesCampaigns() ? fingerprint(now) : "";
        if (by.equals(jdbi.withHandle(handle -> handle.createQuery(STATE).mapTo(String.class).one()))) {
            return 0;
        }
        var round = new Round(now);
        cases.open(now.today().get(), round::take);
        round.end();
        jdbi.useHandle(handle -> handle.createUpdate(PLACED).bind("by", by).execute());
        return round.moved;
    }

    private String fingerprint(Course now) {
        String takes = jdbi.withHandle(CampaignChoice::read).toString();
        return Hash
                .of((now.today().get() + "\n" + takes + "\n" + now.book().all() + "\n" + now.book().experiments().all())
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** Looks at some cases at a time, without locks, and locks only those that are in the wrong campaign. */
    private final class Round {
        private final Course course;
        private final List<CaseFacts> some = new ArrayList<>();
        private int moved;

        Round(Course course) {
            this.course = course;
        }

        void take(CaseFacts facts) {
            some.add(facts);
            if (some.size() == AT_ONCE) {
                end();
            }
        }

        void end() {
            List<Long> strays = jdbi.withHandle(handle -> moves(handle, course, some).values())
                    .stream()
                    .flatMap(List::stream)
                    .sorted()
                    .toList();
            some.clear();
            if (!strays.isEmpty()) {
                moved += GivingWay.inTransaction(jdbi, handle -> {
                    handle.createQuery(LOCK).bindList("cases", strays).mapTo(Long.class).list();
                    return place(handle, course, strays);
                });
            }
        }
    }

    /**
     * Puts these cases into their campaigns, where strategies choose any. Within a transaction that holds their locks.
     */
    void place(Handle handle, Collection<Long> some) {
        Course now = course;
        if (now != null && now.book().choosesCampaigns()) {
            for (List<Long> part : ManyRows.parts(some)) {
                int unused = place(handle, now, part);
            }
        }
    }

    /** The same for a file's cases, which the transaction wrote. */
    void placeNamed(Handle handle, Set<String> refs) {
        Course now = course;
        if (now != null && now.book().choosesCampaigns()) {
            place(handle, CaseRows.idsOf(handle, refs));
        }
    }

    private int place(Handle handle, Course now, List<Long> some) {
        List<CaseFacts> facts = SqlStrategyCases.of(handle, some.stream().map(CaseId::new).toList(),
                now.today().get());
        int moved = 0;
        for (Map.Entry<Long, List<Long>> each : moves(handle, now, facts).entrySet()) {
            moved += handle.createUpdate(MOVE)
                    .bind("campaign", each.getKey())
                    .bindList("cases", each.getValue())
                    .execute();
        }
        return moved;
    }

    /** The cases that are in another campaign than they belong to, by the one that they belong to. */
    private Map<Long, List<Long>> moves(Handle handle, Course now, List<CaseFacts> some) {
        Map<Long, List<Long>> moves = new TreeMap<>();
        if (some.isEmpty()) {
            return moves;
        }
        Map<Long, StagePlan> plans = new HashMap<>();
        some.forEach(facts -> plans.put(facts.id().value(), now.book().place(facts).plan()));
        CampaignChoice takes = CampaignChoice.read(handle);
        handle.createQuery(CAMPAIGNS).bindList("cases", List.copyOf(plans.keySet())).map((row, context) -> {
            StagePlan plan = plans.get(row.getLong("id"));
            long wanted = plan == null || plan.campaign().isEmpty()
                    ? takes.of(row.getString("lender"), row.getString("product"))
                    : campaigns.of(plan.campaign());
            if (wanted != row.getLong("campaign_id")) {
                moves.computeIfAbsent(wanted, campaign -> new ArrayList<>()).add(row.getLong("id"));
            }
            return wanted;
        }).list();
        return moves;
    }

    /** What becomes of the cases of calls that end now, by attempt; asked before their ends are written. */
    Map<AttemptId, Turn> after(Handle handle, Collection<FloorFact.Closed> ends) {
        Course now = course;
        if (now == null || ends.isEmpty()) {
            return Map.of();
        }
        List<Ending> endings = handle.createQuery(ENDING)
                .bindList("attempts", ends.stream().map(each -> each.attempt().toString()).toList())
                .map((row, context) -> new Ending(SqlTypes.attempt(row.getString("id")), row.getLong("case_id"),
                        row.getBoolean("collection")))
                .list();
        if (endings.isEmpty()) {
            return Map.of();
        }
        List<Long> ids = endings.stream().map(Ending::caseId).distinct().toList();
        Map<Long, CaseFacts> facts = new HashMap<>();
        SqlStrategyCases.of(handle, ids.stream().map(CaseId::new).toList(), now.today().get())
                .forEach(each -> facts.put(each.id().value(), each));
        Map<Long, Long> moves = new HashMap<>();
        if (now.book().choosesCampaigns()) {
            moves(handle, now, List.copyOf(facts.values()))
                    .forEach((campaign, moved) -> moved.forEach(each -> moves.put(each, campaign)));
        }
        Instant at = clock.instant();
        Map<Long, List<Call>> calls = calls(handle, ids, at);
        Set<Long> reached = SqlCadenceReport.reached(handle,
                facts.values().stream().map(each -> each.debtor().value()).distinct().toList(),
                at.minus(now.reachedWithin().apply(at)), at);
        Map<AttemptId, FloorFact.Closed> byAttempt = new HashMap<>();
        ends.forEach(each -> byAttempt.put(each.attempt(), each));
        Map<AttemptId, Turn> turns = new HashMap<>();
        for (Ending ending : endings) {
            CaseFacts known = facts.get(ending.caseId());
            FloorFact.Closed closed = byAttempt.get(ending.attempt());
            if (known != null && closed != null) {
                Cadence cadence = now.book().place(known).plan().cadence();
                boolean contactable = reached.contains(known.debtor().value())
                        || (ending.collection() && closed.outcome() == Outcome.CONNECTED);
                turns.put(ending.attempt(), new Turn(
                        next(contactable ? cadence.contactable() : cadence.uncontactable(), closed,
                                calls.getOrDefault(ending.caseId(), List.of())),
                        moves.get(ending.caseId())));
            }
        }
        return turns;
    }

    private static Map<Long, List<Call>> calls(Handle handle, List<Long> ids, Instant at) {
        Map<Long, List<Call>> calls = new HashMap<>();
        handle.createQuery(CALLS)
                .bindList("cases", ids)
                .bind("week", at.minus(WEEK))
                .map((row, context) -> new Call(SqlTypes.attempt(row.getString("id")), row.getLong("case_id"),
                        Rows.instant(row, "reserved_at")))
                .list()
                .forEach(each -> calls.computeIfAbsent(each.caseId(), which -> new ArrayList<>()).add(each));
        return calls;
    }

    /** What never came to a phone uses up nothing of a week. */
    private static @Nullable Instant next(int aWeek, FloorFact.Closed closed, List<Call> calls) {
        boolean counts = !unreached(closed.outcome());
        List<Instant> counted = calls.stream()
                .filter(each -> counts || !each.attempt().equals(closed.attempt()))
                .map(Call::at)
                .toList();
        return CadencePlan.next(aWeek, counted, !counts || closed.outcome() == Outcome.BUSY, closed.at()).orElse(null);
    }

    private static boolean unreached(Outcome outcome) {
        return outcome == Outcome.INVALID || outcome == Outcome.CONGESTION || outcome == Outcome.FAILED;
    }
}
