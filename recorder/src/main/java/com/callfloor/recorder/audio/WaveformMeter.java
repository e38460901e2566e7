package com.callfloor.recorder.audio;

import java.time.Duration;

/** Draws both sides of interleaved frames, debtor left: 40 bytes a second, and its marks. Not thread-safe. */
final class WaveformMeter {
    private final Peaks debtorPeaks = new Peaks();
    private final Peaks agentPeaks = new Peaks();
    private final SpeechMeter debtor = new SpeechMeter(Mark.Kind.DEBTOR);
    private final SpeechMeter agent = new SpeechMeter(Mark.Kind.AGENT);

    void add(byte[] block, int length) {
        for (int at = 0; at < length; at += PcmFormat.FRAME_BYTES) {
            short left = PcmFormat.sample(block, at);
            short right = PcmFormat.sample(block, at + PcmFormat.SAMPLE_BYTES);
            debtorPeaks.add(left);
            debtor.add(left);
            agentPeaks.add(right);
            agent.add(right);
        }
    }

    /** The whole; the meter is of no use afterwards. */
    Waveform end(Duration length) {
        return new Waveform(debtorPeaks.end(), agentPeaks.end(),
                Conversation.of(debtor.end(), agent.end(), length));
    }
}
