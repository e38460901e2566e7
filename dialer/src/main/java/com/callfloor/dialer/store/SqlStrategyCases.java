package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.strategy.CaseFacts;
import com.callfloor.dialer.strategy.StrategyCases;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** What strategies look at, page by page: however many cases there are, one page of them is in memory. */
public final class SqlStrategyCases implements StrategyCases {
    private static final int PAGE = 5_000;
    private static final String FACTS = """
            SELECT c.id, c.lender, c.currency, GREATEST(c.amount_due_minor - c.paid_minor, 0) AS due_minor, c.due_date,
                   c.overdue_periods,
                   (SELECT COUNT(*) FROM promises p WHERE p.case_id = c.id AND p.state IN ('broken', 'partly_kept'))
                       AS broken_promises,
                   (SELECT COUNT(*) FROM attempts a WHERE a.case_id = c.id) AS attempts
            FROM cases c\s""";
    private static final String ONE = FACTS + "WHERE c.id = :id";
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
        return jdbi.withHandle(
                handle -> facts(handle.createQuery(ONE).bind("id", id.value()), today).stream().findFirst());
    }

    @Override
    public void open(LocalDate today, Consumer<CaseFacts> each) {
        long after = Long.MIN_VALUE;
        List<CaseFacts> found;
        do {
            long from = after;
            found = jdbi.withHandle(handle -> facts(
                    handle.createQuery(OPEN).bind("after", from).bind("page", page), today));
            // No connection is held meanwhile: who hears of a case may use the database too.
            found.forEach(each);
            after = found.isEmpty() ? after : found.getLast().id().value();
        } while (found.size() == page);
    }

    private static List<CaseFacts> facts(Query query, LocalDate today) {
        return query.map((row, context) -> facts(row, today)).list();
    }

    private static CaseFacts facts(ResultSet row, LocalDate today) throws SQLException {
        LocalDate due = row.getObject("due_date", LocalDate.class);
        return new CaseFacts(new CaseId(row.getLong("id")), row.getString("lender"),
                new Money(row.getLong("due_minor"), Currency.getInstance(row.getString("currency"))), due,
                ChronoUnit.DAYS.between(due, today), row.getObject("overdue_periods", Integer.class),
                row.getInt("attempts"), row.getInt("broken_promises"));
    }
}
