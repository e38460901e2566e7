package com.callfloor.recorder.audio;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells when one side speaks, by energy with hysteresis, over windows of 20 ms: speech begins with the first of
 * {@link #WINDOWS_TO_BEGIN} windows in a row with {@link #BEGINS_DBFS} or more, goes on as long as windows have
 * {@link #GOES_ON_DBFS} or more, and outlives pauses below that of less than {@link #PAUSE_MS}. It ends with its last loud
 * window. Clicks and an idle line's noise stay below; music and a loud street do not. Not thread-safe.
 */
final class SpeechMeter {
    /** Quiet speech lies near -35, an idle telephone line near -60. */
    static final double BEGINS_DBFS = -45;
    static final double GOES_ON_DBFS = SideLevels.HEARD_DBFS;
    static final int WINDOWS_TO_BEGIN = 3;
    static final int PAUSE_MS = 300;
    static final int WINDOW_MS = 20;

    private static final int WINDOW_SAMPLES = PcmFormat.SAMPLE_RATE_HZ * WINDOW_MS / 1_000;
    private static final double FULL_SCALE = 32_768.0;
    private static final double BEGINS = squares(BEGINS_DBFS);
    private static final double GOES_ON = squares(GOES_ON_DBFS);

    private final Mark.Kind kind;
    private final List<Mark> spans = new ArrayList<>();
    private long windowSquares;
    private int inWindow;
    private long window;
    private long begun = -1;
    private int loudInARow;
    private long lastLoud;

    SpeechMeter(Mark.Kind kind) {
        this.kind = kind;
    }

    void add(short sample) {
        windowSquares += (long) sample * sample;
        if (++inWindow == WINDOW_SAMPLES) {
            closeWindow();
        }
    }

    /** What was spoken, in order; a last window that is not full counts as silence. The meter is of no use afterwards. */
    List<Mark> end() {
        closeSpan();
        return spans;
    }

    private void closeWindow() {
        boolean speaking = begun >= 0;
        if (windowSquares >= (speaking ? GOES_ON : BEGINS)) {
            loudInARow++;
            lastLoud = window;
            if (!speaking && loudInARow == WINDOWS_TO_BEGIN) {
                begun = window - WINDOWS_TO_BEGIN + 1;
            }
        } else {
            loudInARow = 0;
            if (speaking && (window - lastLoud) * WINDOW_MS >= PAUSE_MS) {
                closeSpan();
            }
        }
        windowSquares = 0;
        inWindow = 0;
        window++;
    }

    private void closeSpan() {
        if (begun >= 0) {
            spans.add(new Mark(kind, begun * WINDOW_MS, (lastLoud + 1) * WINDOW_MS));
            begun = -1;
        }
    }

    private static double squares(double dbfs) {
        return WINDOW_SAMPLES * Math.pow(FULL_SCALE * Math.pow(10, dbfs / 20), 2);
    }
}
