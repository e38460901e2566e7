package com.callfloor.recorder.audio;

import java.time.Duration;

/**
 * How loud one side of a recording is.
 *
 * @param rmsDbfs root mean square over the whole side in dB below full scale, {@link #FLOOR_DBFS} to 0
 * @param peakDbfs largest sample, the same scale
 * @param leadingSilence time until the side is first heard; the whole length if it never is. In steps of 20 ms
 * @param silent nothing on this side is as loud as {@link #HEARD_DBFS}
 */
public record SideLevels(double rmsDbfs, double peakDbfs, Duration leadingSilence, boolean silent) {
    /** Stands for digital silence, whose logarithm no database or JSON number can hold. 16 bits reach -90.3. */
    public static final double FLOOR_DBFS = -96.0;
    /** A 20 ms window with this RMS or more is heard. An idle telephone line lies near -60, quiet speech near -35. */
    public static final double HEARD_DBFS = -50.0;
}
