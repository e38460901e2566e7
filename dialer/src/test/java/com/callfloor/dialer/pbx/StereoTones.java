package com.callfloor.dialer.pbx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** How loud one frequency is on each side of a raw stereo recording (16 bit, 8 kHz, interleaved). */
record StereoTones(double left, double right) {
    private static final double RATE = 8_000;

    static StereoTones of(Path recording, int hertz) throws IOException {
        ShortBuffer samples = ByteBuffer.wrap(Files.readAllBytes(recording))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
        return new StereoTones(amplitude(samples, 0, hertz), amplitude(samples, 1, hertz));
    }

    /** Correlates with sine and cosine. */
    private static double amplitude(ShortBuffer samples, int side, int hertz) {
        int frames = samples.limit() / 2;
        double sine = 0;
        double cosine = 0;
        for (int i = 0; i < frames; i++) {
            double phase = 2 * Math.PI * hertz * i / RATE;
            sine += samples.get(2 * i + side) * Math.sin(phase);
            cosine += samples.get(2 * i + side) * Math.cos(phase);
        }
        return frames == 0 ? 0 : 2 * Math.hypot(sine, cosine) / frames;
    }
}
