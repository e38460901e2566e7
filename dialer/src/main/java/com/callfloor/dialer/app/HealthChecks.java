package com.callfloor.dialer.app;

import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.floor.RecordingDesk;
import com.callfloor.dialer.store.Database;
import com.callfloor.dialer.store.DatabaseProblem;
import com.callfloor.dialer.supervision.FloorWatch;
import com.callfloor.dialer.web.ops.HealthCheck;

/** What the dialer cannot work without. */
final class HealthChecks {
    private HealthChecks() {}

    static List<HealthCheck> of(Database database, FloorWatch floor, RecordingDesk recordings) {
        return List.of(new HealthCheck("database", () -> databaseFault(database)),
                new HealthCheck("pbx", () -> pbxFault(floor)), new HealthCheck("recorder", recordings::cannotRecord));
    }

    private static Optional<String> databaseFault(Database database) {
        try {
            database.ping();
            return Optional.empty();
        } catch (DatabaseProblem e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> pbxFault(FloorWatch floor) {
        return floor.current().links().pbxUp() ? Optional.empty() : Optional.of("the link to the PBX is down");
    }
}
