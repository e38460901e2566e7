package com.callfloor.recorder.testing;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongToDoubleFunction;

import com.callfloor.recorder.audio.PcmFormat;
import com.callfloor.recorder.audio.WavHeader;

/** Makes raw recordings and listens to them. */
public final class Sound {
    /** About -10 dBFS, as loud as a lively speaker. */
    private static final double AMPLITUDE = 10_000;

    private Sound() {}

    /** Interleaved 16-bit frames of a tone on each side; 0 Hz is silence. */
    public static byte[] tones(Duration length, double leftHz, double rightHz) {
        return frames(length, tone(leftHz), tone(rightHz));
    }

    public static byte[] frames(Duration length, LongToDoubleFunction left, LongToDoubleFunction right) {
        int frames = (int) (length.toMillis() * PcmFormat.SAMPLE_RATE_HZ / 1_000);
        ByteBuffer pcm = ByteBuffer.allocate(frames * PcmFormat.FRAME_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int frame = 0; frame < frames; frame++) {
            pcm.putShort((short) left.applyAsDouble(frame)).putShort((short) right.applyAsDouble(frame));
        }
        return pcm.array();
    }

    /** The frames behind a header. */
    public static byte[] wav(byte[] frames) {
        byte[] wav = Arrays.copyOf(new WavHeader(frames.length).encode(), WavHeader.BYTES + frames.length);
        System.arraycopy(frames, 0, wav, WavHeader.BYTES, frames.length);
        return wav;
    }

    /** The same, as a recorder reads it. */
    public static InputStream wavStream(byte[] frames) {
        return new ByteArrayInputStream(wav(frames));
    }

    public static LongToDoubleFunction tone(double hz) {
        return frame -> AMPLITUDE * Math.sin(2 * Math.PI * hz * frame / PcmFormat.SAMPLE_RATE_HZ);
    }

    /**
     * The amplitude of one frequency on one side, by Goertzel's algorithm.
     *
     * @param offset of the first frame in the bytes
     * @param channel 0 left, 1 right
     */
    public static double amplitudeOf(double hz, byte[] bytes, int offset, int channel) {
        ByteBuffer pcm = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        double turn = 2 * Math.cos(2 * Math.PI * hz / PcmFormat.SAMPLE_RATE_HZ);
        double last = 0;
        double lastButOne = 0;
        int samples = 0;
        for (int at = offset; at + PcmFormat.FRAME_BYTES <= bytes.length; at += PcmFormat.FRAME_BYTES) {
            double now = pcm.getShort(at + channel * PcmFormat.SAMPLE_BYTES) + turn * last - lastButOne;
            lastButOne = last;
            last = now;
            samples++;
        }
        return 2 * Math.sqrt(last * last + lastButOne * lastButOne - turn * last * lastButOne) / samples;
    }
}
