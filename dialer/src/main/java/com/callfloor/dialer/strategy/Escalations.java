package com.callfloor.dialer.strategy;

import java.time.LocalDate;

import com.callfloor.dialer.cases.CaseId;

/** Where steps of the ladder that are due become tasks for people, or messages. */
@FunctionalInterface
public interface Escalations {
    /**
     * A step of a case is due on this date. May be told again after a restart: the same step of the same case on the same
     * date is one task.
     */
    void due(CaseId id, Step step, LocalDate date);
}
