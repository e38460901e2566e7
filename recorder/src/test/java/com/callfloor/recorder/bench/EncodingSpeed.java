package com.callfloor.recorder.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;

import com.callfloor.recorder.audio.Inspection;
import com.callfloor.recorder.audio.RecordingFormat;
import com.callfloor.recorder.testing.Speech;

/** How fast a call is measured and encoded on one core, and how large it becomes. */
final class EncodingSpeed {
    private static final Duration LENGTH = Duration.ofSeconds(60);
    private static final int ROUNDS = 5;

    private EncodingSpeed() {}

    static String measure() throws IOException {
        byte[] frames = Speech.frames(LENGTH, true, true);
        Inspection measured = Stored.inspected(frames);
        StringBuilder report = new StringBuilder("""
                A minute of both sides' speech, in processor time of one core, decoding of what is encoded included
                """);
        report.append("  measure   %6.0fx realtime (hashes, levels, peaks, marks)%n"
                .formatted(fastest(() -> Stored.inspected(frames))));
        for (RecordingFormat format : RecordingFormat.values()) {
            double encodes = fastest(() -> Stored.encoded(format, frames, measured));
            double both = fastest(() -> Stored.of(format, frames));
            int bytes = Stored.encoded(format, frames, measured).length;
            report.append(
                    "  %-8s  %6.0fx realtime; with measuring and decoding once more %.0fx; %,d bytes a minute, %.1f %% of WAV%n"
                            .formatted(format.code(), encodes, both, bytes, 100.0 * bytes / (frames.length + 44)));
        }
        return report.toString();
    }

    private static double fastest(Work work) throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = threads.getCurrentThreadCpuTime();
            work.run();
            least = Math.min(least, threads.getCurrentThreadCpuTime() - before);
        }
        return (double) LENGTH.toNanos() / least;
    }

    private interface Work {
        Object run() throws IOException;
    }
}
