package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import com.callfloor.dialer.cases.CaseBalance;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.payments.Moves;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * What is due of cases after postings, and whether they are still to be called. The sum is counted anew each time, so that
 * no posting counts twice or never, whatever came before.
 */
final class PaidCases {
    // The primary index is forced, so that rows are locked by ascending id.
    private static final String LOCK = """
            SELECT id, currency, amount_due_minor, paid_minor, state, next_call_at, rest_until
            FROM cases FORCE INDEX (PRIMARY) WHERE id IN (<cases>) ORDER BY id FOR UPDATE""";
    private static final String SUMS = """
            SELECT c.id, COALESCE(SUM(p.amount_minor), 0) AS paid
            FROM cases c LEFT JOIN payments p
                 ON p.case_id = c.id AND p.currency = c.currency AND p.noted_at >= c.due_stated_at
            WHERE c.id IN (<cases>) GROUP BY c.id""";
    private static final String UNDERWAY = """
            SELECT DISTINCT case_id FROM attempts WHERE case_id IN (<cases>) AND ended_at IS NULL""";
    private static final String UPDATE = """
            UPDATE cases SET paid_minor = :paid, state = :state, next_call_at = :next, rest_until = :rest
            WHERE id = :case""";
    private static final String RESTATED = """
            SELECT id FROM cases FORCE INDEX (cases_ref)
            WHERE ref IN (<refs>) AND (paid_minor <> 0 OR state = 'paid') ORDER BY id""";
    private static final String OPEN = "open";
    private static final String PAID = "paid";

    private PaidCases() {}

    /** A case as it was, and as a transaction that holds its lock found it. */
    private record Account(long id, CaseBalance before, String state, @Nullable Instant next, @Nullable Instant rest) {
        static Account of(ResultSet row, StatementContext context) throws SQLException {
            Currency currency = Currency.getInstance(row.getString("currency"));
            return new Account(row.getLong("id"),
                    new CaseBalance(new Money(row.getLong("amount_due_minor"), currency),
                            new Money(row.getLong("paid_minor"), currency)),
                    row.getString("state"), Rows.instantOrNull(row, "next_call_at"),
                    Rows.instantOrNull(row, "rest_until"));
        }

        /** What becomes of it with this much paid; {@code underway}: the end of a call will plan the next one. */
        Account with(long paid, Instant at, Duration restAfterPartOfIt, boolean underway) {
            var balance = new CaseBalance(before.stated(), new Money(paid, before.stated().currency()));
            if (balance.settled()) {
                return new Account(id, balance, state.equals(OPEN) ? PAID : state, null, null);
            }
            if (state.equals(PAID)) {
                return new Account(id, balance, OPEN, underway ? null : at, null);
            }
            if (paid > before.paid().minor()) {
                Instant until = at.plus(restAfterPartOfIt);
                return new Account(id, balance, state, later(next, until), until);
            }
            if (paid < before.paid().minor()) {
                boolean restedForIt = next != null && next.equals(rest) && !underway;
                return new Account(id, balance, state, restedForIt ? at : next, null);
            }
            return new Account(id, balance, state, next, rest);
        }

        /** A case that sleeps goes on sleeping. */
        private static @Nullable Instant later(@Nullable Instant one, Instant other) {
            return one == null || one.isAfter(other) ? one : other;
        }
    }

    /** Locks them in order; whoever writes what changes their balance does so first. */
    static void lock(Handle handle, Collection<Long> cases) {
        var unused = accounts(handle, cases);
    }

    /** Counts anew what was paid for these cases, whose locks the transaction holds or takes here. */
    static Moves recount(Handle handle, Collection<Long> cases, Instant at, Duration restAfterPartOfIt) {
        if (cases.isEmpty()) {
            return Moves.NONE;
        }
        List<Account> accounts = accounts(handle, cases);
        Map<Long, Long> sums = sums(handle, cases);
        Set<Long> underway = handle.createQuery(UNDERWAY)
                .bindList("cases", List.copyOf(cases))
                .mapTo(Long.class)
                .set();
        Set<CaseId> posted = new HashSet<>();
        Set<CaseId> settled = new HashSet<>();
        Set<CaseId> reopened = new HashSet<>();
        PreparedBatch batch = handle.prepareBatch(UPDATE);
        for (Account was : accounts) {
            var id = new CaseId(was.id());
            Account now = was.with(sums.getOrDefault(was.id(), 0L), at, restAfterPartOfIt,
                    underway.contains(was.id()));
            posted.add(id);
            if (was.state().equals(OPEN) && now.state().equals(PAID)) {
                settled.add(id);
            } else if (was.state().equals(PAID) && now.state().equals(OPEN)) {
                reopened.add(id);
            }
            batch.bind("case", now.id())
                    .bind("paid", now.before().paid().minor())
                    .bind("state", now.state())
                    .bindByType("next", now.next(), Instant.class)
                    .bindByType("rest", now.rest(), Instant.class)
                    .add();
        }
        batch.execute();
        return new Moves(posted, settled, reopened);
    }

    /**
     * After a file of the lender's: whether a case of these that postings came for is still paid. Most files name none.
     */
    static void restated(Handle handle, Collection<String> caseRefs, Instant at) {
        if (caseRefs.isEmpty()) {
            return;
        }
        SortedSet<Long> cases = new TreeSet<>();
        for (List<String> refs : ManyRows.parts(caseRefs)) {
            cases.addAll(handle.createQuery(RESTATED).bindList("refs", refs).mapTo(Long.class).list());
        }
        for (List<Long> some : ManyRows.parts(cases)) {
            var unused = recount(handle, some, at, Duration.ZERO);
        }
    }

    private static List<Account> accounts(Handle handle, Collection<Long> cases) {
        return cases.isEmpty()
                ? List.of()
                : handle.createQuery(LOCK).bindList("cases", List.copyOf(cases)).map(Account::of).list();
    }

    private static Map<Long, Long> sums(Handle handle, Collection<Long> cases) {
        return handle.createQuery(SUMS)
                .bindList("cases", List.copyOf(cases))
                .reduceRows(new HashMap<Long, Long>(), (sums, row) -> {
                    sums.put(row.getColumn("id", Long.class), row.getColumn("paid", Long.class));
                    return sums;
                });
    }
}
