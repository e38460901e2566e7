package com.callfloor.dialer.dispositions;

import java.time.Instant;
import java.util.Optional;

import com.callfloor.dialer.promises.Promise;
import com.callfloor.dialer.rules.history.FactKind;
import com.callfloor.dialer.tasks.TaskKind;
import com.callfloor.dialer.words.Words;

/** Something that follows from a disposition by rule, about the case of its call. */
public sealed interface FollowUp {
    /** {@code aboutNumber}: it stands about the number that was called. */
    record NoteFact(FactKind kind, boolean aboutNumber, Words evidence) implements FollowUp {}

    /**
     * Takes the place of every earlier promise of the case that is open.
     *
     * @param callsWaitUntil the case is not called before this
     * @param checkAt when time alone may first change how it stands
     */
    record MakePromise(Promise promise, Optional<String> channel, Instant callsWaitUntil, Instant checkAt)
            implements
                FollowUp {}

    /**
     * Comes after the promise that it is about, if any.
     *
     * @param forAgent it is for the agent who gave the disposition
     * @param ofPromise it is about the promise that was just made, and ends with it
     * @param callsWaitUntil the case is not called before this, or the end of the task; empty: it keeps no call back
     */
    record AddTask(TaskKind kind, Instant dueAt, boolean forAgent, boolean ofPromise, Optional<String> channel,
            Optional<Words> text, Optional<Instant> callsWaitUntil) implements FollowUp {}

    /**
     * The case is due at that very time, whatever else is planned.
     *
     * @param othersFrom until then only the agent who gave the disposition gets the case; empty: whoever is free
     */
    record CallAt(Instant at, Optional<Instant> othersFrom) implements FollowUp {}
}
