package com.callfloor.recorder.audio;

/**
 * A recording as it is drawn.
 *
 * @param debtorPeaks loudest sample of each {@link #PEAKS_A_SECOND}th of a second, unsigned bytes of full scale, in base64
 * @param agentPeaks the same, equally many
 */
public record Waveform(String debtorPeaks, String agentPeaks, Conversation conversation) {
    public static final int PEAKS_A_SECOND = Peaks.A_SECOND;
}
