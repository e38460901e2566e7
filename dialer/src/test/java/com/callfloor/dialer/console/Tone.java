package com.callfloor.dialer.console;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import com.callfloor.recorder.audio.Inspection;
import com.callfloor.recorder.audio.PcmFormat;
import com.callfloor.recorder.audio.RecordingFormat;
import com.callfloor.recorder.audio.WavHeader;
import com.callfloor.recorder.codec.Encoding;

/** A recording as the recorder keeps it, for a browser to play: the debtor's tone left, the agent's right. */
final class Tone {
    static final int DEBTOR_HERTZ = 440;
    static final int AGENT_HERTZ = 1_000;

    private Tone() {}

    static byte[] of(int seconds, RecordingFormat format) throws IOException {
        int frames = seconds * PcmFormat.SAMPLE_RATE_HZ;
        ByteBuffer wav = ByteBuffer.allocate(WavHeader.BYTES + frames * PcmFormat.FRAME_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new WavHeader((long) frames * PcmFormat.FRAME_BYTES).encode());
        for (int frame = 0; frame < frames; frame++) {
            wav.putShort(sample(frame, DEBTOR_HERTZ)).putShort(sample(frame, AGENT_HERTZ));
        }
        Inspection measured = Inspection.of(new ByteArrayInputStream(wav.array()));
        try (InputStream stored = Encoding.encode(format, () -> new ByteArrayInputStream(wav.array()), measured)) {
            return stored.readAllBytes();
        }
    }

    private static short sample(int frame, int hertz) {
        return (short) (8_000 * Math.sin(2 * Math.PI * hertz * frame / PcmFormat.SAMPLE_RATE_HZ));
    }
}
