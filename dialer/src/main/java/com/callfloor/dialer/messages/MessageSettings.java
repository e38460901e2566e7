package com.callfloor.dialer.messages;

import java.time.Duration;

import com.callfloor.dialer.rules.history.Channel;

/**
 * How messages are sent.
 *
 * @param remindBy what reminders of promises go by
 * @param latestArrival how long after its sending a message may still arrive, 0s to 1h: hours are kept to the end of it
 */
public record MessageSettings(Channel remindBy, Duration latestArrival, SendingPlan sending) {
    private static final Duration LONGEST = Duration.ofHours(1);

    /** @throws IllegalArgumentException naming what is out of range */
    public MessageSettings {
        if (!remindBy.isMessage()) {
            throw new IllegalArgumentException("remind_by is sms or email");
        }
        if (latestArrival.isNegative() || latestArrival.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("latest_arrival is 0s to 1h");
        }
    }
}
