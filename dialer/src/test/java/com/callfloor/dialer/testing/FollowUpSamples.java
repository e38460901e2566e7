package com.callfloor.dialer.testing;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

import com.callfloor.dialer.dispositions.FollowUpPlan;
import com.callfloor.dialer.promises.PromiseKeeping;

/** A floor in Shanghai that follows up as the shipped configuration says. */
public final class FollowUpSamples {
    public static final FollowUpPlan PLAN = plan(false);

    private FollowUpSamples() {}

    public static FollowUpPlan plan(boolean remindByCall) {
        return new FollowUpPlan(ZoneId.of("Asia/Shanghai"), new PromiseKeeping(1), LocalTime.of(10, 0), remindByCall,
                90, Duration.ofDays(3), Duration.ofDays(7), Duration.ofDays(1), Duration.ofMinutes(10));
    }
}
