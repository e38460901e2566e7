package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.callfloor.dialer.effect.Amounts;
import com.callfloor.dialer.effect.ExperimentReport;
import com.callfloor.dialer.effect.PersonOutcome;
import com.callfloor.dialer.strategy.Experiment;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;

/** Counts people by arm: once by their attempts, once by their payments. */
public final class SqlExperimentReport implements ExperimentReport {
    private static final String PEOPLE = """
            SELECT arm, weights, COUNT(*) AS people FROM experiment_arms WHERE experiment = :experiment
            GROUP BY arm, weights""";
    private static final String OUTCOMES = """
            SELECT arm, SUM(reached) AS reached, SUM(promised) AS promised, SUM(kept) AS kept, SUM(complained) AS complained
            FROM (SELECT x.debtor_id, x.arm,
                    MAX(a.connected_at IS NOT NULL AND COALESCE(a.disposition NOT IN
                        ('wrong_party', 'third_party', 'voicemail', 'no_conversation'), FALSE)) AS reached,
                    MAX(p.id IS NOT NULL) AS promised, MAX(COALESCE(p.state = 'kept', FALSE)) AS kept,
                    MAX(a.disposition <=> 'complaint') AS complained
                FROM experiment_arms x JOIN attempts a ON a.experiment = x.experiment AND a.debtor_id = x.debtor_id
                LEFT JOIN promises p ON p.attempt_id = a.id
                WHERE x.experiment = :experiment GROUP BY x.debtor_id, x.arm) AS person
            GROUP BY arm""";
    // A reversal counts with the payment that it takes back, however late it comes.
    private static final String PERSONS = """
            (SELECT x.debtor_id, x.arm, y.currency, SUM(y.amount_minor) AS minor
            FROM payments y JOIN cases c ON c.id = y.case_id JOIN experiment_arms x ON x.debtor_id = c.debtor_id
            LEFT JOIN payments o ON y.kind = 'reversal' AND o.lender = y.lender AND o.reference = y.reversed
            WHERE x.experiment = :experiment AND y.value_date >= :start
              AND COALESCE(o.value_date, y.value_date) BETWEEN GREATEST(x.assigned_on, :start) AND :end
              AND (:any OR c.lender IN (<lenders>))
            GROUP BY x.debtor_id, x.arm, y.currency) AS person""";
    private static final String PAID = """
            SELECT arm, COUNT(DISTINCT CASE WHEN minor > 0 THEN debtor_id END) AS paid FROM\s""" + PERSONS
            + " GROUP BY arm";
    private static final String MONEY = """
            SELECT arm, currency, SUM(minor <> 0) AS payers, SUM(minor) AS total, SUM(1.0e0 * minor * minor) AS squares
            FROM\s""" + PERSONS + " GROUP BY arm, currency";

    private final Jdbi jdbi;

    public SqlExperimentReport(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public Map<String, ArmFigures> of(Experiment experiment) {
        return jdbi.withHandle(handle -> {
            Map<String, Long> people = new HashMap<>();
            Map<String, Double> expected = new HashMap<>();
            query(handle, PEOPLE, experiment).map((row, context) -> {
                long count = row.getLong("people");
                people.merge(row.getString("arm"), count, Long::sum);
                Experiment.shares(row.getString("weights"))
                        .forEach((arm, share) -> expected.merge(arm, share * count, Double::sum));
                return count;
            }).list();
            Map<String, Map<PersonOutcome, Long>> outcomes = new HashMap<>();
            count(query(handle, OUTCOMES, experiment), outcomes,
                    List.of(PersonOutcome.REACHED, PersonOutcome.PROMISED, PersonOutcome.KEPT,
                            PersonOutcome.COMPLAINED));
            count(query(handle, PAID, experiment), outcomes, List.of(PersonOutcome.PAID));
            Map<String, Map<Currency, Amounts>> money = money(query(handle, MONEY, experiment), people);
            Map<String, ArmFigures> found = new HashMap<>();
            people.forEach((arm, count) -> found.put(arm, new ArmFigures(count, expected.getOrDefault(arm, 0.0),
                    outcomes.getOrDefault(arm, Map.of()), money.getOrDefault(arm, Map.of()))));
            return found;
        });
    }

    private static void count(Query query, Map<String, Map<PersonOutcome, Long>> outcomes,
            List<PersonOutcome> counted) {
        query.map((row, context) -> {
            Map<PersonOutcome, Long> of = outcomes.computeIfAbsent(row.getString("arm"),
                    arm -> new EnumMap<>(PersonOutcome.class));
            for (PersonOutcome outcome : counted) {
                of.put(outcome, row.getLong(outcome.code()));
            }
            return of;
        }).list();
    }

    private static Map<String, Map<Currency, Amounts>> money(Query query, Map<String, Long> people) {
        Map<String, Map<Currency, Amounts>> money = new HashMap<>();
        query.map((row, context) -> money.computeIfAbsent(row.getString("arm"), arm -> new HashMap<>())
                .put(Currency.getInstance(row.getString("currency")), amounts(row, people))).list();
        return money;
    }

    private static Amounts amounts(ResultSet row, Map<String, Long> people) throws SQLException {
        return new Amounts(people.getOrDefault(row.getString("arm"), 0L), row.getLong("payers"),
                row.getDouble("total"), row.getDouble("squares"));
    }

    private static Query query(Handle handle, String sql, Experiment experiment) {
        Query query = handle.createQuery(sql);
        query.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        return query.bind("experiment", experiment.name())
                .bind("start", experiment.start())
                .bind("end", experiment.end())
                .bind("any", experiment.lenders().isEmpty())
                .bindList("lenders", experiment.lenders().isEmpty() ? List.of("") : List.copyOf(experiment.lenders()));
    }
}
