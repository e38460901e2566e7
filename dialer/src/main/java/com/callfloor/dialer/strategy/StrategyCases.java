package com.callfloor.dialer.strategy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;

import com.callfloor.dialer.cases.CaseId;

/** What strategies look at of the floor's cases. Blocks on the database. */
public interface StrategyCases {
    Optional<CaseFacts> facts(CaseId id, LocalDate today);

    /** Tells of every open case, one after the other, without holding them in memory; in no order. */
    void open(LocalDate today, Consumer<CaseFacts> each);
}
