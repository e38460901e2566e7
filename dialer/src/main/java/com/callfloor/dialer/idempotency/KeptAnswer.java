package com.callfloor.dialer.idempotency;

import org.jspecify.annotations.Nullable;

/** The first answer to a write. {@code mediaType} and {@code body}: both null where it has no content. */
public record KeptAnswer(int status, @Nullable String mediaType, @Nullable String body) {
    /** @throws IllegalArgumentException for an answer that says that the request may not have been done */
    public KeptAnswer {
        if (status < 200 || status >= 500) {
            throw new IllegalArgumentException("answers of " + status + " are not kept");
        }
    }
}
