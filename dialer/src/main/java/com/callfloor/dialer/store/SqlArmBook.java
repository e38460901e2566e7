package com.callfloor.dialer.store;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import com.callfloor.dialer.strategy.ArmBook;
import com.callfloor.dialer.strategy.Experiment;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Who is in which arm, in the database. */
public final class SqlArmBook implements ArmBook {
    // Not IGNORE, which would swallow every other error too.
    private static final String KEEP = """
            INSERT INTO experiment_arms (debtor_id, experiment, arm, weights, assigned_on)
            VALUES (:debtor, :experiment, :arm, :weights, :day)
            ON DUPLICATE KEY UPDATE arm = experiment_arms.arm""";

    private final Jdbi jdbi;

    public SqlArmBook(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public void keep(List<Person> people, LocalDate day) {
        GivingWay.inTransaction(jdbi, handle -> keep(handle, people, day));
    }

    /** Within a transaction of somebody else's, after the locks of debtors. */
    static int keep(Handle handle, List<Person> people, LocalDate day) {
        if (people.isEmpty()) {
            return 0;
        }
        PreparedBatch batch = handle.prepareBatch(KEEP);
        // In one order, as every lock.
        people.stream().sorted(Comparator.comparingLong(person -> person.debtor().value())).forEach(person -> {
            Experiment experiment = person.assignment().experiment();
            batch.bind("debtor", person.debtor().value())
                    .bind("experiment", experiment.name())
                    .bind("arm", person.assignment().arm().name())
                    .bind("weights", experiment.weights())
                    .bind("day", day)
                    .add();
        });
        return batch.execute().length;
    }
}
