package com.callfloor.dialer.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.callfloor.dialer.cases.CaseRow;
import com.callfloor.dialer.cases.CaseStore;
import com.callfloor.dialer.store.DebtorRows.Debtors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Cases, debtors and numbers from case files, in the database. Writing the same rows again changes nothing. */
public final class SqlCaseStore implements CaseStore {
    private static final String BEGIN = "INSERT INTO imports (source, arrived_at, began_at) VALUES (:source, :at, :at)";
    private static final String END = """
            UPDATE imports SET state = 'done', ended_at = :at, good = :good, bad = :bad WHERE id = :id""";

    private final Jdbi jdbi;
    private final Jdbi bulk;
    private final CaseSteering steering;

    /** One whose cases no strategy steers. */
    public SqlCaseStore(Database database) {
        this(database, new CaseSteering(database));
    }

    public SqlCaseStore(Database database, CaseSteering steering) {
        this.steering = steering;
        this.jdbi = database.jdbi();
        this.bulk = database.bulk();
    }

    /**
     * {@inheritDoc} Of rows with the same case reference the last one counts; the others count as updates.
     *
     * @throws IllegalArgumentException if a row's principal is in another currency than its amount due
     */
    @Override
    public Written write(long importId, List<CaseRow> rows, Instant at) {
        Map<String, CaseRow> byRef = new LinkedHashMap<>();
        for (CaseRow row : rows) {
            checkCurrency(row);
            byRef.put(row.caseRef(), row);
        }
        if (byRef.isEmpty()) {
            return new Written(0, 0);
        }
        int added = GivingWay.orFindingAnother(bulk, handle -> write(handle, importId, byRef, at));
        return new Written(added, rows.size() - added);
    }

    private static void checkCurrency(CaseRow row) {
        if (row.principal() != null && !row.principal().currency().equals(row.amountDue().currency())) {
            throw new IllegalArgumentException("line " + row.line() + ", case " + row.caseRef() + ": principal in "
                    + row.principal().currency() + " and amount due in " + row.amountDue().currency()
                    + "; a case has one currency");
        }
    }

    /** Locks in the order that reservations do: cases, debtors, numbers. */
    private int write(Handle handle, long importId, Map<String, CaseRow> byRef, Instant at) {
        List<CaseRow> rows = List.copyOf(byRef.values());
        Map<String, Long> known = CaseRows.lockKnown(handle, byRef.keySet());
        Debtors debtors = DebtorRows.write(handle, rows, known.values());
        var listings = new DebtorListings(handle, rows, debtors);
        listings.writeNames();
        listings.writeNumbers();
        CaseRows.write(handle, importId, rows, known.keySet(), debtors, at);
        CaseRows.wake(handle, mayHaveSlept(rows, known.keySet(), debtors), at);
        PaidCases.restated(handle, known.keySet(), at);
        steering.placeNamed(handle, byRef.keySet());
        return byRef.size() - known.size();
    }

    /** A new case of a new debtor is due by itself; a known one may have moved to that debtor and found a number. */
    private static Set<Long> mayHaveSlept(List<CaseRow> rows, Set<String> known, Debtors debtors) {
        return rows.stream()
                .filter(row -> known.contains(row.caseRef()) || debtors.before().containsKey(debtors.idOf(row)))
                .map(debtors::idOf)
                .collect(Collectors.toSet());
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
    public void endImport(long importId, Instant at, long good, long bad) {
        jdbi.useHandle(
                handle -> handle.createUpdate(END)
                        .bind("id", importId)
                        .bind("at", at)
                        .bind("good", good)
                        .bind("bad", bad)
                        .execute());
    }
}
