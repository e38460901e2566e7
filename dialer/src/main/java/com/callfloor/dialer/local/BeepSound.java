package com.callfloor.dialer.local;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The sound by which the manager action {@code Bridge} tells an agent that a debtor is on the line. Asterisk looks for
 * it by the name "beep", and a private copy has no sounds.
 */
final class BeepSound {
    private static final int RATE = 8_000;
    private static final int SAMPLES = RATE / 10;
    private static final double HERTZ = 600;
    private static final double LOUDNESS = 6_000;
    private static final int HEADER = 44;

    private BeepSound() {}

    /** A tenth of a second, swelling and fading: 16-bit mono WAV at 8 kHz. */
    static byte[] wav() {
        ByteBuffer wav = ByteBuffer.allocate(HEADER + 2 * SAMPLES).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(HEADER - 8 + 2 * SAMPLES).put(ascii("WAVEfmt ")).putInt(16);
        wav.putShort((short) 1)
                .putShort((short) 1)
                .putInt(RATE)
                .putInt(2 * RATE)
                .putShort((short) 2)
                .putShort((short) 16);
        wav.put(ascii("data")).putInt(2 * SAMPLES);
        for (int i = 0; i < SAMPLES; i++) {
            double swell = Math.sin(Math.PI * i / SAMPLES);
            wav.putShort((short) (LOUDNESS * swell * Math.sin(2 * Math.PI * HERTZ * i / RATE)));
        }
        return wav.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
