package com.callfloor.recorder.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

import com.callfloor.recorder.audio.Inspection;
import com.callfloor.recorder.audio.RecordingFormat;
import com.callfloor.recorder.codec.Encoding;

import static com.callfloor.recorder.testing.Sound.wavStream;

/** Frames in memory, and their stored form. */
final class Stored {
    final byte[] bytes;
    final byte[] decoded;

    private Stored(byte[] bytes, byte[] decoded) {
        this.bytes = bytes;
        this.decoded = decoded;
    }

    static Stored of(RecordingFormat format, byte[] frames) throws IOException {
        byte[] bytes = encoded(format, frames, inspected(frames));
        try (InputStream back = Encoding.frames(format, new ByteArrayInputStream(bytes))) {
            return new Stored(bytes, back.readAllBytes());
        }
    }

    static byte[] encoded(RecordingFormat format, byte[] frames, Inspection measured) throws IOException {
        try (InputStream stored = Encoding.encode(format, () -> wavStream(frames), measured)) {
            return stored.readAllBytes();
        }
    }

    static Inspection inspected(byte[] frames) throws IOException {
        return Inspection.of(wavStream(frames));
    }
}
