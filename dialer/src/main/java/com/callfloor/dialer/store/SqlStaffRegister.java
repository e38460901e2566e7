package com.callfloor.dialer.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.staff.StaffChange;
import com.callfloor.dialer.staff.StaffRegister;
import com.callfloor.dialer.staff.User;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Users and tokens as administrators keep them. */
public final class SqlStaffRegister implements StaffRegister {
    private static final String USERS = """
            SELECT u.id, u.login, u.name, u.role, u.extension FROM users u
            """;
    // Every change of the staff takes this lock first, so that two cannot each leave the other as the last administrator.
    private static final String ADMINISTRATORS = """
            SELECT id FROM users WHERE role = 'administrator' AND disabled_at IS NULL ORDER BY id FOR UPDATE""";
    private static final String HIRE = """
            INSERT INTO users (login, name, role, extension, password_hash)
            VALUES (:login, :name, :role, :extension, :password)""";
    private static final String CHANGE = """
            UPDATE users SET name = :name, role = :role, extension = :extension,
                   disabled_at = CASE WHEN :disabled THEN COALESCE(disabled_at, :at) END
            WHERE id = :id""";
    private static final String TOLD = """
            UPDATE users SET name = :name, role = :role, extension = :extension
            WHERE id = :id AND disabled_at IS NULL""";
    private static final String PROVIDED = """
            SELECT u.id, u.login, u.name, u.role, u.extension, u.provider_subject, u.disabled_at FROM users u
            WHERE u.provider_subject = :subject OR u.login = :login
            ORDER BY u.provider_subject = :subject DESC""";
    private static final String TOKENS = """
            SELECT t.name, u.login, t.read_only, t.created_at, t.expires_at
            FROM api_tokens t JOIN users u ON u.id = t.user_id ORDER BY t.name""";
    private static final String MAKE_TOKEN = """
            INSERT INTO api_tokens (name, token_hash, user_id, created_at, read_only, expires_at)
            VALUES (:name, :hash, :user, :created, :read_only, :expires)""";

    private final Jdbi jdbi;

    public SqlStaffRegister(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public StaffChange hire(String login, Profile profile, @Nullable String passwordHash) {
        return GivingWay.inTransaction(jdbi, handle -> {
            administrators(handle);
            if (user(handle, "u.login = :key", login).isPresent()) {
                return new StaffChange.LoginTaken();
            }
            Optional<StaffChange> taken = extensionTaken(handle, profile, login);
            if (taken.isPresent()) {
                return taken.get();
            }
            bound(handle, HIRE, profile).bind("login", login).bind("password", passwordHash).execute();
            return done(handle, "u.login = :key", login);
        });
    }

    @Override
    public Optional<Known> provided(String subject, String login) {
        return jdbi.withHandle(handle -> handle.createQuery(PROVIDED)
                .bind("subject", subject)
                .bind("login", login)
                .map((row, context) -> new Known(SqlStaffDirectory.user(row), row.getString("provider_subject"),
                        row.getTimestamp("disabled_at") != null))
                .findFirst());
    }

    @Override
    public void vouchedFor(long userId, String subject) {
        jdbi.useHandle(handle -> handle.execute("UPDATE users SET provider_subject = ? WHERE id = ?", subject, userId));
    }

    @Override
    public StaffChange change(long userId, Profile profile, boolean disabled, Instant at) {
        return changed(userId, profile, profile.role() == Role.ADMINISTRATOR && !disabled, handle -> {
            bound(handle, CHANGE, profile).bind("id", userId).bind("disabled", disabled).bind("at", at).execute();
            if (disabled) {
                handle.execute("DELETE FROM api_tokens WHERE user_id = ?", userId);
            }
            return true;
        });
    }

    @Override
    public StaffChange told(long userId, Profile profile) {
        return changed(userId, profile, profile.role() == Role.ADMINISTRATOR,
                handle -> bound(handle, TOLD, profile).bind("id", userId).execute() > 0);
    }

    /** {@code write}: false if there is no such user. */
    private StaffChange changed(long userId, Profile profile, boolean staysAdministrator, Predicate<Handle> write) {
        return GivingWay.inTransaction(jdbi, handle -> {
            List<Long> administrators = administrators(handle);
            Optional<User> found = user(handle, "u.id = :key", userId);
            if (found.isEmpty()) {
                return new StaffChange.NoSuchUser();
            }
            if (administrators.equals(List.of(userId)) && !staysAdministrator) {
                return new StaffChange.LastAdministrator();
            }
            Optional<StaffChange> taken = extensionTaken(handle, profile, found.get().login());
            if (taken.isPresent()) {
                return taken.get();
            }
            return write.test(handle) ? done(handle, "u.id = :key", userId) : new StaffChange.NoSuchUser();
        });
    }

    private static Update bound(Handle handle, String sql, Profile profile) {
        return handle.createUpdate(sql)
                .bind("name", profile.name())
                .bind("role", profile.role().code())
                .bind("extension", profile.extension() == null ? null : profile.extension().digits());
    }

    private static List<Long> administrators(Handle handle) {
        return handle.createQuery(ADMINISTRATORS).mapTo(Long.class).list();
    }

    private static Optional<StaffChange> extensionTaken(Handle handle, Profile profile, String login) {
        return profile.extension() == null
                ? Optional.empty()
                : user(handle, "u.extension = :key", profile.extension().digits())
                        .map(User::login)
                        .filter(other -> !other.equals(login))
                        .map(StaffChange.ExtensionTaken::new);
    }

    @Override
    public StaffChange password(long userId, String passwordHash) {
        return jdbi.inTransaction(handle -> {
            int changed = handle.createUpdate("UPDATE users SET password_hash = :hash WHERE id = :id")
                    .bind("hash", passwordHash)
                    .bind("id", userId)
                    .execute();
            return changed == 0 ? new StaffChange.NoSuchUser() : done(handle, "u.id = :key", userId);
        });
    }

    @Override
    public List<String> endSessions(long userId, @Nullable String kept) {
        return jdbi.inTransaction(handle -> {
            List<String> ended = handle.createQuery("""
                    SELECT token_hash FROM sessions
                    WHERE user_id = :user AND (:kept IS NULL OR token_hash <> :kept) FOR UPDATE""")
                    .bind("user", userId)
                    .bind("kept", kept)
                    .mapTo(String.class)
                    .list();
            ended.forEach(hash -> handle.execute("DELETE FROM sessions WHERE token_hash = ?", hash));
            return ended;
        });
    }

    @Override
    public List<Token> tokens() {
        return jdbi.withHandle(handle -> handle.createQuery(TOKENS)
                .map((row, context) -> new Token(row.getString("name"), row.getString("login"),
                        row.getBoolean("read_only"), Rows.instant(row, "created_at"),
                        Rows.instantOrNull(row, "expires_at")))
                .list());
    }

    @Override
    public boolean makeToken(Token token, String tokenHash) {
        return GivingWay.inTransaction(jdbi, handle -> {
            administrators(handle);
            if (handle.createQuery("SELECT 1 FROM api_tokens WHERE name = :name")
                    .bind("name", token.name())
                    .mapTo(Integer.class)
                    .findOne()
                    .isPresent()) {
                return false;
            }
            Optional<User> known = user(handle, "u.login = :key", token.login());
            if (known.filter(user -> user.role() != Role.INTEGRATION).isPresent()) {
                return false;
            }
            if (known.isEmpty()) {
                handle.createUpdate("INSERT INTO users (login, name, role) VALUES (:login, :name, 'integration')")
                        .bind("login", token.login())
                        .bind("name", token.name())
                        .execute();
            }
            handle.createUpdate(MAKE_TOKEN)
                    .bind("name", token.name())
                    .bind("hash", tokenHash)
                    .bind("user", user(handle, "u.login = :key", token.login()).orElseThrow().id())
                    .bind("created", token.createdAt())
                    .bind("read_only", token.readOnly())
                    .bind("expires", token.expiresAt())
                    .execute();
            return true;
        });
    }

    @Override
    public boolean revokeToken(String name) {
        return jdbi.withHandle(handle -> handle.execute("DELETE FROM api_tokens WHERE name = ?", name)) > 0;
    }

    private static StaffChange done(Handle handle, String where, Object key) {
        return new StaffChange.Done(user(handle, where, key).orElseThrow());
    }

    private static Optional<User> user(Handle handle, String where, Object key) {
        return handle.createQuery(USERS + "WHERE " + where)
                .bind("key", key)
                .map((row, context) -> SqlStaffDirectory.user(row))
                .findOne();
    }

}
