package com.callfloor.dialer.supervision;

import java.time.Instant;

import com.callfloor.dialer.words.Words;

/** A talk on its way to somebody outside the floor. */
public record OutsideTransfer(String destination, Words label, Instant since, Stage stage) {
    /** How far it is. */
    public enum Stage {
        /** The debtor is put on hold, and the other is called. */
        RINGING,
        /** Agent and other talk, the debtor is on hold. */
        CONSULTING,
        /** Debtor and other talk, the agent is out of it. */
        TAKEN
    }

    /** The same, further on. */
    public OutsideTransfer at(Stage next) {
        return new OutsideTransfer(destination, label, since, next);
    }
}
