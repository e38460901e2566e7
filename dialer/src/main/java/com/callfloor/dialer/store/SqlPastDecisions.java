package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;

import com.callfloor.dialer.rules.CallQuestion;
import com.callfloor.dialer.rules.PackChoice;
import com.callfloor.dialer.rules.books.PastDecisions;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** {@link PastDecisions} over what the ledger reads, decision by decision. */
public final class SqlPastDecisions implements PastDecisions {
    private static final int AT_ONCE = 200;
    private static final String DECISIONS = "SELECT " + CaseRecord.COLUMNS + """
            , x.id AS decision_id, x.at AS decided_at, x.number_id, x.verdict, x.decision, a.agent_held
            FROM decisions x
            JOIN cases c ON c.id = x.case_id
            LEFT JOIN attempts a ON a.id = x.attempt_id
            WHERE x.id > :after AND x.at >= :since AND x.number_id IS NOT NULL AND x.message_id IS NULL
            ORDER BY x.id LIMIT :most""";

    private final Jdbi jdbi;
    private final LedgerRules rules;
    private final Duration latestAnswer;
    private final ObjectMapper mapper = new ObjectMapper();

    /** {@code packs}: those in force, for how far back a question must look. */
    public SqlPastDecisions(Database database, PackChoice packs, ZoneFinder zones, String defaultCountry,
            Duration latestAnswer) {
        this.jdbi = database.jdbi();
        this.rules = LedgerRules.of(packs, zones, defaultCountry);
        this.latestAnswer = latestAnswer;
    }

    @Override
    public void each(Instant since, Consumer<Made> consumer) {
        long after = 0;
        while (true) {
            List<Row> page = page(since, after);
            for (Row row : page) {
                jdbi.useHandle(handle -> question(handle, row, consumer));
                after = row.id();
            }
            if (page.size() < AT_ONCE) {
                return;
            }
        }
    }

    private List<Row> page(Instant since, long after) {
        return jdbi.withHandle(handle -> handle.createQuery(DECISIONS)
                .bind("after", after)
                .bind("since", since)
                .bind("most", AT_ONCE)
                .map(Row::of)
                .list());
    }

    private void question(Handle handle, Row row, Consumer<Made> consumer) {
        // The attempt that the decision led to bears its very instant, and is not to count against itself.
        LockedBooks books = new BooksReader(handle).about(row.found(), row.at().minus(1, ChronoUnit.MICROS),
                rules.reach());
        for (Candidate candidate : books.candidates(row.found())) {
            if (candidate.id() == row.number()) {
                CallQuestion question = books.question(row.found(), candidate, row.at(), latestAnswer,
                        rules.zones().of(row.found(), candidate.number()), row.agentHeld());
                consumer.accept(new Made(row.found().ref(), row.verdict().equals("allow"), firstDenial(row.decision()),
                        question));
            }
        }
    }

    private String firstDenial(String decision) {
        try {
            for (JsonNode rule : mapper.readTree(decision).path("rules")) {
                if (rule.path("verdict").asText().equals("deny")) {
                    return rule.path("id").asText();
                }
            }
            return "";
        } catch (JsonProcessingException e) {
            return "unreadable";
        }
    }

    private record Row(CaseRecord found, long id, Instant at, long number, String verdict, String decision,
            boolean agentHeld) {
        static Row of(ResultSet row, StatementContext context) throws SQLException {
            return new Row(CaseRecord.of(row, context), row.getLong("decision_id"), Rows.instant(row, "decided_at"),
                    row.getLong("number_id"), row.getString("verdict"), row.getString("decision"),
                    row.getBoolean("agent_held"));
        }
    }
}
