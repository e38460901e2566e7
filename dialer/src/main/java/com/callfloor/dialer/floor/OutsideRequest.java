package com.callfloor.dialer.floor;

import java.time.Duration;

import com.callfloor.dialer.calls.OutsideLeg;
import com.callfloor.dialer.cases.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * A call to place to somebody outside the floor.
 *
 * @param trunk the PJSIP endpoint that it leaves through
 * @param callerId the number shown; null leaves it to the trunk
 * @param ringTimeout how long it may go unanswered
 */
public record OutsideRequest(OutsideLeg leg, PhoneNumber number, String trunk, @Nullable PhoneNumber callerId,
        Duration ringTimeout) {}
