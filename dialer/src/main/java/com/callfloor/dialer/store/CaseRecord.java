package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

import com.callfloor.dialer.cases.CaseBalance;
import com.callfloor.dialer.cases.CaseCard;
import com.callfloor.dialer.cases.CaseCard.PastAttempt;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.DebtorId;
import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.dispositions.FollowUpPlan;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** A row of {@code cases} without its debtor. */
record CaseRecord(CaseId id, String ref, long campaign, DebtorId debtor, @Nullable String lender,
        @Nullable String product,
        Money amountDue, Money paid, String state, @Nullable Money principal, LocalDate dueDate,
        @Nullable Integer overdueDays,
        @Nullable Integer overduePeriods, @Nullable String region, @Nullable String postalCode,
        @Nullable String timezone,
        @Nullable String language, @Nullable String notes, @Nullable Instant nextCallAt) {
    /** Qualified by {@code c} and named apart, so that a join with other tables cannot mix them up. */
    static final String COLUMNS = """
            c.id AS case_id, c.ref AS case_ref, c.campaign_id, c.debtor_id, c.lender, c.product, c.currency, c.amount_due_minor,
            c.paid_minor, c.state,
            c.principal_minor, c.due_date, c.overdue_days, c.overdue_periods, c.region, c.postal_code, c.timezone,
            c.language,
            c.notes AS case_notes, c.next_call_at""";

    static CaseRecord of(ResultSet row, StatementContext context) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        Long principal = row.getObject("principal_minor", Long.class);
        return new CaseRecord(new CaseId(row.getLong("case_id")), row.getString("case_ref"), row.getLong("campaign_id"),
                new DebtorId(row.getLong("debtor_id")), row.getString("lender"), row.getString("product"),
                new Money(row.getLong("amount_due_minor"), currency), new Money(row.getLong("paid_minor"), currency),
                row.getString("state"),
                principal == null ? null : new Money(principal, currency),
                row.getObject("due_date", LocalDate.class), row.getObject("overdue_days", Integer.class),
                row.getObject("overdue_periods", Integer.class), row.getString("region"),
                row.getString("postal_code"), row.getString("timezone"),
                row.getString("language"), row.getString("case_notes"),
                unlessForGood(Rows.instantOrNull(row, "next_call_at")));
    }

    /** A case that waits for somebody's answer, however late, is due for nobody. */
    private static @Nullable Instant unlessForGood(@Nullable Instant next) {
        return next == null || next.isBefore(FollowUpPlan.FOR_GOOD) ? next : null;
    }

    CaseBalance balance() {
        return new CaseBalance(amountDue, paid);
    }

    /** With what is still due: it is for whoever talks to the debtor. */
    CaseCard card(String campaignCode, String debtorName, List<PastAttempt> history) {
        return new CaseCard(id, ref, campaignCode, debtor, debtorName, lender, product, balance().due(), principal,
                dueDate,
                overdueDays,
                overduePeriods, region, language, notes, history);
    }
}
