package com.callfloor.dialer.pbx;

import java.time.Instant;
import java.util.Optional;

import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.OutsideLeg;
import org.jspecify.annotations.Nullable;

/** What is known of one channel of ours, from its request to its end. Confined to the dispatch thread. */
final class LiveChannel {
    final String id;
    final Party party;
    /** When this side last heard or asked something of it; {@link System#nanoTime}. */
    long touchedNanos = System.nanoTime();
    /** Null until the PBX has made the channel: until then nothing can be done to it. */
    @Nullable
    String name;
    boolean rang;
    boolean earlyMedia;
    boolean up;
    /** When a debtor answered, as long as the floor was not told. */
    @Nullable
    Instant answeredAt;
    boolean recorded;
    boolean messageBegan;
    boolean detected;
    /** A hang-up was asked for before there was a channel to hang up. */
    boolean endWanted;
    /** An agent's leg is in its wait, and the floor knows. */
    boolean waits;
    /** A debtor hears music instead of the agent. */
    boolean held;
    /** The PBX may believe that this debtor is put through to the outside. */
    boolean givenOutside;
    @Nullable
    String bridge;
    /** The bridge is a room, out of which no channel can be bridged. */
    boolean room;
    /** Of its Originate, if this link asked for it: an attempt may be placed twice, and the first answer come late. */
    @Nullable
    String actionId;
    /** Whether an OriginateResponse is still to come, and what the last one said. */
    boolean responseDue;
    int reason;
    /** Its end or failure was told. */
    boolean over;
    /** The channel has ended without a cause, which the response that is still to come may tell. */
    boolean endHeld;

    LiveChannel(String id, Party party) {
        this.id = id;
        this.party = party;
    }

    boolean exists() {
        return name != null;
    }

    /** Empty unless it is a call to the outside. */
    Optional<OutsideLeg> outside() {
        return party instanceof Party.Outside outside ? Optional.of(outside.leg()) : Optional.empty();
    }

    /** Empty unless it is an agent's. */
    Optional<LegId> leg() {
        return party instanceof Party.Agent agent ? Optional.of(agent.leg()) : Optional.empty();
    }
}
