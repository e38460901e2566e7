package com.callfloor.dialer.pacing;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** What happens on the floor, as far as pacing learns from it. */
public sealed interface PacingEvent {
    /** When it happened. */
    Instant at();

    String campaign();

    /** How a phone stopped ringing. */
    enum RingEnd {
        /** By a person. */
        ANSWERED,
        /** Not answered, engaged, refused, failed or a machine. */
        UNANSWERED
    }

    /** A call was placed. For {@code lift} see {@link FloorPicture.RingingCall}. */
    record Dialed(Instant at, String campaign, double lift) implements PacingEvent {}

    record RingingEnded(Instant at, String campaign, Duration rang, RingEnd how) implements PacingEvent {}

    /** A debtor who answered was connected with an agent, or found none within the patience. */
    record Settled(Instant at, String campaign, boolean abandoned) implements PacingEvent {}

    record TalkEnded(Instant at, String campaign, Duration talked) implements PacingEvent {}

    record WrapUpEnded(Instant at, String campaign, Duration took) implements PacingEvent {}

    /**
     * From now on a campaign may abandon this share of its answered calls, or less.
     *
     * @param share above 0, below 1; more than the floor's own does not count; null: the floor's own
     */
    record TargetChanged(Instant at, String campaign, @Nullable Double share) implements PacingEvent {}

    /**
     * Machine detection has, by estimate, hung up on people: they count as answered and abandoned.
     *
     * @param people how many; a share of one, mostly
     */
    record TakenForMachine(Instant at, String campaign, double people) implements PacingEvent {}
}
