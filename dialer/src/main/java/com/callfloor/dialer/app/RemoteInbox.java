package com.callfloor.dialer.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

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
    private final RecordingRegister register;
    private final UploadDesk desk;
    private final RecorderJson json = new RecorderJson();

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
        return switch (desk.receive(id.value(), sha256, () -> Files.newInputStream(file))) {
            case UploadResult.Stored stored -> new Receipt.Taken(json.writeStored(stored.recording()));
            case UploadResult.UnknownAttempt unknown -> new Receipt.NotExpected();
            case UploadResult.Conflict conflict -> new Receipt.Conflict(conflict.why());
            case UploadResult.Refused refused -> new Receipt.Refused(refused.why());
            case UploadResult.Failed failed -> throw new IOException(failed.why(), failed.cause());
        };
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
