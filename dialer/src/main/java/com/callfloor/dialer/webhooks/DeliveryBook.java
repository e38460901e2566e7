package com.callfloor.dialer.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The messages on their way, kept; any number of nodes may work on the same. Instants are the real clock's. */
public interface DeliveryBook {
    /**
     * Takes messages that are due, those due longest first. They are due again at {@code until}, unless one of the
     * methods below is told before what came of them: whoever takes them may die.
     */
    List<Delivery> take(String receiver, int most, Instant now, Instant until);

    void delivered(long id, Sent sent, Instant at);

    void again(long id, Sent sent, Instant at, Instant nextAt);

    void dead(long id, Sent sent, Instant at);

    /** Notes that a receiver is gone; what is pending for it is dead, but for what somebody asked for. */
    void gone(Receiver receiver, Instant at);

    /** A receiver that was gone took a message. */
    void back(Receiver receiver);

    /** Since when it is gone; empty if it is not, or has another url by now. */
    Optional<Instant> goneSince(Receiver receiver);

    /** By falling id. */
    List<Delivery> page(Filter filter, @Nullable Long before, int limit);

    /** Empty: any. */
    record Filter(Optional<DeliveryState> state, Optional<String> receiver) {}

    Optional<Delivery> byId(long id);

    /** Makes it due at once, as if it were new; empty if there is none. One that is pending is tried now. */
    Optional<Delivery> resend(long id, Instant at);

    /** Writes a message of kind {@link EventKind#TEST}. */
    Delivery test(Receiver receiver, Instant at);

    /** By receiver, only those that have any. */
    Map<String, Counts> counts();

    record Counts(long pending, long dead) {}

    /** Forgets what was over by then; returns how many. */
    int clean(Instant deliveredBefore, Instant deadBefore);
}
