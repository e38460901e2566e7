package com.callfloor.dialer.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import com.callfloor.dialer.cases.CaseRow;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Writes the debtors of a batch of rows and their numbers. */
final class DebtorRows {
    // Fails where somebody else made one meanwhile: their cases have to be read, so the transaction begins again.
    private static final String INSERT = "INSERT INTO debtors (ref, name) VALUES <rows>";
    private static final String IDS = "SELECT ref, id FROM debtors WHERE ref IN (<keys>)";
    private static final String ANY = "SELECT 1 FROM debtors FORCE INDEX (debtors_ref) WHERE ref BETWEEN ? AND ? LIMIT 1";
    private static final String LOCK = """
            SELECT id, name FROM debtors FORCE INDEX (PRIMARY) WHERE id IN (<keys>) ORDER BY id FOR UPDATE""";
    private static final String INSERT_NUMBER = "INSERT INTO phone_numbers (e164) VALUES <rows>";
    private static final String UNLESS_THERE = INSERT_NUMBER + " ON DUPLICATE KEY UPDATE id = id";
    private static final String NUMBER_IDS = "SELECT e164, id FROM phone_numbers WHERE e164 IN (<keys>)";
    private static final String ANY_NUMBER = """
            SELECT 1 FROM phone_numbers FORCE INDEX (phone_numbers_e164) WHERE e164 BETWEEN ? AND ? LIMIT 1""";

    private DebtorRows() {}

    /**
     * The debtors of a batch, locked.
     *
     * @param ids by reference
     * @param before names by id, of those that were in the books already; nothing is known of the others but the batch
     */
    record Debtors(Map<String, Long> ids, Map<Long, String> before) {
        long idOf(CaseRow row) {
            return DebtorRows.idOf(ids, row.debtorRef());
        }
    }

    /**
     * Makes the debtors that are new, and locks all of them. Fails with {@link SqlFailures#metAnother} if one was made
     * meanwhile.
     *
     * @param earlier debtors that cases of the batch belonged to until now; they are locked and named as well
     */
    static Debtors write(Handle handle, List<CaseRow> rows, Collection<Long> earlier) {
        TreeMap<String, CaseRow> first = new TreeMap<>();
        rows.forEach(row -> first.merge(row.debtorRef(), row,
                (one, other) -> one.caseRef().compareTo(other.caseRef()) <= 0 ? one : other));
        Map<String, Long> ids = idsIfAny(handle, ANY, IDS, first.keySet());
        Map<Long, String> before = lock(handle, ids.values(), earlier);
        List<CaseRow> unknown = first.values().stream().filter(row -> !ids.containsKey(row.debtorRef())).toList();
        ManyRows.insert(handle, INSERT, 2, unknown, (to, row) -> to.text(row.debtorRef()).text(row.debtorName()),
                (some, given) -> note(handle, IDS, some.stream().map(CaseRow::debtorRef).toList(), given, ids));
        return new Debtors(ids, before);
    }

    private static Map<Long, String> lock(Handle handle, Collection<Long> some, Collection<Long> more) {
        TreeSet<Long> all = new TreeSet<>(some);
        all.addAll(more);
        Map<Long, String> names = new HashMap<>();
        ManyRows.select(handle, LOCK, all, ManyRows.Parameters::number,
                row -> names.put(row.getLong(1), row.getString(2)));
        return names;
    }

    /** Inserts only unknown numbers: touching known ones would lock them, and in another order than reservations do. */
    static Map<String, Long> numberIds(Handle handle, Collection<String> numbers) {
        TreeSet<String> wanted = new TreeSet<>(numbers);
        Map<String, Long> ids = idsIfAny(handle, ANY_NUMBER, NUMBER_IDS, wanted);
        List<String> unknown = wanted.stream().filter(e164 -> !ids.containsKey(e164)).toList();
        try {
            ManyRows.insert(handle, INSERT_NUMBER, 1, unknown, ManyRows.Parameters::text,
                    (some, given) -> note(handle, NUMBER_IDS, some, given, ids));
        } catch (UnableToExecuteStatementException e) {
            if (!SqlFailures.metAnother(e)) {
                throw e;
            }
            // Another batch, of other debtors, has brought some of them meanwhile.
            ManyRows.insert(handle, UNLESS_THERE, 1, unknown, ManyRows.Parameters::text);
            ids.putAll(ids(handle, NUMBER_IDS, unknown));
        }
        return ids;
    }

    private static void note(Handle handle, String sql, List<String> keys, List<Long> given, Map<String, Long> ids) {
        String last = keys.getLast();
        if (given.getLast().equals(ids(handle, sql, List.of(last)).get(last))) {
            for (int at = 0; at < keys.size(); at++) {
                ids.put(keys.get(at), given.get(at));
            }
        } else {
            ids.putAll(ids(handle, sql, keys));
        }
    }

    private static Map<String, Long> idsIfAny(Handle handle, String any, String sql, Collection<String> keys) {
        return ManyRows.mayHold(handle, any, keys) ? ids(handle, sql, keys) : new HashMap<>();
    }

    private static Map<String, Long> ids(Handle handle, String sql, Collection<String> keys) {
        Map<String, Long> ids = new HashMap<>();
        ManyRows.select(handle, sql, new ArrayList<>(keys), ManyRows.Parameters::text,
                row -> ids.put(row.getString(1), row.getLong(2)));
        return ids;
    }

    static long idOf(Map<String, Long> ids, String key) {
        Long id = ids.get(key);
        if (id == null) {
            throw new IllegalStateException("the database lost a row that was just written");
        }
        return id;
    }
}
