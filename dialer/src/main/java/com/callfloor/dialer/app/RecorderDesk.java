package com.callfloor.dialer.app;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import com.callfloor.dialer.floor.RecordingDesk;
import com.callfloor.dialer.words.Words;
import com.callfloor.recorder.register.ExpectedRecording;
import com.callfloor.recorder.service.RecorderService;
import com.callfloor.recorder.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The floor's recording desk: over the recorder in this process, or over none where one beside the PBX watches the spool
 * itself and hands in. Asks spool and vault every few seconds whether a call could be recorded and kept.
 */
final class RecorderDesk implements RecordingDesk, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RecorderDesk.class);
    private static final long LEAST_FREE_BYTES = 200L * 1024 * 1024;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final Optional<RecorderService> recorder;
    private final Vault vault;
    /** A thread of its own: a store that does not answer is waited for. */
    private final Repeating looking;
    private volatile Optional<Words> fault = Optional.empty();

    RecorderDesk(Optional<RecorderService> recorder, Vault vault) {
        this.recorder = recorder;
        this.vault = vault;
        look();
        looking = new Repeating("recorder-desk", LOOK_EVERY, LOOK_EVERY, this::look);
    }

    private void look() {
        Optional<Words> found = spoolTrouble().or(this::vaultTrouble);
        if (!found.equals(fault)) {
            found.ifPresentOrElse(why -> LOG.error("nothing is dialed: {}", why.en()),
                    () -> LOG.info("calls can be recorded again"));
        }
        fault = found;
    }

    private Optional<Words> spoolTrouble() {
        if (recorder.isEmpty()) {
            return Optional.empty();
        }
        long spoolFree = recorder.get().snapshot().spoolFreeBytes().orElse(-1);
        if (spoolFree < 0) {
            return Optional.of(new Words("calls cannot be recorded: the PBX's recording folder cannot be read",
                    "通话无法录音：读取不到 PBX 的录音目录"));
        }
        return spoolFree < LEAST_FREE_BYTES
                ? Optional.of(new Words("calls cannot be recorded: the PBX's recording folder is nearly full",
                        "通话无法录音：PBX 的录音目录即将写满"))
                : Optional.empty();
    }

    private Optional<Words> vaultTrouble() {
        try {
            vault.probe();
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.of(Words.of("recordings cannot be kept: %s", "录音无法保存：%s", String.valueOf(e.getMessage())));
        }
    }

    @Override
    public void callEnded(EndedCall call) {
        recorder.ifPresent(here -> here.callEnded(new ExpectedRecording(call.attempt().value(),
                Long.toString(call.caseId().value()), call.answeredAt(), call.endedAt(),
                call.connectedAt().orElse(null))));
    }

    @Override
    public Optional<Words> cannotRecord() {
        return fault;
    }

    @Override
    public void close() {
        looking.close();
    }
}
