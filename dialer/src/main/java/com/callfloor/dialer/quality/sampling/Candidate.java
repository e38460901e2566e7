package com.callfloor.dialer.quality.sampling;

import java.util.EnumSet;
import java.util.Set;

import com.callfloor.dialer.calls.AttemptId;

/** A call that may be drawn. {@code weight}: 1 without any reason. */
public record Candidate(AttemptId call, long agent, int weight, Set<Risk> reasons) {
    public Candidate {
        reasons = reasons.isEmpty() ? EnumSet.noneOf(Risk.class) : EnumSet.copyOf(reasons);
    }
}
