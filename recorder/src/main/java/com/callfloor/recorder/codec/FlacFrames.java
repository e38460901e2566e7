package com.callfloor.recorder.codec;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

import com.callfloor.recorder.audio.PcmFormat;

/** The frames of a FLAC recording as {@link FlacEncoder} writes it. */
final class FlacFrames extends FramesInputStream {
    private static final int BUFFER_BYTES = 65_536;
    private static final long BEGINNING = 0x664c_6143_8000_0022L;

    private final BitReader bits;
    private final int[] samples = new int[FlacEncoder.BLOCK_FRAMES];
    private final byte[] frames = new byte[FlacEncoder.BLOCK_FRAMES * PcmFormat.FRAME_BYTES];

    /** @throws InvalidSoundException when the stream does not begin as an encoder of this house begins */
    FlacFrames(InputStream flac) throws IOException {
        super(flac);
        bits = new BitReader(new BufferedInputStream(flac, BUFFER_BYTES));
        long begins = (bits.read(32) << 32) | bits.read(32);
        if (begins != BEGINNING) {
            throw new InvalidSoundException("it does not begin as FLAC does");
        }
        for (int i = 0; i < FlacEncoder.STREAM_INFO_BYTES; i++) {
            bits.read(8);
        }
    }

    @Override
    void more() throws IOException {
        bits.restartCrc();
        if (bits.ended()) {
            return;
        }
        int size = readHeader();
        for (int channel = 0; channel < PcmFormat.CHANNELS; channel++) {
            readSubframe(size);
            int at = channel * PcmFormat.SAMPLE_BYTES;
            for (int i = 0; i < size; i++, at += PcmFormat.FRAME_BYTES) {
                frames[at] = (byte) samples[i];
                frames[at + 1] = (byte) (samples[i] >> 8);
            }
        }
        bits.align();
        int crc = bits.crc16();
        if (bits.read(16) != crc) {
            throw new InvalidSoundException("the checksum of a FLAC frame is wrong");
        }
        give(frames, 0, size * PcmFormat.FRAME_BYTES);
    }

    private int readHeader() throws IOException {
        int sync = (int) bits.read(16);
        int size = (int) bits.read(4);
        if (sync != FlacEncoder.SYNC || bits.read(4) != FlacEncoder.RATE_8_KHZ
                || bits.read(8) != FlacEncoder.CHANNELS_AND_BITS
                || (size != FlacEncoder.SIZE_4096 && size != FlacEncoder.SIZE_IN_16_BITS)) {
            throw new InvalidSoundException("not a FLAC frame as the recorder writes it");
        }
        int first = (int) bits.read(8);
        for (int bit = 0x40; first >= 0x80 && (first & bit) != 0; bit >>= 1) {
            bits.read(8);
        }
        int frames = size == FlacEncoder.SIZE_4096 ? FlacEncoder.BLOCK_FRAMES : (int) bits.read(16) + 1;
        if (frames > FlacEncoder.BLOCK_FRAMES) {
            throw new InvalidSoundException("a FLAC frame has " + frames + " samples");
        }
        bits.read(8);
        return frames;
    }

    private void readSubframe(int size) throws IOException {
        int type = (int) bits.read(8) >> 1;
        int order = type == FlacSubframe.VERBATIM ? size : type - FlacSubframe.FIXED;
        if (order < 0 || order > size || (type != FlacSubframe.VERBATIM && order > FlacSubframe.HIGHEST_ORDER)) {
            throw new InvalidSoundException("a FLAC subframe of a kind that the recorder does not write");
        }
        for (int i = 0; i < order; i++) {
            samples[i] = bits.readSigned(FlacSubframe.SAMPLE_BITS);
        }
        if (type == FlacSubframe.VERBATIM) {
            return;
        }
        long method = bits.read(2);
        int partitions = 1 << (int) bits.read(4);
        if (method != 0 || size % partitions != 0) {
            throw new InvalidSoundException("a FLAC residual of a kind that the recorder does not write");
        }
        int partition = size / partitions;
        for (int from = 0; from < size; from += partition) {
            int parameter = (int) bits.read(FlacSubframe.PARAMETER_BITS);
            for (int i = Math.max(from, order); i < from + partition; i++) {
                int folded = (bits.unary() << parameter) | (int) bits.read(parameter);
                samples[i] = predicted(order, i) + ((folded >>> 1) ^ -(folded & 1));
            }
        }
    }

    private int predicted(int order, int i) {
        return switch (order) {
            case 0 -> 0;
            case 1 -> samples[i - 1];
            case 2 -> 2 * samples[i - 1] - samples[i - 2];
            case 3 -> 3 * samples[i - 1] - 3 * samples[i - 2] + samples[i - 3];
            default -> 4 * samples[i - 1] - 6 * samples[i - 2] + 4 * samples[i - 3] - samples[i - 4];
        };
    }
}
