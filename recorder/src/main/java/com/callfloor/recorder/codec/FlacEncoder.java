package com.callfloor.recorder.codec;

import java.io.IOException;
import java.io.OutputStream;

import com.callfloor.recorder.audio.Levels;
import com.callfloor.recorder.audio.PcmFormat;

/** Frames into FLAC (RFC 9639): blocks of 4,096 frames, sides apart, fixed predictors. Bit-exact. */
final class FlacEncoder implements FrameEncoder {
    static final int BLOCK_FRAMES = 4_096;
    static final int SYNC = 0xfff8;
    static final int SIZE_4096 = 0b1100;
    static final int SIZE_IN_16_BITS = 0b0111;
    /** 8 kHz, two independent channels, 16 bits. */
    static final int RATE_8_KHZ = 0b0100;
    static final int CHANNELS_AND_BITS = 0b0001_1000;
    static final int STREAM_INFO_BYTES = 34;

    private final long frames;
    private final byte[] md5;
    private final BitWriter bits = new BitWriter();
    private final FlacSubframe subframe = new FlacSubframe(bits);
    private final byte[] pending = new byte[BLOCK_FRAMES * PcmFormat.FRAME_BYTES];
    private final int[] samples = new int[BLOCK_FRAMES];
    private int filled;
    private long number;
    private boolean begun;

    /**
     * @param frames how many there will be
     * @param md5 of all of them, which every FLAC decoder compares
     */
    FlacEncoder(long frames, byte[] md5) {
        this.frames = frames;
        this.md5 = md5.clone();
    }

    @Override
    public void add(byte[] frameBytes, int length, OutputStream out) throws IOException {
        begin(out);
        int at = 0;
        while (at < length) {
            int part = Math.min(length - at, pending.length - filled);
            System.arraycopy(frameBytes, at, pending, filled, part);
            filled += part;
            at += part;
            if (filled == pending.length) {
                writeBlock(out);
            }
        }
    }

    @Override
    public void end(Levels levels, OutputStream out) throws IOException {
        begin(out);
        if (filled > 0) {
            writeBlock(out);
        }
    }

    private void begin(OutputStream out) throws IOException {
        if (begun) {
            return;
        }
        begun = true;
        bits.write(0x664c_6143, 32);
        bits.write(0x80, 8);
        bits.write(STREAM_INFO_BYTES, 24);
        bits.write(BLOCK_FRAMES, 16);
        bits.write(BLOCK_FRAMES, 16);
        bits.write(0, 24);
        bits.write(0, 24);
        bits.write(PcmFormat.SAMPLE_RATE_HZ, 20);
        bits.write(PcmFormat.CHANNELS - 1, 3);
        bits.write(8 * PcmFormat.SAMPLE_BYTES - 1, 5);
        bits.write(frames >>> 32, 4);
        bits.write(frames, 32);
        for (byte each : md5) {
            bits.write(each, 8);
        }
        take(out);
    }

    private void writeBlock(OutputStream out) throws IOException {
        int size = filled / PcmFormat.FRAME_BYTES;
        filled = 0;
        bits.write(SYNC, 16);
        bits.write(size == BLOCK_FRAMES ? SIZE_4096 : SIZE_IN_16_BITS, 4);
        bits.write(RATE_8_KHZ, 4);
        bits.write(CHANNELS_AND_BITS, 8);
        writeNumber(number++);
        if (size != BLOCK_FRAMES) {
            bits.write(size - 1, 16);
        }
        bits.write(FlacCrc.crc8(bits.bytes(), bits.length()), 8);
        for (int channel = 0; channel < PcmFormat.CHANNELS; channel++) {
            for (int i = 0; i < size; i++) {
                samples[i] = PcmFormat.sample(pending, i * PcmFormat.FRAME_BYTES + channel * PcmFormat.SAMPLE_BYTES);
            }
            subframe.write(samples, size);
        }
        bits.align();
        bits.write(FlacCrc.crc16(bits.bytes(), bits.length()), 16);
        take(out);
    }

    /** As UTF-8 writes characters, carried on to 31 bits. */
    private void writeNumber(long value) {
        if (value < 0x80) {
            bits.write(value, 8);
            return;
        }
        int more = 1;
        while (value >= 1L << (5 * more + 6)) {
            more++;
        }
        bits.write(((0xff00 >> (more + 1)) & 0xff) | (value >>> (6 * more)), 8);
        for (int left = more - 1; left >= 0; left--) {
            bits.write(0x80 | ((value >>> (6 * left)) & 0x3f), 8);
        }
    }

    private void take(OutputStream out) throws IOException {
        out.write(bits.bytes(), 0, bits.length());
        bits.clear();
    }
}
