package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.staff.StaffDirectory;
import com.callfloor.dialer.staff.User;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Users, sessions and tokens in the database. */
public final class SqlStaffDirectory implements StaffDirectory {
    private static final String USERS = "SELECT u.id, u.login, u.name, u.role, u.extension, u.password_hash FROM users u ";
    private static final String SAVE = """
            INSERT INTO users (login, name, role, extension, password_hash)
            VALUES (:login, :name, :role, :extension, :password)
            ON DUPLICATE KEY UPDATE name = VALUES(name), role = VALUES(role), extension = VALUES(extension),
                password_hash = COALESCE(VALUES(password_hash), users.password_hash)""";
    private static final String OPEN_SESSION = """
            INSERT INTO sessions (token_hash, user_id, expires_at, opened_at, used_at, address, browser)
            VALUES (:token, :user, :expires, :at, :at, :address, :browser)""";
    private static final String ALIVE = """
            s.expires_at > :at AND (s.used_at IS NULL OR s.used_at > :used_after)""";
    private static final String FORGET_EXPIRED = "DELETE FROM sessions WHERE expires_at < :now ORDER BY expires_at LIMIT 100";
    private static final String SAVE_TOKEN = """
            INSERT INTO api_tokens (name, token_hash, user_id, created_at) VALUES (:name, :token, :user, :now)
            ON DUPLICATE KEY UPDATE token_hash = VALUES(token_hash), user_id = VALUES(user_id),
                created_at = VALUES(created_at)""";

    private static final String BY_TOKEN = """
            SELECT u.id, u.login, u.name, u.role, u.extension, t.read_only
            FROM users u JOIN api_tokens t ON t.user_id = u.id
            WHERE t.token_hash = :token AND (t.expires_at IS NULL OR t.expires_at > :at) AND u.disabled_at IS NULL""";

    private final Jdbi jdbi;
    private final Clock clock;

    public SqlStaffDirectory(Database database) {
        this.jdbi = database.jdbi();
        this.clock = database.clock();
    }

    @Override
    public List<User> users() {
        return jdbi.withHandle(
                handle -> handle.createQuery(USERS + "ORDER BY u.id").map((row, context) -> user(row)).list());
    }

    /** {@inheritDoc} A user without a password is not found: there is nothing to sign in with. Nor is one who left. */
    @Override
    public Optional<UserWithPassword> findByLogin(String login) {
        return jdbi.withHandle(
                handle -> handle
                        .createQuery(USERS
                                + "WHERE u.login = :login AND u.password_hash IS NOT NULL AND u.disabled_at IS NULL")
                        .bind("login", login)
                        .map((row, context) -> new UserWithPassword(user(row),
                                row.getString("password_hash")))
                        .findOne());
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the extension is another user's
     */
    @Override
    public User save(String login, String name, Role role, @Nullable Extension extension,
            @Nullable String passwordHash) {
        return GivingWay.inTransaction(jdbi, handle -> {
            refuseTakenExtension(handle, login, extension);
            handle.createUpdate(SAVE)
                    .bind("login", login)
                    .bind("name", name)
                    .bind("role", role.code())
                    .bind("extension", extension == null ? null : extension.digits())
                    .bind("password", passwordHash)
                    .execute();
            return handle.createQuery(USERS + "WHERE u.login = :login")
                    .bind("login", login)
                    .map((row, context) -> user(row))
                    .one();
        });
    }

    /** Looked up first: an upsert that meets the unique extension would change the other user's row instead. */
    private static void refuseTakenExtension(Handle handle, String login, @Nullable Extension extension) {
        if (extension == null) {
            return;
        }
        handle.createQuery(USERS + "WHERE u.extension = :extension AND u.login <> :login FOR UPDATE")
                .bind("extension", extension.digits())
                .bind("login", login)
                .map((row, context) -> user(row))
                .findOne()
                .ifPresent(other -> {
                    throw new IllegalArgumentException("extension " + extension + " is user '" + other.login()
                            + "'s already: give '" + login + "' another one");
                });
    }

    @Override
    public void openSession(NewSession session) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate(FORGET_EXPIRED).bind("now", session.at()).execute();
            handle.createUpdate(OPEN_SESSION)
                    .bind("token", session.tokenHash())
                    .bind("user", session.userId())
                    .bind("at", session.at())
                    .bind("expires", session.expiresAt())
                    .bind("address", session.address())
                    .bind("browser", session.browser())
                    .execute();
        });
    }

    @Override
    public void sessionUsed(String tokenHash, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE sessions SET used_at = :at WHERE token_hash = :token")
                .bind("at", at)
                .bind("token", tokenHash)
                .execute());
    }

    @Override
    public List<OpenSession> sessionsOf(long userId, Instant at, Instant usedAfter) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT s.token_hash, s.opened_at, s.used_at, s.expires_at, s.address, s.browser FROM sessions s
                WHERE s.user_id = :user AND
                """ + ALIVE + " ORDER BY s.opened_at DESC, s.token_hash")
                .bind("user", userId)
                .bind("at", at)
                .bind("used_after", usedAfter)
                .map((row, context) -> new OpenSession(row.getString("token_hash"),
                        Rows.instantOrNull(row, "opened_at"), Rows.instantOrNull(row, "used_at"),
                        Rows.instant(row, "expires_at"), textOf(row, "address"), textOf(row, "browser")))
                .list());
    }

    private static String textOf(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    @Override
    public Optional<User> bySession(String tokenHash, Instant at, Instant usedAfter) {
        return jdbi.withHandle(
                handle -> handle
                        .createQuery(USERS + """
                                JOIN sessions s ON s.user_id = u.id
                                WHERE s.token_hash = :token AND u.disabled_at IS NULL AND
                                """ + ALIVE)
                        .bind("token", tokenHash)
                        .bind("at", at)
                        .bind("used_after", usedAfter)
                        .map((row, context) -> user(row))
                        .findOne());
    }

    @Override
    public void closeSession(String tokenHash) {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM sessions WHERE token_hash = ?", tokenHash));
    }

    @Override
    public void saveApiToken(String name, String tokenHash, long userId) {
        jdbi.useHandle(
                handle -> handle.createUpdate(SAVE_TOKEN)
                        .bind("name", name)
                        .bind("token", tokenHash)
                        .bind("user", userId)
                        .bind("now", clock.instant())
                        .execute());
    }

    @Override
    public Optional<Holder> byApiToken(String tokenHash, Instant at) {
        return jdbi.withHandle(
                handle -> handle.createQuery(BY_TOKEN)
                        .bind("token", tokenHash)
                        .bind("at", at)
                        .map((row, context) -> new Holder(user(row), row.getBoolean("read_only")))
                        .findOne());
    }

    static User user(ResultSet row) throws SQLException {
        String extension = row.getString("extension");
        return new User(row.getLong("id"), row.getString("login"), row.getString("name"),
                Role.ofCode(row.getString("role")), extension == null ? null : new Extension(extension));
    }
}
