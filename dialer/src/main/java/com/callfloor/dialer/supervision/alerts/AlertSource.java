package com.callfloor.dialer.supervision.alerts;

import java.time.Instant;
import java.util.Map;

import com.callfloor.dialer.supervision.alerts.FloorFigures.AnswerFigures;
import com.callfloor.dialer.supervision.alerts.FloorFigures.RecordingFigures;

/** What the books know of each campaign, by its id; one that is not in a map has nothing to tell. Blocks on the database. */
public interface AlertSource {
    Map<String, AnswerFigures> answers(Instant now);

    /** Empty where no cadence target is in force. */
    Map<String, CaseFigures> cadence(Instant now);

    /** Of the hour before {@code now}. */
    RecordingFigures recordings(Instant now);

    /** Cases that have been open all week, and those of them that have had their cadence target in it. */
    record CaseFigures(long cases, long met) {}
}
