package com.callfloor.dialer.dispositions;

import java.util.Optional;

import com.callfloor.dialer.calls.Disposition;
import org.jspecify.annotations.Nullable;

/**
 * What an agent says of a conversation.
 *
 * @param ownCode the floor's own disposition that was chosen, where it was one of these
 * @param note in the agent's words
 */
public record WrapUp(Disposition disposition, Optional<String> ownCode, @Nullable String note, Details details) {
    /** @throws IllegalArgumentException if the details are those of another disposition */
    public WrapUp {
        if (!details.fit(disposition)) {
            throw new IllegalArgumentException("these details do not go with " + disposition.code());
        }
    }

    /** One of the built-in dispositions. */
    public static WrapUp of(Disposition disposition, @Nullable String note, Details details) {
        return new WrapUp(disposition, Optional.empty(), note, details);
    }

    /** One of the built-in dispositions without details. */
    public static WrapUp of(Disposition disposition, @Nullable String note) {
        return of(disposition, note, new Details.None());
    }
}
