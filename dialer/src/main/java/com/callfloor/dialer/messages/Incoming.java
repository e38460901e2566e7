package com.callfloor.dialer.messages;

import java.util.Optional;

/** Something that a provider tells. */
public sealed interface Incoming {
    /**
     * What became of a message.
     *
     * @param reference ours, if the provider tells it
     * @param providerId what the provider calls it; one of the two is there
     * @param arrived whether it arrived, or never will
     * @param words the provider's own word for it
     */
    record Report(Optional<MessageId> reference, Optional<String> providerId, boolean arrived, String words)
            implements
                Incoming {}

    /** Somebody answered a message. {@code from}: a number or an address. */
    record Answer(Recipient from, String text) implements Incoming {}

    /** A state on the way that changes nothing, or something that we did not ask for. */
    record Nothing(String words) implements Incoming {}
}
