package com.callfloor.dialer.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

import com.callfloor.recorder.audio.RecordingFormat;
import com.callfloor.recorder.codec.Encoding;

/** A stereo recording, raw or as it is fetched: left what the debtor said, right what the debtor heard. */
public final class StereoSound {
    private static final int HEADER = 44;
    private static final int RATE = 8_000;
    private static final int AUDIBLE = 500;

    private final short[] left;
    private final short[] right;

    private StereoSound(short[] left, short[] right) {
        this.left = left;
        this.right = right;
    }

    /** What the API serves. */
    public static StereoSound ofOgg(byte[] ogg) throws IOException {
        try (InputStream frames = Encoding.frames(RecordingFormat.OPUS, new ByteArrayInputStream(ogg))) {
            return of(ByteBuffer.wrap(frames.readAllBytes()));
        }
    }

    /** What the API serves to those who want samples. */
    public static StereoSound ofWav(byte[] wav) {
        return of(ByteBuffer.wrap(wav, HEADER, wav.length - HEADER));
    }

    /** What the PBX writes. */
    public static StereoSound ofRaw(Path file) throws IOException {
        return of(ByteBuffer.wrap(Files.readAllBytes(file)));
    }

    private static StereoSound of(ByteBuffer samples) {
        ByteBuffer bytes = samples.order(ByteOrder.LITTLE_ENDIAN);
        int length = bytes.remaining() / 4;
        short[] left = new short[length];
        short[] right = new short[length];
        for (int i = 0; i < length; i++) {
            left[i] = bytes.getShort();
            right[i] = bytes.getShort();
        }
        return new StereoSound(left, right);
    }

    /** Samples of the debtor's side. */
    public short[] left() {
        return left;
    }

    /** Samples of the agent's side. */
    public short[] right() {
        return right;
    }

    /** Playing time. */
    public Duration length() {
        return Duration.ofMillis(1_000L * left.length / RATE);
    }

    /** When something is first heard on a side; the length if never. */
    public static Duration firstHeard(short[] side) {
        int i = 0;
        while (i < side.length && Math.abs(side[i]) < AUDIBLE) {
            i++;
        }
        return Duration.ofMillis(1_000L * i / RATE);
    }

    /** The middle half of a side, where nobody comes or goes. */
    public static short[] middle(short[] side) {
        return Arrays.copyOfRange(side, side.length / 4, side.length * 3 / 4);
    }

    /** The amplitude of one frequency in a side, by Goertzel's algorithm. */
    public static double amplitude(short[] side, int hertz) {
        double turn = 2 * Math.cos(2 * Math.PI * hertz / RATE);
        double last = 0;
        double beforeLast = 0;
        for (short sample : side) {
            double now = sample + turn * last - beforeLast;
            beforeLast = last;
            last = now;
        }
        double power = last * last + beforeLast * beforeLast - turn * last * beforeLast;
        return 2 * Math.sqrt(Math.max(0, power)) / side.length;
    }
}
