package com.callfloor.dialer.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import com.callfloor.dialer.floor.RecordingDesk;
import com.callfloor.recorder.register.ExpectedRecording;
import com.callfloor.recorder.service.RecorderService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The floor's recording desk over the recorder in this process. */
final class RecorderDesk implements RecordingDesk {
    private static final Logger LOG = LoggerFactory.getLogger(RecorderDesk.class);
    private static final long LEAST_FREE_BYTES = 200L * 1024 * 1024;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final RecorderService recorder;
    private final Path vault;
    private volatile Optional<String> fault = Optional.empty();

    RecorderDesk(RecorderService recorder, Path vault, ScheduledExecutorService timer) {
        this.recorder = recorder;
        this.vault = vault;
        look();
        var unused = timer.scheduleWithFixedDelay(this::look, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void look() {
        Optional<String> found = troubleNow();
        if (!found.equals(fault)) {
            found.ifPresentOrElse(why -> LOG.error("nothing is dialed: {}", why),
                    () -> LOG.info("calls can be recorded again"));
        }
        fault = found;
    }

    private Optional<String> troubleNow() {
        long spoolFree = recorder.snapshot().spoolFreeBytes().orElse(-1);
        if (spoolFree < 0) {
            return Optional.of("calls cannot be recorded: the PBX's recording folder cannot be read");
        }
        if (spoolFree < LEAST_FREE_BYTES) {
            return Optional.of("calls cannot be recorded: the PBX's recording folder is nearly full");
        }
        try {
            if (Files.getFileStore(vault).getUsableSpace() < LEAST_FREE_BYTES) {
                return Optional.of("recordings cannot be kept: the vault's disk is nearly full");
            }
        } catch (IOException e) {
            return Optional.of("recordings cannot be kept: the vault's folder cannot be read");
        }
        return Optional.empty();
    }

    @Override
    public void callEnded(EndedCall call) {
        recorder.callEnded(new ExpectedRecording(call.attempt().value(), Long.toString(call.caseId().value()),
                call.answeredAt(), call.endedAt(), call.connectedAt().orElse(null)));
    }

    @Override
    public Optional<String> cannotRecord() {
        return fault;
    }
}
