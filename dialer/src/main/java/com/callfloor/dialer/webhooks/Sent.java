package com.callfloor.dialer.webhooks;

/** What came of sending a message. */
public sealed interface Sent {
    /** For people. */
    String words();

    /** The receiver answered with this HTTP status. */
    record Answered(int status) implements Sent {
        @Override
        public String words() {
            return "HTTP status " + status;
        }
    }

    /** It did not answer; {@code why} for people, without the message's content. */
    record NoAnswer(String why) implements Sent {
        @Override
        public String words() {
            return why;
        }
    }

    default boolean taken() {
        return this instanceof Answered answered && answered.status() / 100 == 2;
    }

    /** The receiver says that it wants no more messages, ever. */
    default boolean gone() {
        return this instanceof Answered answered && answered.status() == 410;
    }
}
