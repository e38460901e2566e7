package com.callfloor.dialer.supervision;

import java.time.Instant;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.calls.TransferKind;

/**
 * A talk that is being given to another agent, or to a supervisor.
 *
 * @param stage how far it is
 */
public record Transfer(TransferKind kind, Agent from, Agent to, Instant since, Stage stage) {
    /** How far a transfer is. */
    public enum Stage {
        /** The other is asked or rung, or the PBX asked. */
        OFFERED,
        /** The two talk, the debtor is on hold. */
        CONSULTING,
        /** The other has the debtor. */
        TAKEN
    }

    /** The same, further on. */
    public Transfer at(Stage next) {
        return new Transfer(kind, from, to, since, next);
    }
}
