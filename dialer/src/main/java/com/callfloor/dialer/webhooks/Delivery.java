package com.callfloor.dialer.webhooks;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One message on its way to one receiver. All times are the real clock's.
 *
 * @param messageId the same at every try, and for every receiver of the event
 * @param body JSON, as it is sent
 * @param asked somebody asked for this try: it is made even where the receiver is gone
 * @param nextAt when it is tried next; null unless it is pending
 * @param tries made so far
 * @param lastStatus the receiver's latest HTTP status; null: no answer
 */
public record Delivery(long id, String messageId, String receiver, EventKind kind, DeliveryState state, String body,
        boolean asked, Instant createdAt, @Nullable Instant nextAt, int tries, @Nullable Instant lastTryAt,
        @Nullable Integer lastStatus, @Nullable String lastProblem, @Nullable Instant endedAt) {}
