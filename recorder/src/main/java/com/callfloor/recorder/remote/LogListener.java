package com.callfloor.recorder.remote;

import com.callfloor.recorder.register.ExpectedRecording;
import com.callfloor.recorder.register.StoredRecording;
import com.callfloor.recorder.service.RecorderListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what becomes of recordings, by attempt, never by person. */
final class LogListener implements RecorderListener {
    private static final Logger log = LoggerFactory.getLogger(LogListener.class);

    @Override
    public void stored(StoredRecording recording) {
        log.info("Handed in {}: {} s, flaws {}", recording.attemptId(), recording.duration().toSeconds(),
                recording.flaws());
    }

    @Override
    public void missing(ExpectedRecording expected, String why) {
        log.error("The recording of {} is missing: {}", expected.attemptId(), why);
    }

    @Override
    public void stranger(String name) {
        log.warn("The spool holds {}, which is no recording; it is left alone", name.replaceAll("\\p{Cntrl}", "?"));
    }
}
