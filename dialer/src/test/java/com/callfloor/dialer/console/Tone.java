package com.callfloor.dialer.console;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A stereo WAV of 8 kHz that a browser can play: the debtor's tone left, the agent's right. */
final class Tone {
    private static final int RATE = 8000;
    private static final int FRAME = 4;
    private static final int HEADER = 44;

    private Tone() {}

    /** Fills all of {@code wav}; returns how many seconds it lasts. */
    static double fill(byte[] wav) {
        int frames = (wav.length - HEADER) / FRAME;
        ByteBuffer out = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        out.put(ascii("RIFF")).putInt(HEADER - 8 + frames * FRAME).put(ascii("WAVEfmt ")).putInt(16);
        out.putShort((short) 1).putShort((short) 2).putInt(RATE).putInt(RATE * FRAME).putShort((short) FRAME);
        out.putShort((short) 16).put(ascii("data")).putInt(frames * FRAME);
        for (int frame = 0; frame < frames; frame++) {
            out.putShort(sample(frame, 440)).putShort(sample(frame, 1000));
        }
        return (double) frames / RATE;
    }

    private static short sample(int frame, int hertz) {
        return (short) (8000 * Math.sin(2 * Math.PI * hertz * frame / RATE));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
