package com.callfloor.dialer.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Cases that their lender takes back. A withdrawn case is not due, whatever was planned. Blocks on the database. */
public interface CaseWithdrawals {
    /**
     * Withdraws those of these cases that are open; in one transaction.
     *
     * @return the cases that were open until now
     */
    List<CaseId> withdraw(Collection<String> caseRefs, String why, Instant at);

    /** Notes that an import named these cases, although it brought nothing new about them. */
    void seen(long importId, Collection<String> caseRefs);

    /** Open cases of a lender that neither this import nor a later one named. */
    long missing(String lender, long importId);

    /** All open cases of a lender. */
    long open(String lender);

    /**
     * Withdraws all cases that {@link #missing} counts, in several transactions: each case's own end is at once.
     *
     * @param each hears of them as they are withdrawn
     * @return how many
     */
    long withdrawMissing(String lender, long importId, String why, Instant at, Consumer<List<CaseId>> each);
}
