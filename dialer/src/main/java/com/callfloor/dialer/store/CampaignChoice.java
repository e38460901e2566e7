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
        boolean fits(CaseRow row) {
            return (lender == null || lender.equals(row.lender()))
                    && (product == null || product.equals(row.product()));
        }
    }

    static CampaignChoice read(Handle handle) {
        return new CampaignChoice(handle.createQuery(TAKES)
                .map((row, context) -> new Take(row.getLong(1), row.getString(2), row.getString(3)))
                .list());
    }

    long of(CaseRow row) {
        for (Take each : takes) {
            if (each.fits(row)) {
                return each.campaign();
            }
        }
        throw new IllegalStateException("no campaign takes the lender " + row.lender() + " and the product "
                + row.product() + ", although one has to take everything");
    }
}
