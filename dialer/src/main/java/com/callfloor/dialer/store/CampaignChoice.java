package com.callfloor.dialer.store;

import java.util.List;

import com.callfloor.dialer.cases.CaseRow;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Which campaign takes a case: the same choice that {@link SqlCampaigns} makes for cases that are in the books. */
final class CampaignChoice {
    // A plain read, which locks nothing.
    private static final String TAKES = "SELECT campaign_id, lender, product FROM campaign_takes ORDER BY position";

    private final List<Take> takes;

    private CampaignChoice(List<Take> takes) {
        this.takes = takes;
    }

    private record Take(long campaign, @Nullable String lender, @Nullable String product) {
        boolean fits(@Nullable String ofLender, @Nullable String ofProduct) {
            return (lender == null || lender.equals(ofLender)) && (product == null || product.equals(ofProduct));
        }
    }

    static CampaignChoice read(Handle handle) {
        return new CampaignChoice(handle.createQuery(TAKES)
                .map((row, context) -> new Take(row.getLong(1), row.getString(2), row.getString(3)))
                .list());
    }

    long of(CaseRow row) {
        return of(row.lender(), row.product());
    }

    long of(@Nullable String lender, @Nullable String product) {
        for (Take each : takes) {
            if (each.fits(lender, product)) {
                return each.campaign();
            }
        }
        throw new IllegalStateException("no campaign takes the lender " + lender + " and the product "
                + product + ", although one has to take everything");
    }

    /** Every take in its order. */
    @Override
    public String toString() {
        return takes.toString();
    }
}
