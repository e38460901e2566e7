package com.callfloor.dialer.staff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.agents.Extension;
import org.jspecify.annotations.Nullable;

/** Who may come in: users, sessions and tokens; those who left may not. Every method blocks on the database. Secrets come in hashed only. */
public interface StaffDirectory {
    List<User> users();

    Optional<UserWithPassword> findByLogin(String login);

    /** Makes the user, or updates name, role, extension and (where given) password of the one with this login. */
    User save(String login, String name, Role role, @Nullable Extension extension, @Nullable String passwordHash);

    /**
     * Opens a session and forgets those that have expired by then.
     *
     * @param tokenHash the SHA-256 of its random token, hex
     * @param at now, by the clock by which sessions expire, which in a demo is not the floor's
     */
    default void openSession(String tokenHash, long userId, Instant at, Instant expiresAt) {
        openSession(new NewSession(tokenHash, userId, at, expiresAt, "", ""));
    }

    /** The same, with where it was opened from. */
    void openSession(NewSession session);

    /** The user whose session is alive at {@code at} and was used after {@code usedAfter}. */
    Optional<User> bySession(String tokenHash, Instant at, Instant usedAfter);

    /** Keeps an idle session from ending. */
    void sessionUsed(String tokenHash, Instant at);

    void closeSession(String tokenHash);

    /** The open sessions of a user, the latest first; {@code usedAfter}: older ones have ended by themselves. */
    List<OpenSession> sessionsOf(long userId, Instant at, Instant usedAfter);

    /** Makes a bearer token or replaces the one of this name; {@code tokenHash} is its SHA-256, hex. */
    void saveApiToken(String name, String tokenHash, long userId);

    /** Whose token is good at {@code at}. */
    Optional<Holder> byApiToken(String tokenHash, Instant at);

    /** {@code address}, {@code browser}: where it is opened from. */
    record NewSession(String tokenHash, long userId, Instant at, Instant expiresAt, String address, String browser) {
        /** Without the hash. */
        @Override
        public String toString() {
            return "session of user " + userId;
        }
    }

    /** What tells people their sessions apart. */
    record OpenSession(String tokenHash, @Nullable Instant openedAt, @Nullable Instant usedAt, Instant expiresAt,
            String address, String browser) {}

    /** Who holds a token; {@code readOnly}: may change nothing with it. */
    record Holder(User user, boolean readOnly) {}

    /** A user and the hash to check a password against. */
    record UserWithPassword(User user, String passwordHash) {}
}
