package com.callfloor.dialer.floor;

import java.time.Instant;
import java.util.Optional;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;

/** Who is asked into a talk: an agent at a desk, or a supervisor without one. Confined to the floor's thread. */
interface Invitee {
    Agent who();

    /** Why they cannot be asked now. */
    Optional<Words> cannotCome(Instant now);

    /** From now on no other call may have them. */
    void keep(OpenCall call);

    /** The debtor waits for them: they are asked, or their phone is rung, where that is needed. */
    void ask(OpenCall call);

    /** Their line, once it is up. */
    Optional<LegId> line();

    /** Why they will not come any more. */
    Optional<Words> gaveUp(OpenCall call);

    /** From now on they are in the call, with its case before them; the debtor is not theirs. */
    void joins(OpenCall call, Instant at);

    /** Ends their part in a talk with others: their line goes back to where it was before. */
    void part();

    /** The debtor is theirs, and nobody else's. */
    void takes(OpenCall call, LegId leg, Instant at);

    /** Nothing came of it, or it is over for them. {@code why} is for them; null: they know. */
    void free(OpenCall call, Instant at, @Nullable Words why);

    /** Whether the attempt becomes theirs with the debtor: a supervisor's it does not. */
    boolean hasDesk();
}
