package com.callfloor.dialer.rules.history;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Calls in order of time, the earliest first. Immutable. */
public final class CallHistory {
    private static final CallHistory NONE = new CallHistory(List.of());

    private final List<PastCall> calls;

    private CallHistory(List<PastCall> calls) {
        this.calls = calls;
    }

    public static CallHistory none() {
        return NONE;
    }

    /** Takes calls in any order; among those of one instant the given order stays. */
    public static CallHistory of(Collection<PastCall> calls) {
        return new CallHistory(calls.stream().sorted(Comparator.comparing(PastCall::at)).toList());
    }

    /** Takes calls that are in order of time already. */
    public static CallHistory ofSorted(List<PastCall> calls) {
        return new CallHistory(List.copyOf(calls));
    }

    public int size() {
        return calls.size();
    }

    /** The call at {@code index}, 0 being the earliest. */
    public PastCall get(int index) {
        return calls.get(index);
    }

    /** What had happened up to and including {@code instant}. */
    public CallHistory until(Instant instant) {
        int end = calls.size();
        while (end > 0 && calls.get(end - 1).at().isAfter(instant)) {
            end--;
        }
        return end == calls.size() ? this : new CallHistory(calls.subList(0, end));
    }
}
