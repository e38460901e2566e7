package com.callfloor.dialer.app;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.floor.RecordingDesk;
import com.callfloor.dialer.store.Database;
import com.callfloor.dialer.store.DatabaseProblem;
import com.callfloor.dialer.supervision.FloorWatch;
import com.callfloor.dialer.web.ops.HealthCheck;
import com.callfloor.dialer.web.tls.ServerCertificate;
import com.callfloor.dialer.words.Words;

/** What the dialer cannot work without. */
final class HealthChecks {
    private HealthChecks() {}

    /** {@code real}: the clock that certificates expire by. */
    static List<HealthCheck> of(Database database, FloorWatch floor, RecordingDesk recordings,
            Optional<ServerCertificate> certificate, Clock real) {
        var checks = new ArrayList<HealthCheck>();
        checks.add(new HealthCheck("database", () -> databaseFault(database)));
        checks.add(new HealthCheck("pbx", () -> pbxFault(floor)));
        checks.add(new HealthCheck("recorder", () -> recordings.cannotRecord().map(Words::en)));
        certificate.ifPresent(shown -> checks.add(
                new HealthCheck("certificate", () -> certificateFault(shown.expiresAt(), real.instant()))));
        return List.copyOf(checks);
    }

    private static Optional<String> certificateFault(Instant expiresAt, Instant now) {
        return now.isBefore(expiresAt)
                ? Optional.empty()
                : Optional.of("the certificate of web.tls has expired on " + expiresAt);
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
