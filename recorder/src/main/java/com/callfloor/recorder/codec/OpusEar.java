package com.callfloor.recorder.codec;

import java.io.IOException;

import com.callfloor.recorder.audio.PcmFormat;
import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;

/** Decodes both sides' packets into interleaved frames. Not thread-safe. */
final class OpusEar {
    private final OpusDecoder debtor = decoder();
    private final OpusDecoder agent = decoder();
    private final short[] samples = new short[OpusSide.PACKET_FRAMES];
    private final byte[] frames = new byte[OpusSide.PACKET_FRAMES * PcmFormat.FRAME_BYTES];

    /** The frames of one packet, in an array that the next call fills anew. */
    byte[] decode(byte[] debtorPacket, int debtorLength, byte[] agentPacket, int agentLength) throws IOException {
        decode(debtor, debtorPacket, debtorLength, 0);
        decode(agent, agentPacket, agentLength, 1);
        return frames;
    }

    private void decode(OpusDecoder decoder, byte[] packet, int length, int channel) throws IOException {
        try {
            int got = decoder.decode(packet, 0, length, samples, 0, OpusSide.PACKET_FRAMES, false);
            if (got != OpusSide.PACKET_FRAMES) {
                throw new InvalidSoundException("an Opus packet holds " + got + " frames, not "
                        + OpusSide.PACKET_FRAMES);
            }
        } catch (OpusException | RuntimeException e) {
            throw new InvalidSoundException("the Opus decoder failed: " + e, e);
        }
        int at = channel * PcmFormat.SAMPLE_BYTES;
        for (short sample : samples) {
            frames[at] = (byte) sample;
            frames[at + 1] = (byte) (sample >> 8);
            at += PcmFormat.FRAME_BYTES;
        }
    }

    private static OpusDecoder decoder() {
        try {
            return new OpusDecoder(PcmFormat.SAMPLE_RATE_HZ, 1);
        } catch (OpusException e) {
            throw new AssertionError("8 kHz mono is what Opus gives", e);
        }
    }
}
