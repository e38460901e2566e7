package com.callfloor.dialer.calls;

import java.time.Instant;

/**
 * Where an attempt stands. It only ever moves forward in this order; states may be skipped (a call that fails before it
 * rings goes from dialing to closed); only connected, held and agent lost follow each other more than once.
 */
public sealed interface CallState {
    /** When this state began. */
    Instant since();

    /** The state's one name in SQL, API and console. */
    default String code() {
        return switch (this) {
            case Reserved reserved -> "reserved";
            case Dialing dialing -> "dialing";
            case Ringing ringing -> "ringing";
            case Detecting detecting -> "detecting";
            case Waiting waiting -> "waiting";
            case Connecting connecting -> "connecting";
            case Connected connected -> "connected";
            case Held held -> "held";
            case AgentLost lost -> "agent_lost";
            case Asking asking -> "asking";
            case Outside outside -> "outside";
            case PlayingMessage message -> "message";
            case OnMachine machine -> "machine";
            case Closed closed -> "closed";
        };
    }

    /** Written to the database, nothing sent yet. */
    record Reserved(Instant since) implements CallState {}

    /** Sent to the PBX; nothing rang yet. */
    record Dialing(Instant since) implements CallState {}

    record Ringing(Instant since) implements CallState {}

    /** Somebody or something answered, and the PBX listens for which. In the books it is waiting already. */
    record Detecting(Instant since) implements CallState {}

    /** The debtor answered and no agent is chosen: the patience runs. */
    record Waiting(Instant since) implements CallState {}

    /** An agent is chosen and the PBX was asked to join the two. */
    record Connecting(Instant since) implements CallState {}

    record Connected(Instant since) implements CallState {}

    /** The debtor hears music and not the agent, and comes back to the talk. In the books it is connected. */
    record Held(Instant since) implements CallState {}
    /**
     * In mid-talk the agent's phone went away: the debtor hears that somebody comes in a moment. Connected again as soon as
     * the phone is back, or another agent takes over. In the books it is connected.
     */
    record AgentLost(Instant since) implements CallState {}

    /** The talk is over, the line is not: the PBX asks the debtor how satisfied they are. In the books it is connected. */
    record Asking(Instant since) implements CallState {}

    /** The debtor talks to somebody outside the floor, and no agent is in it. In the books it is connected. */
    record Outside(Instant since) implements CallState {}

    /** Nobody came in time: the PBX itself plays the information message. */
    record PlayingMessage(Instant since) implements CallState {}

    /** A machine answered: the PBX itself hangs up, or leaves its message. In the books it is still waiting. */
    record OnMachine(Instant since) implements CallState {}

    record Closed(Instant since, Outcome outcome) implements CallState {}
}
