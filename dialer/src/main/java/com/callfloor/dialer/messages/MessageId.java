package com.callfloor.dialer.messages;

import java.util.Optional;
import java.util.UUID;

/** A message's identity. The gateway gets it as the client's reference, so that a provider can tell a second try. */
public record MessageId(UUID value) {
    public static MessageId next() {
        return new MessageId(UUID.randomUUID());
    }

    public static Optional<MessageId> parse(String text) {
        try {
            UUID uuid = UUID.fromString(text);
            return uuid.toString().equals(text) ? Optional.of(new MessageId(uuid)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
