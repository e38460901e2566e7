package com.callfloor.dialer.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.recordings.RecorderInbox;
import com.callfloor.recorder.intake.RecordingHome;
import com.callfloor.recorder.intake.UploadDesk;
import com.callfloor.recorder.intake.UploadResult;
import com.callfloor.recorder.register.RecordingRegister;
import com.callfloor.recorder.register.RecordingState;
import com.callfloor.recorder.remote.RecorderJson;

/** What a recorder beside a remote PBX hands in, into the vault. */
final class RemoteInbox implements RecorderInbox {
    private static final int LOCKS = 64;

    private final RecordingRegister register;
    private final UploadDesk desk;
    private final RecorderJson json = new RecorderJson();
    private final List<ReentrantLock> locks = Stream.generate(ReentrantLock::new).limit(LOCKS).toList();

    RemoteInbox(RecordingRegister register, RecordingHome home, InstantSource clock) {
        this.register = register;
        this.desk = new UploadDesk(home, register, clock);
    }

    @Override
    public String awaiting() {
        return json.writeAwaiting(register.awaiting());
    }

    @Override
    public String state(AttemptId id) {
        return json.writeState(register.stateOf(id.value()));
    }

    @Override
    public Receipt accept(AttemptId id, Path file, String sha256) throws IOException {
        return switch (received(id, file, sha256)) {
            case UploadResult.Stored stored -> new Receipt.Taken(json.writeStored(stored.recording()));
            case UploadResult.UnknownAttempt unknown -> new Receipt.NotExpected();
            case UploadResult.Conflict conflict -> new Receipt.Conflict(conflict.why());
            case UploadResult.Refused refused -> new Receipt.Refused(refused.why());
            case UploadResult.Failed failed -> throw new IOException(failed.why(), failed.cause());
        };
    }

    /** One after the other of an attempt: the later one's object would replace the one that the books tell of. */
    private UploadResult received(AttemptId id, Path file, String sha256) {
        ReentrantLock lock = locks.get(Math.floorMod(id.hashCode(), LOCKS));
        lock.lock();
        try {
            return desk.receive(id.value(), sha256, () -> Files.newInputStream(file));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Receipt missing(AttemptId id, String why) {
        return switch (register.stateOf(id.value())) {
            case RecordingState.Unknown unknown -> new Receipt.NotExpected();
            case RecordingState.Kept kept -> new Receipt.Conflict("its recording is kept already");
            case RecordingState.Due due -> {
                register.missing(id.value(), why);
                yield new Receipt.Noted();
            }
        };
    }
}
