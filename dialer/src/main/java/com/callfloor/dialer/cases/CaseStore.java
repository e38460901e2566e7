package com.callfloor.dialer.cases;

import java.time.Instant;
import java.util.List;

/** Where cleaned rows become cases. Blocks on the database. */
public interface CaseStore {
    /**
     * Writes a batch in one transaction: a new case is due at {@code at}; a known one (same reference) is updated and
     * keeps its history and its next time. A debtor is one person across cases by debtor reference.
     */
    Written write(long importId, List<CaseRow> rows, Instant at);

    /** Begins an import; its id ties rows and result together. {@code source} is the file's plain name. */
    long beginImport(String source, Instant at);

    void endImport(long importId, Instant at, long good, long bad);

    record Written(int added, int updated) {}
}
