package com.callfloor.dialer.supervision.live;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A setting that somebody changed; never rewritten.
 *
 * @param from what held before, as text
 * @param to what holds from then on, as text
 * @param asInFiles whether this is what the files say: nothing lies over them any more
 * @param undoes the change that this one takes back; null: none
 * @param undoneBy the change that took this one back; null: none
 */
public record Change(long id, Instant at, Author by, SettingKey key, String from, String to, boolean asInFiles,
        @Nullable String why, @Nullable Long undoes, @Nullable Long undoneBy) {

    /** With what holds of it where the rules do not allow all of it. */
    Change as(String allowed) {
        return new Change(id, at, by, key, from, allowed, asInFiles, why, undoes, undoneBy);
    }

    /** Whoever changed it. */
    public record Author(long userId, String login) {}
}
