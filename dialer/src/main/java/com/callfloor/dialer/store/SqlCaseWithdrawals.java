package com.callfloor.dialer.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.CaseWithdrawals;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Withdrawn cases, in the database. Cases are locked by ascending id, and nothing else is. */
public final class SqlCaseWithdrawals implements CaseWithdrawals {
    private static final int AT_ONCE = 1_000;
    private static final String LOCK_NAMED = """
            SELECT id FROM cases WHERE ref IN (<refs>) AND state = 'open' ORDER BY id FOR UPDATE""";
    private static final String MISSING = " FROM cases c WHERE c.lender = :lender AND c.state = 'open'";
    private static final String NOT_NAMED = " AND c.import_id < :import";
    // Found without locks along the primary key, then locked by their ids: the cases of others are not waited for.
    private static final String FIND_MISSING = "SELECT c.id" + MISSING.replace(" c ", " c FORCE INDEX (PRIMARY) ")
            + NOT_NAMED + " AND c.id > :after ORDER BY c.id LIMIT :most";
    private static final String LOCK_MISSING = "SELECT c.id" + MISSING + NOT_NAMED
            + " AND c.id IN (<cases>) ORDER BY c.id FOR UPDATE";
    private static final String WITHDRAW = """
            UPDATE cases SET state = 'withdrawn', next_call_at = NULL, withdrawn_at = :at, withdrawn_why = :why
            WHERE id IN (<cases>)""";
    private static final String SEEN = """
            UPDATE cases SET import_id = :import WHERE ref IN (<refs>) AND import_id < :import""";

    private final Jdbi jdbi;

    public SqlCaseWithdrawals(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public List<CaseId> withdraw(Collection<String> caseRefs, String why, Instant at) {
        if (caseRefs.isEmpty()) {
            return List.of();
        }
        return GivingWay.inTransaction(jdbi, handle -> withdraw(handle,
                handle.createQuery(LOCK_NAMED).bindList("refs", List.copyOf(caseRefs)).mapTo(Long.class).list(), why,
                at));
    }

    private static List<CaseId> withdraw(Handle handle, List<Long> cases, String why, Instant at) {
        if (!cases.isEmpty()) {
            handle.createUpdate(WITHDRAW).bindList("cases", cases).bind("why", why).bind("at", at).execute();
        }
        return cases.stream().map(CaseId::new).toList();
    }

    @Override
    public void seen(long importId, Collection<String> caseRefs) {
        if (!caseRefs.isEmpty()) {
            GivingWay.inTransaction(jdbi, handle -> handle.createUpdate(SEEN)
                    .bind("import", importId)
                    .bindList("refs", List.copyOf(caseRefs))
                    .execute());
        }
    }

    @Override
    public long missing(String lender, long importId) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT COUNT(*)" + MISSING + NOT_NAMED)
                .bind("lender", lender)
                .bind("import", importId)
                .mapTo(Long.class)
                .one());
    }

    @Override
    public long open(String lender) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT COUNT(*)" + MISSING)
                .bind("lender", lender)
                .mapTo(Long.class)
                .one());
    }

    @Override
    public long withdrawMissing(String lender, long importId, String why, Instant at, Consumer<List<CaseId>> each) {
        long withdrawn = 0;
        List<Long> found = missing(lender, importId, 0);
        while (!found.isEmpty()) {
            List<Long> some = found;
            List<CaseId> gone = GivingWay.inTransaction(jdbi, handle -> withdraw(handle,
                    handle.createQuery(LOCK_MISSING)
                            .bind("lender", lender)
                            .bind("import", importId)
                            .bindList("cases", some)
                            .mapTo(Long.class)
                            .list(),
                    why, at));
            each.accept(gone);
            withdrawn += gone.size();
            found = missing(lender, importId, found.getLast());
        }
        return withdrawn;
    }

    private List<Long> missing(String lender, long importId, long after) {
        return jdbi.withHandle(handle -> handle.createQuery(FIND_MISSING)
                .bind("lender", lender)
                .bind("import", importId)
                .bind("after", after)
                .bind("most", AT_ONCE)
                .mapTo(Long.class)
                .list());
    }
}
