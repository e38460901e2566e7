package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.payments.MatchRule;
import com.callfloor.dialer.payments.Matching.Match;
import com.callfloor.dialer.payments.NotedPosting;
import com.callfloor.dialer.payments.NotedPosting.Belonging;
import com.callfloor.dialer.payments.Payment;
import com.callfloor.dialer.payments.Posting;
import com.callfloor.dialer.payments.PostingKind;
import com.callfloor.dialer.payments.WhyUnmatched;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Rows of {@code payments}. */
final class PaymentRows {
    private static final String SELECT = """
            SELECT p.id, p.lender, p.reference, p.kind, p.case_ref, p.debtor_ref, p.reversed, p.currency, p.amount_minor,
                   p.value_date, p.payer, p.noted_at, p.case_id, p.matched_by, p.matched_at, p.matched_hand,
                   p.why_unmatched, c.ref AS ref_of_case
            FROM payments p LEFT JOIN cases c ON c.id = p.case_id
            WHERE\s""";
    private static final String INSERT = """
            INSERT INTO payments (lender, reference, kind, case_ref, debtor_ref, reversed, currency, amount_minor,
                value_date, payer, noted_at, why_unmatched)
            VALUES (:lender, :reference, :kind, :caseRef, :debtorRef, :reversed, :currency, :amount,
                :valueDate, :payer, :at, :why)""";
    private static final String MATCH = """
            UPDATE payments SET case_id = :case, matched_by = :rule, matched_at = :at, matched_hand = :hand,
                   why_unmatched = NULL
            WHERE id = :id""";
    private static final String NO_MATCH = "UPDATE payments SET why_unmatched = :why WHERE id = :id";

    private PaymentRows() {}

    /** {@code lender} tells apart what several lenders gave the same reference: filter the result by it. */
    static List<NotedPosting> named(Handle handle, Collection<String> references) {
        return references.isEmpty()
                ? List.of()
                : list(handle.createQuery(SELECT + "p.reference IN (<refs>) ORDER BY p.id")
                        .bindList("refs", List.copyOf(references)));
    }

    static List<NotedPosting> byId(Handle handle, long id) {
        return list(handle.createQuery(SELECT + "p.id = :id").bind("id", id));
    }

    static List<NotedPosting> ofCase(Handle handle, long caseId) {
        return list(handle.createQuery(SELECT + "p.case_id = :case ORDER BY p.noted_at, p.id").bind("case", caseId));
    }

    /** What promises are kept from. */
    static List<Payment> paidFor(Handle handle, CaseId caseId) {
        return ofCase(handle, caseId.value()).stream().flatMap(noted -> noted.payment().stream()).toList();
    }

    static List<NotedPosting> unmatched(Handle handle, long after, int limit) {
        return list(handle.createQuery(SELECT + "p.case_id IS NULL AND p.id > :after ORDER BY p.id LIMIT :limit")
                .bind("after", after)
                .bind("limit", limit));
    }

    /** Reversals of these payments that have no case yet, whoever the lender is. */
    static List<NotedPosting> awaiting(Handle handle, Collection<String> payments) {
        return payments.isEmpty()
                ? List.of()
                : list(handle.createQuery(SELECT + "p.reversed IN (<refs>) AND p.case_id IS NULL ORDER BY p.id")
                        .bindList("refs", List.copyOf(payments)));
    }

    private static List<NotedPosting> list(Query query) {
        return query.map(PaymentRows::noted).list();
    }

    /** Nobody knows their cases yet. */
    static void insert(Handle handle, List<Posting> postings, Instant at) {
        PreparedBatch batch = handle.prepareBatch(INSERT);
        for (Posting posting : postings) {
            batch.bind("lender", posting.lender())
                    .bind("reference", posting.reference())
                    .bind("kind", posting.kind().code())
                    .bind("caseRef", posting.caseRef())
                    .bind("debtorRef", posting.debtorRef())
                    .bind("reversed", posting.reversed())
                    .bind("currency", posting.amount().currency().getCurrencyCode())
                    .bind("amount", posting.effect().minor())
                    .bind("valueDate", posting.valueDate())
                    .bind("payer", posting.payer())
                    .bind("at", at)
                    .bind("why", WhyUnmatched.NOTHING_TO_GO_BY.code())
                    .add();
        }
        batch.execute();
    }

    /** {@code by}: the login of whoever matched it by hand. */
    static void match(Handle handle, long id, Match match, Instant at, @Nullable String by) {
        switch (match) {
            case Match.Found found -> handle.createUpdate(MATCH)
                    .bind("id", id)
                    .bind("case", found.caseId().value())
                    .bind("rule", found.rule().code())
                    .bind("at", at)
                    .bind("hand", by)
                    .execute();
            case Match.None none -> handle.createUpdate(NO_MATCH)
                    .bind("id", id)
                    .bind("why", none.why().code())
                    .execute();
        }
    }

    private static NotedPosting noted(ResultSet row, StatementContext context) throws SQLException {
        PostingKind kind = Rows.constant(PostingKind.class, row.getString("kind"));
        Money amount = new Money(Math.abs(row.getLong("amount_minor")),
                Currency.getInstance(row.getString("currency")));
        Posting posting = new Posting(row.getString("lender"), row.getString("reference"), kind, amount,
                row.getObject("value_date", LocalDate.class), row.getString("case_ref"), row.getString("debtor_ref"),
                row.getString("reversed"), row.getString("payer"));
        return new NotedPosting(row.getLong("id"), posting, Rows.instant(row, "noted_at"), belonging(row));
    }

    private static Belonging belonging(ResultSet row) throws SQLException {
        String rule = row.getString("matched_by");
        return rule == null
                ? new Belonging.Unmatched(Rows.constant(WhyUnmatched.class, row.getString("why_unmatched")))
                : new Belonging.Matched(new CaseId(row.getLong("case_id")), row.getString("ref_of_case"),
                        Rows.constant(MatchRule.class, rule), Rows.instant(row, "matched_at"),
                        row.getString("matched_hand"));
    }
}
