package com.callfloor.dialer.staff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Teams, who is in them, and to which teams and lenders a listener is limited. Blocks on the database. */
public interface TeamBook {
    /** By name. */
    List<Team> teams();

    /** The new team; empty if there is one of this name. */
    Optional<Team> make(String name);

    /** Everybody, by id. */
    List<Placed> users();

    Optional<Placed> user(long id);

    /** Puts a user into a team, or out of any; false if there is no such user or team. */
    boolean place(long userId, @Nullable Long teamId);

    /** Replaces what a user is limited to; false if there is no such user or one of the teams is none. */
    boolean limit(long userId, Set<String> lenders, Set<Long> teams);

    ListeningLimits limitsOf(long userId);

    /**
     * A user with the team and the limits.
     *
     * @param limitedTo the teams of the limits
     * @param disabledAt since when this person may not sign in any more
     */
    record Placed(User user, @Nullable Team team, ListeningLimits limits, List<Team> limitedTo,
            @Nullable Instant disabledAt) {}
}
