package com.callfloor.dialer.quality.sampling;

import java.util.Collection;
import java.util.Map;

import com.callfloor.dialer.calls.AttemptId;

/** The figures that were measured in recordings. Blocks on the database. */
public interface TalkFiguresBook {
    /** Nothing was measured. */
    TalkFiguresBook NONE = calls -> Map.of();

    /** The figures of those of these calls that have any. */
    Map<AttemptId, TalkFigures> of(Collection<AttemptId> calls);
}
