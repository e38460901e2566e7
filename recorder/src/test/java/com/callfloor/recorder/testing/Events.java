package com.callfloor.recorder.testing;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import com.callfloor.recorder.register.ExpectedRecording;
import com.callfloor.recorder.register.StoredRecording;
import com.callfloor.recorder.service.RecorderListener;

/** Remembers what a recorder said. */
public final class Events implements RecorderListener {
    public final List<UUID> stored = new CopyOnWriteArrayList<>();
    public final List<UUID> missing = new CopyOnWriteArrayList<>();
    public final List<String> failures = new CopyOnWriteArrayList<>();
    public final List<String> strangers = new CopyOnWriteArrayList<>();

    @Override
    public void stored(StoredRecording recording) {
        stored.add(recording.attemptId());
    }

    @Override
    public void missing(ExpectedRecording expected, String why) {
        missing.add(expected.attemptId());
    }

    @Override
    public void failed(UUID attemptId, String why, int tries) {
        failures.add(why);
    }

    @Override
    public void stranger(String name) {
        strangers.add(name);
    }
}
