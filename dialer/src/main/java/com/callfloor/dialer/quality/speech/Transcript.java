package com.callfloor.dialer.quality.speech;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.scripts.Language;

/**
 * What was said on a call, by time.
 *
 * @param source who made it: an engine's name, or a sign-in
 */
public record Transcript(AttemptId call, Language language, String source, Instant at, List<Segment> segments) {
    public Transcript {
        segments = segments.stream().sorted(Comparator.comparingLong(Segment::fromMs)).toList();
    }
}
