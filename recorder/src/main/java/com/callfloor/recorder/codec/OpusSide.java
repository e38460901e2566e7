package com.callfloor.recorder.codec;

import java.io.IOException;

import com.callfloor.recorder.audio.PcmFormat;
import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import io.github.jaredmdobson.concentus.OpusMode;
import io.github.jaredmdobson.concentus.OpusSignal;

/** One side's Opus encoder: mono, 8 kHz, packets of 20 ms. Not thread-safe. */
final class OpusSide {
    /** Frames in a packet. */
    static final int PACKET_FRAMES = PcmFormat.SAMPLE_RATE_HZ / 50;
    /** No packet of this bitrate comes near it. */
    static final int MOST_PACKET_BYTES = 1_275;
    /** Noise on both sides at once, which takes most, then makes 11 % of WAV; speech makes 6 to 9 %. */
    private static final int BITS_PER_SECOND = 14_000;
    /** Twice as fast as 5 and three times as 8, for less than a decibel. */
    private static final int COMPLEXITY = 0;

    private final OpusEncoder encoder;
    private final short[] samples = new short[PACKET_FRAMES];

    OpusSide() {
        try {
            // AUDIO rather than VOIP: VOIP shapes the voice, which makes it pleasant and the recording less true.
            encoder = new OpusEncoder(PcmFormat.SAMPLE_RATE_HZ, 1, OpusApplication.OPUS_APPLICATION_AUDIO);
        } catch (OpusException e) {
            throw new AssertionError("8 kHz mono is what Opus takes", e);
        }
        encoder.setForceMode(OpusMode.MODE_SILK_ONLY);
        encoder.setSignalType(OpusSignal.OPUS_SIGNAL_VOICE);
        encoder.setBitrate(BITS_PER_SECOND);
        encoder.setUseVBR(true);
        encoder.setComplexity(COMPLEXITY);
    }

    /** By how many frames what comes out is later than what went in. */
    int lookahead() {
        return encoder.getLookahead();
    }

    /** Encodes one packet's frames of one side out of interleaved ones; returns how many bytes the target then begins with. */
    int encode(byte[] frames, int channel, byte[] target) throws IOException {
        int at = channel * PcmFormat.SAMPLE_BYTES;
        for (int i = 0; i < PACKET_FRAMES; i++, at += PcmFormat.FRAME_BYTES) {
            samples[i] = PcmFormat.sample(frames, at);
        }
        try {
            return encoder.encode(samples, 0, PACKET_FRAMES, target, 0, MOST_PACKET_BYTES);
        } catch (OpusException | RuntimeException e) {
            throw new UnfaithfulEncodingException("the Opus encoder failed: " + e, e);
        }
    }
}
