package com.callfloor.dialer.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.FloorConfig.IntakeSection;

/**
 * Where the drop folder is.
 *
 * @param folder empty: there is none
 * @param settle how long a file must not have changed
 */
record InboxSettings(Optional<Path> folder, Duration settle) {

    static InboxSettings of(DialerParts parts) throws ConfigProblem {
        IntakeSection intake = parts.config().intake();
        if (intake.settle().isNegative() || intake.settle().compareTo(Duration.ofMinutes(10)) > 0) {
            throw new ConfigProblem("config/floor.yaml, intake.settle: must be 0s to 10m");
        }
        return new InboxSettings(
                Optional.of(intake.inbox()).filter(path -> !path.isBlank()).map(parts.home()::resolve),
                intake.settle());
    }

    /** The folder of postings, which are taken as soon as case files are. */
    static InboxSettings ofPostings(DialerParts parts) throws ConfigProblem {
        return new InboxSettings(
                Optional.of(parts.config().payments().inbox())
                        .filter(path -> !path.isBlank())
                        .map(parts.home()::resolve),
                of(parts).settle());
    }

    static double mostMissing(IntakeSection intake) throws ConfigProblem {
        if (!(intake.mostMissing() >= 0 && intake.mostMissing() <= 1)) {
            throw new ConfigProblem("config/floor.yaml, intake.most_missing: must be 0 to 1, such as 0.3");
        }
        return intake.mostMissing();
    }
}
