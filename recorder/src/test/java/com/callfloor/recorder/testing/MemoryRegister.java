package com.callfloor.recorder.testing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import com.callfloor.recorder.audio.Waveform;
import com.callfloor.recorder.register.ExpectedRecording;
import com.callfloor.recorder.register.RecordingRegister;
import com.callfloor.recorder.register.RecordingState;
import com.callfloor.recorder.register.RegisterUnavailableException;
import com.callfloor.recorder.register.StoredRecording;

/** The floor's books in memory, with a switch to make them unavailable. */
public final class MemoryRegister implements RecordingRegister {
    private final Map<UUID, ExpectedRecording> due = new ConcurrentHashMap<>();
    private final Map<UUID, StoredRecording> kept = new ConcurrentHashMap<>();
    private final Map<UUID, Waveform> waveforms = new ConcurrentHashMap<>();
    private final Map<UUID, String> missing = new ConcurrentHashMap<>();
    private volatile boolean available = true;

    public void expect(ExpectedRecording expected) {
        due.put(expected.attemptId(), expected);
    }

    public void available(boolean now) {
        available = now;
    }

    public Map<UUID, StoredRecording> kept() {
        return Map.copyOf(kept);
    }

    public Map<UUID, Waveform> waveforms() {
        return Map.copyOf(waveforms);
    }

    public Map<UUID, String> missing() {
        return Map.copyOf(missing);
    }

    @Override
    public List<ExpectedRecording> awaiting() {
        requireAvailable();
        return due.values()
                .stream()
                .filter(call -> !kept.containsKey(call.attemptId()))
                .filter(call -> !missing.containsKey(call.attemptId()))
                .toList();
    }

    @Override
    public RecordingState stateOf(UUID attemptId) {
        requireAvailable();
        StoredRecording recording = kept.get(attemptId);
        ExpectedRecording expected = due.get(attemptId);
        if (recording != null) {
            return new RecordingState.Kept(recording);
        }
        return expected == null ? new RecordingState.Unknown() : new RecordingState.Due(expected);
    }

    @Override
    public void stored(StoredRecording recording, Waveform waveform) {
        requireAvailable();
        StoredRecording before = kept.putIfAbsent(recording.attemptId(), recording);
        waveforms.putIfAbsent(recording.attemptId(), waveform);
        if (before != null && !before.sha256().equals(recording.sha256())) {
            throw new IllegalStateException("registered twice with different content");
        }
        missing.remove(recording.attemptId());
    }

    @Override
    public void missing(UUID attemptId, String why) {
        requireAvailable();
        missing.put(attemptId, why);
    }

    private void requireAvailable() {
        if (!available) {
            throw new RegisterUnavailableException("the database is gone", null);
        }
    }
}
