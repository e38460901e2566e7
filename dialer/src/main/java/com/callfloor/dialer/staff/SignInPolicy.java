package com.callfloor.dialer.staff;

import java.time.Duration;
import java.util.Set;

/**
 * How people may sign in, and for how long.
 *
 * @param passwords whether everybody may with a password
 * @param emergency logins that may with a password in any case, and never by an identity provider
 * @param idle after so long without a request a session ends
 * @param longest after so long it ends in any case
 */
public record SignInPolicy(boolean passwords, Set<String> emergency, Duration idle, Duration longest) {
    private static final Duration SHORTEST_IDLE = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofDays(7);
    public static final SignInPolicy USUAL = new SignInPolicy(true, Set.of(), Duration.ofHours(4),
            Duration.ofHours(12));

    /** @throws IllegalArgumentException saying what is wrong */
    public SignInPolicy {
        emergency = Set.copyOf(emergency);
        if (idle.compareTo(SHORTEST_IDLE) < 0) {
            throw new IllegalArgumentException("idle must be 5m or more, or people are signed out during a call");
        }
        if (longest.compareTo(idle) < 0 || longest.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("longest must be from idle to 7d");
        }
        if (!passwords && emergency.isEmpty()) {
            throw new IllegalArgumentException("passwords is off and emergency names nobody: when the identity provider"
                    + " is away nobody could come in. Name one login there");
        }
    }

    public boolean passwordFor(String login) {
        return passwords || emergency.contains(login);
    }
}
