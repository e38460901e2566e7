package com.callfloor.dialer.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.callfloor.dialer.cases.CaseNumber;
import com.callfloor.dialer.cases.CaseRow;
import com.callfloor.dialer.store.DebtorRows.Debtors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * What the debtors of a batch are called and which numbers they have, made from the listings of all their cases: those of
 * the batch, and those in the books. So it comes out the same in whatever order the cases came.
 *
 * <p>A debtor's name is that of the case with the lowest reference. Of a number that several cases list, the debtor's own
 * counts before a contact's, then the foremost position, then the lowest reference.
 */
final class DebtorListings {
    private static final String IN_BOOKS = """
            SELECT c.debtor_id, c.ref, c.listing FROM cases c FORCE INDEX (cases_debtor)
            WHERE c.debtor_id IN (<keys>)""";
    private static final String RENAME = "UPDATE debtors SET name = :name WHERE id = :id";
    // A number that the network called dead stays so: the lender's list is older than the network's word.
    private static final String NAMES = "debtor_id, number_id, role, position, contact_name, contact_relation";
    private static final String LIST_NUMBER = "INSERT INTO debtor_numbers (" + NAMES + ") VALUES <rows> " + """
            ON DUPLICATE KEY UPDATE role = VALUES(role), position = VALUES(position),
                contact_name = VALUES(contact_name), contact_relation = VALUES(contact_relation),
                valid = valid OR retired, retired = FALSE""";
    private static final String LISTED = """
            SELECT debtor_id, number_id FROM debtor_numbers FORCE INDEX (PRIMARY)
            WHERE valid AND debtor_id IN (<keys>)""";
    private static final String RETIRE = """
            UPDATE debtor_numbers SET valid = FALSE, retired = TRUE
            WHERE debtor_id = :debtor AND number_id = :number AND valid""";

    private static final int COLUMNS = 6;

    private static final Comparator<CaseNumber> FOREMOST = Comparator
            .comparing((CaseNumber listed) -> !listed.role().isDebtorsOwn())
            .thenComparingInt(CaseNumber::position);

    private final Handle handle;
    private final Debtors debtors;
    private final Map<Long, Map<String, Optional<CaseListing>>> cases = new TreeMap<>();
    private final Set<Long> known = new HashSet<>();

    /** Reads what the books hold of debtors that were in them before; of the others they hold nothing. */
    DebtorListings(Handle handle, List<CaseRow> rows, Debtors debtors) {
        this.handle = handle;
        this.debtors = debtors;
        debtors.before().keySet().forEach(this::of);
        Set<String> moved = rows.stream().map(CaseRow::caseRef).collect(Collectors.toSet());
        ManyRows.select(handle, IN_BOOKS, debtors.before().keySet(), ManyRows.Parameters::number, row -> {
            long debtor = row.getLong(1);
            String ref = row.getString(2);
            Optional<String> json = Optional.ofNullable(row.getString(3));
            known.add(debtor);
            if (!moved.contains(ref)) {
                of(debtor).put(ref, json.map(text -> CaseListing.read(ref, text)));
            }
        });
        rows.forEach(row -> of(debtors.idOf(row)).put(row.caseRef(), Optional.of(CaseListing.of(row))));
    }

    private Map<String, Optional<CaseListing>> of(long debtor) {
        return cases.computeIfAbsent(debtor, none -> new TreeMap<>());
    }

    /** A debtor that is new was given its name from the same listing. */
    void writeNames() {
        PreparedBatch batch = handle.prepareBatch(RENAME);
        cases.forEach((debtor, listings) -> listings.values()
                .stream()
                .flatMap(Optional::stream)
                .findFirst()
                .map(CaseListing::debtorName)
                .filter(name -> debtors.before().containsKey(debtor) && !name.equals(debtors.before().get(debtor)))
                .ifPresent(name -> batch.bind("id", debtor).bind("name", name).add()));
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    void writeNumbers() {
        Map<Long, Map<String, CaseNumber>> byDebtor = new TreeMap<>();
        Set<String> wanted = new HashSet<>();
        cases.forEach((debtor, listings) -> {
            Map<String, CaseNumber> merged = merged(listings.values());
            wanted.addAll(merged.keySet());
            byDebtor.put(debtor, merged);
        });
        Map<String, Long> ids = DebtorRows.numberIds(handle, wanted);
        List<Entry> entries = new ArrayList<>();
        byDebtor.forEach((debtor, merged) -> merged.forEach(
                (e164, listed) -> entries.add(new Entry(DebtorRows.idOf(ids, e164), debtor, listed))));
        boolean loaded = NewRows.areLoaded(handle);
        Map<Boolean, List<Entry>> ofNewDebtors = entries.stream()
                .collect(Collectors.partitioningBy(
                        entry -> loaded && !debtors.before().containsKey(entry.debtor())));
        // In the order of the table, which they come in: nothing there has to move for them.
        NewRows.insert(handle, "debtor_numbers", NAMES, COLUMNS, ofNewDebtors.getOrDefault(true, List.of()),
                Entry::bind);
        // The foreign key locks each number's row: by ascending id, as reservations do.
        ManyRows.insert(handle, LIST_NUMBER, COLUMNS,
                ofNewDebtors.getOrDefault(false, List.of())
                        .stream()
                        .sorted(Comparator.comparingLong(Entry::number).thenComparingLong(Entry::debtor))
                        .toList(),
                Entry::bind);
        retire(entries);
    }

    /** The first listing in order of reference is the one that a later one must beat. */
    private static Map<String, CaseNumber> merged(Collection<Optional<CaseListing>> listings) {
        Map<String, CaseNumber> merged = new LinkedHashMap<>();
        listings.stream()
                .flatMap(Optional::stream)
                .flatMap(listing -> listing.numbers().stream())
                .forEach(
                        listed -> merged.merge(listed.number().e164(), listed,
                                (first, later) -> FOREMOST.compare(later, first) < 0 ? later : first));
        return merged;
    }

    /** Where one listing is not known, nobody can tell which numbers it holds. */
    private void retire(List<Entry> listed) {
        List<Long> whole = known.stream()
                .filter(debtor -> of(debtor).values().stream().allMatch(Optional::isPresent) && !of(debtor).isEmpty())
                .sorted()
                .toList();
        if (whole.isEmpty()) {
            return;
        }
        Set<Pair> kept = new HashSet<>();
        listed.forEach(entry -> kept.add(new Pair(entry.debtor(), entry.number())));
        PreparedBatch batch = handle.prepareBatch(RETIRE);
        ManyRows.select(handle, LISTED, whole, ManyRows.Parameters::number, row -> {
            var pair = new Pair(row.getLong(1), row.getLong(2));
            if (!kept.contains(pair)) {
                batch.bind("debtor", pair.debtor()).bind("number", pair.number()).add();
            }
        });
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private record Pair(long debtor, long number) {}

    private record Entry(long number, long debtor, CaseNumber listed) {
        static void bind(ManyRows.Parameters to, Entry entry) throws SQLException {
            var unused = to.number(entry.debtor())
                    .number(entry.number())
                    .text(Rows.code(entry.listed().role()))
                    .number(entry.listed().position())
                    .text(entry.listed().contactName())
                    .text(entry.listed().contactRelation());
        }
    }
}
