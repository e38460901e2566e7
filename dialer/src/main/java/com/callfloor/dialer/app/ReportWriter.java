package com.callfloor.dialer.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.callfloor.dialer.app.FloorReport.Millis;
import com.callfloor.dialer.app.FloorReport.RecordingCounts;
import com.callfloor.dialer.calls.CallLog;
import com.callfloor.dialer.floor.FloorTallies;
import com.callfloor.dialer.floor.Latencies;
import com.callfloor.dialer.recordings.RecordingCatalogue;
import com.callfloor.recorder.service.LatencySummary;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;

/** Adds up a run: counts from the books, delays from those who measured them. */
final class ReportWriter {
    private static final double NANOS_PER_MILLI = 1_000_000;
    private static final double MILLIS_PER_SECOND = 1_000;

    private final ObjectMapper json = new ObjectMapper()
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT);

    FloorReport of(Dialer dialer, List<Duration> answerToScreenPop, int agents, Duration ran) {
        FloorTallies tallies = dialer.tallies();
        CallLog.Totals calls = dialer.callTotals();
        RecordingCatalogue.Totals recordings = dialer.recordingTotals();
        var pops = new Latencies();
        answerToScreenPop.forEach(pops::add);
        Millis playable = dialer.recorderSnapshot()
                .map(snapshot -> millis(snapshot.hangupToPlayable()))
                .orElse(new Millis(0, 0, 0));
        long missing = Math.max(recordings.missing(), recordings.expected() - recordings.stored());
        List<String> errors = new ArrayList<>();
        if (calls.open() > 0) {
            errors.add(calls.open() + " attempts are not closed");
        }
        if (missing > 0) {
            errors.add(missing + " recordings are not stored");
        }
        return new FloorReport(calls.attempts(), calls.answered(), calls.connected(), calls.abandoned(),
                calls.failed(), tallies.deniedByRule(), millis(tallies.answerToBridge()), millis(pops.view()),
                playable,
                new RecordingCounts(recordings.expected(), recordings.stored(), recordings.verified(), missing),
                tallies.occupancy(), agents, ran.toMillis() / MILLIS_PER_SECOND, errors);
    }

    void write(FloorReport report, Path file) throws IOException {
        Files.writeString(file, json.writeValueAsString(report) + "\n");
    }

    private static Millis millis(Latencies.View view) {
        return new Millis(view.p50(), view.p99(), view.max());
    }

    private static Millis millis(LatencySummary summary) {
        return new Millis(summary.p50().toNanos() / NANOS_PER_MILLI, summary.p99().toNanos() / NANOS_PER_MILLI,
                summary.max().toNanos() / NANOS_PER_MILLI);
    }
}
