package com.callfloor.dialer.messages;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import com.callfloor.dialer.messages.Gateway.Handed;
import com.callfloor.dialer.words.Words;

/**
 * What follows from a try. Sent again is only what surely did not go out, or what the provider takes once however often it
 * comes: nobody gets a message twice because we were unsure.
 *
 * @param tries at most, 1 to 20
 * @param firstPause after the first try, 1s to 1h; doubled after each
 */
public record SendingPlan(int tries, Duration firstPause) {
    private static final int MOST_TRIES = 20;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** @throws IllegalArgumentException naming what is out of range */
    public SendingPlan {
        if (tries < 1 || tries > MOST_TRIES) {
            throw new IllegalArgumentException("tries is 1 to " + MOST_TRIES + ", not " + tries);
        }
        if (firstPause.compareTo(Duration.ofSeconds(1)) < 0 || firstPause.compareTo(LONGEST_PAUSE) > 0) {
            throw new IllegalArgumentException("back_off is 1s to 1h");
        }
    }

    /**
     * What becomes of a message.
     *
     * @param nextAt when it is tried again; empty: not
     * @param inDoubt whether it may have gone out without our knowing
     * @param counts whether it counts for the rules: false only where surely nobody got it
     */
    public record After(MessageState state, Words reason, Optional<Instant> nextAt, boolean inDoubt, boolean counts,
            Optional<String> providerId) {}

    /**
     * What follows.
     *
     * @param tried how many tries there were, this one included
     * @param wasInDoubt whether an earlier one may have gone out
     */
    public After after(Handed handed, int tried, boolean wasInDoubt, boolean idempotent, Instant now) {
        boolean more = tried < tries;
        return switch (handed) {
            case Handed.Taken(var providerId) ->
                new After(MessageState.SENT, new Words("the gateway took it", "网关已接收"), Optional.empty(),
                        false, true, providerId);
            case Handed.Refused(var why) -> ended(wasInDoubt, Words.of("the gateway refused it: %s", "网关拒绝：%s", why));
            case Handed.NotReached(var why) -> more
                    ? again(why, tried, wasInDoubt, wasInDoubt, now)
                    : ended(wasInDoubt, givenUp(tried, why));
            case Handed.Faulted(var why) -> more && idempotent
                    ? again(why, tried, wasInDoubt, true, now)
                    : idempotent && !wasInDoubt
                            ? new After(MessageState.FAILED, givenUp(tried, why), Optional.empty(), false, true,
                                    Optional.empty())
                            : doubtful(givenUp(tried, why));
            case Handed.NoAnswer(var why) -> more && idempotent
                    ? again(why, tried, true, true, now)
                    : doubtful(givenUp(tried, why));
        };
    }

    private After again(Words why, int tried, boolean inDoubt, boolean counts, Instant now) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(tried - 1, 12));
        return new After(MessageState.PLANNED, why.and(new Words("tried again", "将重试")),
                Optional.of(now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause)), inDoubt, counts,
                Optional.empty());
    }

    private static After ended(boolean wasInDoubt, Words why) {
        return wasInDoubt
                ? doubtful(why)
                : new After(MessageState.FAILED, why, Optional.empty(), false, false, Optional.empty());
    }

    private static After doubtful(Words why) {
        return new After(MessageState.IN_DOUBT, why, Optional.empty(), true, true, Optional.empty());
    }

    private static Words givenUp(int tried, Words why) {
        return tried == 1
                ? Words.of("given up after 1 try: %s", "尝试 1 次后放弃：%s", why)
                : Words.of("given up after %d tries: %s", "尝试 %d 次后放弃：%s", tried, why);
    }
}
