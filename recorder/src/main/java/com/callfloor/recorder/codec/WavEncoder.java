package com.callfloor.recorder.codec;

import java.io.IOException;
import java.io.OutputStream;

import com.callfloor.recorder.audio.Levels;
import com.callfloor.recorder.audio.PcmFormat;
import com.callfloor.recorder.audio.WavHeader;

/** Frames behind a header. */
final class WavEncoder implements FrameEncoder {
    private final WavHeader header;
    private boolean begun;

    /** @param frames how many there will be */
    WavEncoder(long frames) {
        this.header = new WavHeader(frames * PcmFormat.FRAME_BYTES);
    }

    @Override
    public void add(byte[] frames, int length, OutputStream out) throws IOException {
        begin(out);
        out.write(frames, 0, length);
    }

    @Override
    public void end(Levels levels, OutputStream out) throws IOException {
        begin(out);
    }

    private void begin(OutputStream out) throws IOException {
        if (!begun) {
            begun = true;
            out.write(header.encode());
        }
    }
}
