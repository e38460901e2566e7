package com.callfloor.dialer.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import com.callfloor.dialer.cases.CaseNumber;
import com.callfloor.dialer.cases.CaseRow;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes the debtors of a batch of rows and their numbers. */
final class DebtorRows {
    private static final String UPSERT = """
            INSERT INTO debtors (ref, name) VALUES (:ref, :name)
            ON DUPLICATE KEY UPDATE name = VALUES(name)""";
    private static final String IDS = "SELECT ref, id FROM debtors WHERE ref IN (<refs>)";
    private static final String INSERT_NUMBER = """
            INSERT INTO phone_numbers (e164) VALUES (:e164) ON DUPLICATE KEY UPDATE id = id""";
    private static final String NUMBER_IDS = "SELECT e164, id FROM phone_numbers WHERE e164 IN (<numbers>)";
    // A number that the network called dead stays so: the lender's list is older than the network's word.
    private static final String LIST_NUMBER = """
            INSERT INTO debtor_numbers (debtor_id, number_id, role, position, contact_name, contact_relation)
            VALUES (:debtor, :number, :role, :position, :contactName, :contactRelation)
            ON DUPLICATE KEY UPDATE role = VALUES(role), position = VALUES(position),
                contact_name = VALUES(contact_name), contact_relation = VALUES(contact_relation)""";

    private DebtorRows() {}

    /** Returns ids by reference. */
    static Map<String, Long> write(Handle handle, List<CaseRow> rows) {
        TreeMap<String, String> names = new TreeMap<>();
        rows.forEach(row -> names.put(row.debtorRef(), row.debtorName()));
        PreparedBatch batch = handle.prepareBatch(UPSERT);
        names.forEach((ref, name) -> batch.bind("ref", ref).bind("name", name).add());
        batch.execute();
        return ids(handle, IDS, "refs", names.keySet());
    }

    static void writeNumbers(Handle handle, List<CaseRow> rows, Map<String, Long> debtors) {
        Map<String, Long> numbers = numberIds(handle, rows);
        Map<Listing, CaseNumber> listings = new HashMap<>();
        for (CaseRow row : rows) {
            for (CaseNumber listed : row.numbers()) {
                listings.put(new Listing(idOf(numbers, listed.number().e164()), idOf(debtors, row.debtorRef())),
                        listed);
            }
        }
        PreparedBatch batch = handle.prepareBatch(LIST_NUMBER);
        // The foreign key locks each number's row: by ascending id, as reservations do.
        listings.entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey(Listing.ORDER))
                .forEach(entry -> add(batch, entry.getKey(), entry.getValue()));
        batch.execute();
    }

    private static void add(PreparedBatch batch, Listing listing, CaseNumber listed) {
        batch.bind("debtor", listing.debtor())
                .bind("number", listing.number())
                .bind("role", Rows.code(listed.role()))
                .bind("position", listed.position())
                .bind("contactName", listed.contactName())
                .bind("contactRelation", listed.contactRelation())
                .add();
    }

    /** Inserts only unknown numbers: touching known ones would lock them, and in another order than reservations do. */
    private static Map<String, Long> numberIds(Handle handle, List<CaseRow> rows) {
        TreeSet<String> wanted = new TreeSet<>();
        rows.forEach(row -> row.numbers().forEach(listed -> wanted.add(listed.number().e164())));
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

    private static Map<String, Long> ids(Handle handle, String sql, String list, Collection<String> keys) {
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

    private record Listing(long number, long debtor) {
        static final Comparator<Listing> ORDER = Comparator.comparingLong(Listing::number)
                .thenComparingLong(Listing::debtor);
    }
}
