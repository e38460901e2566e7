package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.rules.books.FactBook;
import com.callfloor.dialer.rules.history.FactKind;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/** The facts in the database. Whoever they touch is asked about again at once. */
public final class SqlFactBook implements FactBook {
    private static final String FACTS = """
            SELECT f.id, c.ref, f.kind, f.at, n.e164, f.until_at, f.hours, f.lifts, f.evidence, f.evidence_zh, f.noted_by, f.noted_at,
                   w.at AS withdrawn_at, w.withdrawn_by, w.why, f.debtor_id, f.number_id
            FROM facts f
            JOIN cases c ON c.id = f.case_id
            LEFT JOIN phone_numbers n ON n.id = f.number_id
            LEFT JOIN fact_withdrawals w ON w.fact_id = f.id
            """;
    private static final String INSERT = """
            INSERT INTO facts (kind, at, debtor_id, case_id, number_id, until_at, hours, lifts, evidence, evidence_zh, noted_by,
                noted_at)
            VALUES (:kind, :at, :debtor, :case, :number, :until, :hours, :lifts, :evidence, :evidenceZh, :by, :now)""";
    private static final String WITHDRAW = """
            INSERT INTO fact_withdrawals (fact_id, at, withdrawn_by, why) VALUES (:id, :at, :by, :why)""";

    private final Jdbi jdbi;
    private final Clock clock;

    public SqlFactBook(Database database) {
        this.jdbi = database.jdbi();
        this.clock = database.clock();
    }

    @Override
    public Optional<Noted> note(NewFact fact) {
        return note(fact, null);
    }

    /** {@code evidenceZh}: its evidence in Chinese, where the floor worded that. */
    Optional<Noted> note(NewFact fact, @Nullable String evidenceZh) {
        Long number = fact.number() == null ? null : NumberIds.of(jdbi, fact.number());
        return GivingWay.inTransaction(jdbi,
                handle -> BookedCase.find(handle, fact.caseRef())
                        .map(found -> note(handle, fact, evidenceZh, found, number)));
    }

    private Noted note(Handle handle, NewFact fact, @Nullable String evidenceZh, BookedCase found,
            @Nullable Long number) {
        Instant now = clock.instant();
        // Before the insert: it locks debtor and number, and whoever holds these may be waited for with a case locked.
        // A wish for no messages can only forbid: whoever had it noted is not to be called the sooner for it.
        if (fact.kind() != FactKind.NO_MESSAGES) {
            wake(handle, found.debtor(), number, now);
        }
        long id = handle.createUpdate(INSERT)
                .bind("kind", fact.kind().code())
                .bind("at", fact.at())
                .bind("debtor", found.debtor())
                .bind("case", found.id())
                .bind("number", number)
                .bindByType("until", fact.until(), Instant.class)
                .bind("hours", FactText.ofHours(fact.window()))
                .bind("lifts", FactText.ofLifts(fact.lifts()))
                .bind("evidence", fact.evidence())
                .bind("evidenceZh", evidenceZh)
                .bind("by", fact.by())
                .bind("now", now)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        return byId(handle, id).orElseThrow();
    }

    @Override
    public Optional<Noted> withdraw(long id, String by, String why) {
        if (by.isBlank() || why.isBlank()) {
            throw new IllegalArgumentException("who withdraws a fact, and why, must be said");
        }
        return GivingWay.inTransaction(jdbi, handle -> {
            Instant now = clock.instant();
            Optional<Touched> touched = handle.createQuery(FACTS + "WHERE f.id = :id AND w.fact_id IS NULL")
                    .bind("id", id)
                    .map((row, context) -> new Touched(row.getLong("debtor_id"),
                            row.getObject("number_id", Long.class)))
                    .findOne();
            if (touched.isEmpty()) {
                return Optional.empty();
            }
            wake(handle, touched.get().debtor(), touched.get().number(), now);
            handle.createUpdate(WITHDRAW).bind("id", id).bind("at", now).bind("by", by).bind("why", why).execute();
            return byId(handle, id);
        });
    }

    @Override
    public List<Noted> of(String caseRef) {
        return jdbi.withHandle(handle -> handle
                .createQuery(FACTS + """
                        WHERE f.debtor_id = (SELECT debtor_id FROM cases WHERE ref = :ref) ORDER BY f.id DESC""")
                .bind("ref", caseRef)
                .map(SqlFactBook::noted)
                .list());
    }

    private static void wake(Handle handle, long debtor, @Nullable Long number, Instant now) {
        Set<Long> debtors = new HashSet<>(Waking.debtorsWith(handle, number == null ? List.of() : List.of(number)));
        debtors.add(debtor);
        Waking.casesOf(handle, debtors, now);
    }

    private static Optional<Noted> byId(Handle handle, long id) {
        return handle.createQuery(FACTS + "WHERE f.id = :id").bind("id", id).map(SqlFactBook::noted).findOne();
    }

    private static Noted noted(ResultSet row, StatementContext context) throws SQLException {
        String e164 = row.getString("e164");
        return new Noted(row.getLong("id"), row.getString("ref"), FactText.kind(row.getString("kind")),
                Rows.instant(row, "at"), e164 == null ? null : new PhoneNumber(e164).masked(),
                Rows.instantOrNull(row, "until_at"), FactText.hours(row.getString("hours")),
                FactText.lifts(row.getString("lifts")), requireNonNull(WordColumns.of(row, "evidence")),
                row.getString("noted_by"),
                Rows.instant(row, "noted_at"), Rows.instantOrNull(row, "withdrawn_at"), row.getString("withdrawn_by"),
                row.getString("why"));
    }

    private record Touched(long debtor, @Nullable Long number) {}
}
