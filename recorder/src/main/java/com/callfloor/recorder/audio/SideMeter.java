package com.callfloor.recorder.audio;

import static com.callfloor.recorder.audio.SideLevels.FLOOR_DBFS;
import static com.callfloor.recorder.audio.SideLevels.HEARD_DBFS;

/** Adds up one side's samples in constant memory. Not thread-safe. */
final class SideMeter {
    private static final int WINDOW_SAMPLES = PcmFormat.SAMPLE_RATE_HZ / 50;
    private static final double FULL_SCALE = 32_768.0;
    private static final double HEARD_SQUARES = WINDOW_SAMPLES
            * Math.pow(FULL_SCALE * Math.pow(10, HEARD_DBFS / 20), 2);

    private long samples;
    /** Sum of squares: 37 hours at full scale stay below 2^61. */
    private long squares;
    private long windowSquares;
    private int inWindow;
    private int peak;
    private long firstHeard = -1;

    void add(short sample) {
        int value = sample;
        peak = Math.max(peak, Math.abs(value));
        long square = (long) value * value;
        squares += square;
        windowSquares += square;
        samples++;
        if (++inWindow == WINDOW_SAMPLES) {
            closeWindow();
        }
    }

    /** The levels so far. A last window that is not full counts by what it holds. */
    SideLevels levels() {
        long heardFrom = firstHeard < 0 && windowSquares >= HEARD_SQUARES ? samples - inWindow : firstHeard;
        boolean silent = heardFrom < 0;
        double rms = samples == 0 ? 0 : Math.sqrt((double) squares / samples);
        return new SideLevels(dbfs(rms), dbfs(peak), PcmFormat.duration(silent ? samples : heardFrom), silent);
    }

    private void closeWindow() {
        if (firstHeard < 0 && windowSquares >= HEARD_SQUARES) {
            firstHeard = samples - WINDOW_SAMPLES;
        }
        windowSquares = 0;
        inWindow = 0;
    }

    private static double dbfs(double amplitude) {
        return amplitude <= 0 ? FLOOR_DBFS : Math.max(FLOOR_DBFS, 20 * Math.log10(amplitude / FULL_SCALE));
    }
}
