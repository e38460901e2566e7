package com.callfloor.dialer.strategy;

import java.time.LocalDate;
import java.util.List;

import com.callfloor.dialer.cases.DebtorId;
import com.callfloor.dialer.strategy.Experiment.Assignment;

/** Who was assigned to which arm of which experiment. Blocks on the database. */
@FunctionalInterface
public interface ArmBook {
    /** Notes people who are not noted yet; whoever is stays as they are. {@code day}: the floor's, on which it happens. */
    void keep(List<Person> people, LocalDate day);

    /** Somebody and where they are. */
    record Person(DebtorId debtor, Assignment assignment) {}
}
