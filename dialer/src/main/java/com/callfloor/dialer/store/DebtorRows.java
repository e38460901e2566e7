package com.callfloor.dialer.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.callfloor.dialer.cases.CaseRow;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes the debtors of a batch of rows and their numbers. */
final class DebtorRows {
    private static final String UPSERT = """
            INSERT INTO debtors (ref, name) VALUES (:ref, :name)
            ON DUPLICATE KEY UPDATE id = id""";
    private static final String IDS = "SELECT ref, id FROM debtors WHERE ref IN (<refs>)";
    private static final String INSERT_NUMBER = """
            INSERT INTO phone_numbers (e164) VALUES (:e164) ON DUPLICATE KEY UPDATE id = id""";
    private static final String NUMBER_IDS = "SELECT e164, id FROM phone_numbers WHERE e164 IN (<numbers>)";

    private DebtorRows() {}

    /** Makes the debtors that are new, and locks all of them; returns ids by reference. */
    static Map<String, Long> write(Handle handle, List<CaseRow> rows) {
        TreeMap<String, String> names = new TreeMap<>();
        rows.forEach(row -> names.put(row.debtorRef(), row.debtorName()));
        PreparedBatch batch = handle.prepareBatch(UPSERT);
        names.forEach((ref, name) -> batch.bind("ref", ref).bind("name", name).add());
        batch.execute();
        return ids(handle, IDS, "refs", names.keySet());
    }

    /** Inserts only unknown numbers: touching known ones would lock them, and in another order than reservations do. */
    static Map<String, Long> numberIds(Handle handle, Set<String> numbers) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        TreeSet<String> wanted = new TreeSet<>(numbers);
        Map<String, Long> known = ids(handle, NUMBER_IDS, "numbers", wanted);
        TreeSet<String> unknown = new TreeSet<>(wanted);
        unknown.removeAll(known.keySet());
        if (unknown.isEmpty()) {
            return known;
        }
        PreparedBatch batch = handle.prepareBatch(INSERT_NUMBER);
        unknown.forEach(e164 -> batch.bind("e164", e164).add());
        batch.execute();
        return ids(handle, NUMBER_IDS, "numbers", wanted);
    }

    static Map<String, Long> ids(Handle handle, String sql, String list, Collection<String> keys) {
        Map<String, Long> ids = new HashMap<>();
        handle.createQuery(sql)
                .bindList(list, List.copyOf(keys))
                .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(entry -> ids.put(entry.getKey(), entry.getValue()));
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
