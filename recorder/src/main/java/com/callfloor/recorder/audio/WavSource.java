package com.callfloor.recorder.audio;

import java.io.IOException;
import java.io.InputStream;

/** A recording in its stored form that can be streamed any number of times. */
public interface WavSource {
    /** A new stream from the first byte; the caller closes it. Any thread. */
    InputStream open() throws IOException;
}
