package com.callfloor.dialer.webhooks;

import java.time.Instant;

/** The way to the receivers. For any thread. */
public interface Sender {
    /**
     * Sends one message and waits for the answer, for a bounded time.
     *
     * @param at signed with it: now, by the real clock
     * @param body as it goes over the wire
     */
    Sent send(Receiver receiver, String messageId, Instant at, String body) throws InterruptedException;
}
