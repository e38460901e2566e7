package com.callfloor.recorder.remote;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.callfloor.recorder.audio.Waveform;
import com.callfloor.recorder.register.ExpectedRecording;
import com.callfloor.recorder.register.RecordingRegister;
import com.callfloor.recorder.register.RecordingState;
import com.callfloor.recorder.register.RegisterUnavailableException;
import com.callfloor.recorder.register.StoredRecording;
import com.fasterxml.jackson.databind.JsonNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The floor's books, asked over the network. */
final class DialerRegister implements RecordingRegister {
    private static final Logger log = LoggerFactory.getLogger(DialerRegister.class);

    private final DialerClient dialer;
    private final RecorderJson json;

    DialerRegister(DialerClient dialer, RecorderJson json) {
        this.dialer = dialer;
        this.json = json;
    }

    @Override
    public List<ExpectedRecording> awaiting() {
        try {
            List<ExpectedRecording> awaiting = new ArrayList<>();
            for (JsonNode call : json.readAwaiting(dialer.awaiting())) {
                readLeniently(call, awaiting);
            }
            return awaiting;
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    @Override
    public RecordingState stateOf(UUID attemptId) {
        try {
            return json.readState(dialer.state(attemptId));
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    /** Nothing is left to do: the dialer registered it when it took the upload. */
    @Override
    public void stored(StoredRecording recording, Waveform waveform) {}

    @Override
    public void missing(UUID attemptId, String why) {
        try {
            dialer.missing(attemptId, json.writeMissing(why));
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    /** One broken entry must not hold up all others. */
    private void readLeniently(JsonNode call, List<ExpectedRecording> into) {
        try {
            into.add(json.readExpected(call));
        } catch (IOException e) {
            log.error("The dialer awaits a recording in a way that cannot be read; it is left out: {}", e.getMessage());
        }
    }

    private static RegisterUnavailableException unavailable(IOException e) {
        return new RegisterUnavailableException(String.valueOf(e.getMessage()), e);
    }
}
