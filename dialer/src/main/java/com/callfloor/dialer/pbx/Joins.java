package com.callfloor.dialer.pbx;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.floor.PbxEvent;
import com.callfloor.dialer.words.Words;

/** The connects that are under way, each answered once. Confined to the dispatch thread. */
final class Joins {
    /** {@code serial} tells a join from an equal one that began later. */
    private record Join(AttemptId attempt, LegId leg, long serial) {}

    private final Map<AttemptId, Join> underWay = new HashMap<>();
    private final Dispatcher dispatcher;
    private final Duration patience;
    private final InstantSource clock;
    private final Consumer<PbxEvent> floor;
    private long serials;

    Joins(Dispatcher dispatcher, Duration patience, InstantSource clock, Consumer<PbxEvent> floor) {
        this.dispatcher = dispatcher;
        this.patience = patience;
        this.clock = clock;
        this.floor = floor;
    }

    /** Begins to wait for the two to meet; a connect of the same attempt that is under way has failed with that. */
    void begin(AttemptId attempt, LegId leg) {
        fail(attempt, new Words("another agent was chosen meanwhile", "此间已选定另一位坐席"));
        Join join = new Join(attempt, leg, ++serials);
        underWay.put(attempt, join);
        dispatcher.after(patience, () -> {
            if (join.equals(underWay.get(attempt))) {
                fail(attempt, Words.of("the two did not meet within %d ms", "双方未能在 %d 毫秒内接通", patience.toMillis()));
            }
        });
    }

    /** With whom they were to meet, if a connect was under way. */
    Optional<LegId> met(AttemptId attempt) {
        return Optional.ofNullable(underWay.remove(attempt)).map(Join::leg);
    }

    void fail(AttemptId attempt, Words why) {
        Join join = underWay.remove(attempt);
        if (join != null) {
            refuse(join.attempt(), join.leg(), why);
        }
    }

    void fail(LegId leg, Words why) {
        for (Join join : List.copyOf(underWay.values())) {
            if (join.leg().equals(leg)) {
                fail(join.attempt(), why);
            }
        }
    }

    /** Answers a connect that cannot even begin. */
    void refuse(AttemptId attempt, LegId leg, Words why) {
        floor.accept(new PbxEvent.ConnectFailed(clock.instant(), attempt, leg, why));
    }

    boolean waitFor(LegId leg) {
        return underWay.values().stream().anyMatch(join -> join.leg().equals(leg));
    }

    /** Forgets all: the link is lost, and the next snapshot tells who met. */
    void clear() {
        underWay.clear();
    }
}
