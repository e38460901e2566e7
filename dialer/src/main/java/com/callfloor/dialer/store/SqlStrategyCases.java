package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.DebtorId;
import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.strategy.CaseFacts;
import com.callfloor.dialer.strategy.StrategyCases;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** What strategies look at, page by page: however many cases there are, one page of them is in memory. */
public final class SqlStrategyCases implements StrategyCases {
    private static final int PAGE = 5_000;
    private static final String FACTS = """
            SELECT c.id, c.debtor_id, c.lender, c.currency, GREATEST(c.amount_due_minor - c.paid_minor, 0) AS due_minor, c.due_date,
                   c.overdue_periods,
                   (SELECT COUNT(*) FROM promises p WHERE p.case_id = c.id AND p.state IN ('broken', 'partly_kept'))
                       AS broken_promises,
                   (SELECT COUNT(*) FROM attempts a WHERE a.case_id = c.id) AS attempts
            FROM cases c\s""";
    private static final String SOME = FACTS + "WHERE c.id IN (<ids>)";
    private static final String ARMS = """
            SELECT debtor_id, experiment, arm FROM experiment_arms WHERE debtor_id IN (<debtors>)""";
    // By the primary key and never sorted: an answer must come within seconds, wherever in a million cases a page begins.
    private static final String OPEN = FACTS + """
            FORCE INDEX (PRIMARY) WHERE c.id > :after AND c.state = 'open' ORDER BY c.id LIMIT :page""";

    private final Jdbi jdbi;
    private final int page;

    public SqlStrategyCases(Database database) {
        this(database, PAGE);
    }

    /** {@code page}: cases read at once. */
    SqlStrategyCases(Database database, int page) {
        this.jdbi = database.jdbi();
        this.page = page;
    }

    @Override
    public Optional<CaseFacts> facts(CaseId id, LocalDate today) {
        return jdbi.withHandle(handle -> of(handle, List.of(id), today).stream().findFirst());
    }

    /** Within a transaction of somebody else's. {@code ids}: one at least. */
    static List<CaseFacts> of(Handle handle, List<CaseId> ids, LocalDate today) {
        return facts(handle, handle.createQuery(SOME).bindList("ids", ids.stream().map(CaseId::value).toList()), today);
    }

    @Override
    public void open(LocalDate today, Consumer<CaseFacts> each) {
        long after = Long.MIN_VALUE;
        List<CaseFacts> found;
        do {
            long from = after;
            found = jdbi.withHandle(handle -> facts(handle,
                    handle.createQuery(OPEN).bind("after", from).bind("page", page), today));
            // No connection is held meanwhile: who hears of a case may use the database too.
            found.forEach(each);
            after = found.isEmpty() ? after : found.getLast().id().value();
        } while (found.size() == page);
    }

    private static List<CaseFacts> facts(Handle handle, Query query, LocalDate today) {
        List<CaseFacts> found = query.map((row, context) -> facts(row, today)).list();
        Map<Long, Map<String, String>> arms = arms(handle, found);
        return arms.isEmpty()
                ? found
                : found.stream().map(each -> with(each, arms.getOrDefault(each.debtor().value(), Map.of()))).toList();
    }

    private static Map<Long, Map<String, String>> arms(Handle handle, List<CaseFacts> found) {
        Map<Long, Map<String, String>> arms = new HashMap<>();
        for (List<Long> debtors : ManyRows.parts(
                found.stream().map(each -> each.debtor().value()).distinct().toList())) {
            handle.createQuery(ARMS)
                    .bindList("debtors", debtors)
                    .map((row, context) -> arms.computeIfAbsent(row.getLong("debtor_id"), debtor -> new HashMap<>())
                            .put(row.getString("experiment"), row.getString("arm")))
                    .list();
        }
        return arms;
    }

    private static CaseFacts with(CaseFacts facts, Map<String, String> arms) {
        return new CaseFacts(facts.id(), facts.debtor(), facts.lender(), facts.amountDue(), facts.dueDate(),
                facts.overdueDays(), facts.overduePeriods(), facts.attempts(), facts.brokenPromises(), arms);
    }

    private static CaseFacts facts(ResultSet row, LocalDate today) throws SQLException {
        LocalDate due = row.getObject("due_date", LocalDate.class);
        return new CaseFacts(new CaseId(row.getLong("id")), new DebtorId(row.getLong("debtor_id")),
                row.getString("lender"),
                new Money(row.getLong("due_minor"), Currency.getInstance(row.getString("currency"))), due,
                ChronoUnit.DAYS.between(due, today), row.getObject("overdue_periods", Integer.class),
                row.getInt("attempts"), row.getInt("broken_promises"), Map.of());
    }
}
