package com.callfloor.dialer.staff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.agents.Extension;
import org.jspecify.annotations.Nullable;

/** Who works here, kept by administrators. Every method blocks on the database. Secrets come in hashed only. */
public interface StaffRegister {
    /** Without a password the person comes by the identity provider only. */
    StaffChange hire(String login, Profile profile, @Nullable String passwordHash);

    /** Whom an identity provider's subject stands for; else who has this login. */
    Optional<Known> provided(String subject, String login);

    /** From now on the subject stands for this user. */
    void vouchedFor(long userId, String subject);

    /** Whoever is disabled by it loses all sessions and tokens. */
    StaffChange change(long userId, Profile profile, boolean disabled, Instant at);

    /** What an identity provider tells of somebody who may sign in; whoever is disabled is no such user. */
    StaffChange told(long userId, Profile profile);

    StaffChange password(long userId, String passwordHash);

    /**
     * Ends the user's sessions but the one with the hash {@code kept}.
     *
     * @return the token hashes of the ended ones
     */
    List<String> endSessions(long userId, @Nullable String kept);

    List<Token> tokens();

    /**
     * Makes a token of a program, with a user of its own.
     *
     * @param tokenHash its SHA-256, hex
     * @return false if there is one of this name
     */
    boolean makeToken(Token token, String tokenHash);

    /** False if there is none of this name. */
    boolean revokeToken(String name);

    /** {@code subject}: of the identity provider, if it has vouched for this user already. */
    record Known(User user, @Nullable String subject, boolean disabled) {}

    /** What an administrator may change of a user. */
    record Profile(String name, Role role, @Nullable Extension extension) {}

    /**
     * A program's token; the secret itself is kept nowhere.
     *
     * @param readOnly it may read what the role may read, and change nothing
     * @param expiresAt null: it is good until it is revoked
     */
    record Token(String name, String login, boolean readOnly, Instant createdAt, @Nullable Instant expiresAt) {}
}
