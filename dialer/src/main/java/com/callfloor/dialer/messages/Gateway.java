package com.callfloor.dialer.messages;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import com.callfloor.dialer.rules.history.Channel;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;

/** A provider that carries messages. Usable from any thread. */
public interface Gateway {
    /** Its one name in configuration, books and callback address. */
    String name();

    /** What it carries. */
    Set<Channel> channels();

    /** Whether it takes a message of the same reference only once, so that one may be sent again in doubt. */
    boolean idempotent();

    /** The longest that one try takes. */
    Duration longestTry();

    /** Hands a message over, once. Blocks; never throws for what the provider does. */
    Handed send(Outgoing message);

    /**
     * Reads what the provider tells us.
     *
     * @param header a request's header by its name; null where there is none
     * @throws NotAuthentic if it is not shown to come from the provider
     * @throws Unreadable if it is, and makes no sense
     */
    List<Incoming> read(UnaryOperator<@Nullable String> header, byte[] body) throws NotAuthentic, Unreadable;

    /** What is handed over. */
    record Outgoing(MessageId id, Channel channel, Recipient recipient, Optional<String> subject, String text) {}

    /** What came of handing over. The words are for people and hold nothing of the message. */
    sealed interface Handed {
        /** {@code providerId}: what the provider calls it. */
        record Taken(Optional<String> providerId) implements Handed {}

        /** It said no, and would again. */
        record Refused(Words why) implements Handed {}

        /** It surely did not get it: no connection, or too many at once. */
        record NotReached(Words why) implements Handed {}

        /** It says that it failed. */
        record Faulted(Words why) implements Handed {}

        /** Nobody knows whether it got it. */
        record NoAnswer(Words why) implements Handed {}
    }

    /** What is not shown to come from the provider. */
    final class NotAuthentic extends Exception {
        private static final long serialVersionUID = 1L;

        public NotAuthentic(String what) {
            super(what);
        }
    }

    /** What makes no sense; says what was expected. */
    final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        public Unreadable(String what) {
            super(what);
        }
    }
}
