package com.callfloor.dialer.store;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.rules.books.DoNotCallLists;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Do-not-call lists in the database. */
public final class SqlDoNotCallLists implements DoNotCallLists {
    private static final int AT_ONCE = 1_000;
    private static final String LISTED = """
            SELECT e164 FROM do_not_call
            WHERE e164 IN (<numbers>) AND removed_at IS NULL AND list = :list AND lender <=> :lender""";
    private static final String INSERT = """
            INSERT INTO do_not_call (list, lender, e164, added_at, added_by) VALUES (:list, :lender, :e164, :at, :by)""";
    private static final String REMOVE = """
            UPDATE do_not_call SET removed_at = :at, removed_by = :by
            WHERE e164 = :e164 AND removed_at IS NULL AND list = :list""";
    private static final String LISTS = """
            SELECT list, lender, COUNT(CASE WHEN removed_at IS NULL THEN 1 END) AS numbers,
                   GREATEST(MAX(added_at), COALESCE(MAX(removed_at), MAX(added_at))) AS changed
            FROM do_not_call GROUP BY list, lender ORDER BY list, lender""";
    private static final String DEBTORS = """
            SELECT DISTINCT l.debtor_id FROM debtor_numbers l JOIN phone_numbers n ON n.id = l.number_id
            WHERE n.e164 = :e164""";

    private final Jdbi jdbi;
    private final Clock clock;

    public SqlDoNotCallLists(Database database) {
        this.jdbi = database.jdbi();
        this.clock = database.clock();
    }

    /** {@inheritDoc} In transactions of a thousand: what was added before a failure stays, and may be added again. */
    @Override
    public int add(String list, Optional<String> lender, Collection<PhoneNumber> numbers, Instant at, String by) {
        List<String> wanted = new ArrayList<>(new TreeSet<>(numbers.stream().map(PhoneNumber::e164).toList()));
        int added = 0;
        for (int first = 0; first < wanted.size(); first += AT_ONCE) {
            List<String> some = wanted.subList(first, Math.min(first + AT_ONCE, wanted.size()));
            added += GivingWay.inTransaction(jdbi, handle -> addSome(handle, list, lender, some, at, by));
        }
        return added;
    }

    private static int addSome(Handle handle, String list, Optional<String> lender, List<String> numbers, Instant at,
            String by) {
        Set<String> listed = new HashSet<>(handle.createQuery(LISTED)
                .bindList("numbers", numbers)
                .bind("list", list)
                .bind("lender", lender.orElse(null))
                .mapTo(String.class)
                .list());
        PreparedBatch batch = handle.prepareBatch(INSERT);
        for (String number : numbers) {
            if (!listed.contains(number)) {
                batch.bind("list", list)
                        .bind("lender", lender.orElse(null))
                        .bind("e164", number)
                        .bind("at", at)
                        .bind("by", by)
                        .add();
            }
        }
        int added = batch.size();
        if (added > 0) {
            batch.execute();
        }
        return added;
    }

    @Override
    public boolean remove(String list, PhoneNumber number, Instant at, String by) {
        return GivingWay.inTransaction(jdbi, handle -> {
            List<Long> debtors = handle.createQuery(DEBTORS).bind("e164", number.e164()).mapTo(Long.class).list();
            Waking.asleepOf(handle, debtors, clock.instant());
            return handle.createUpdate(REMOVE)
                    .bind("at", at)
                    .bind("by", by)
                    .bind("e164", number.e164())
                    .bind("list", list)
                    .execute() > 0;
        });
    }

    @Override
    public List<ListView> lists() {
        return jdbi.withHandle(handle -> handle.createQuery(LISTS)
                .map((row, context) -> new ListView(row.getString("list"),
                        Optional.ofNullable(row.getString("lender")), row.getLong("numbers"),
                        Rows.instant(row, "changed")))
                .list());
    }
}
