package com.callfloor.dialer.payments;

import java.time.Instant;

import com.callfloor.dialer.cases.CaseId;

/** Wants to know when money was counted for a case or taken from it, such as a promise that it keeps. */
public interface AfterPosting {
    /** Called after the posting is on disk, once a case, on the thread that wrote it; may block on the database. */
    void posted(CaseId caseId, Instant at);
}
