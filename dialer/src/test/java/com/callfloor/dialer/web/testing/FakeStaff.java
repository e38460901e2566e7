package com.callfloor.dialer.web.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.staff.StaffDirectory;
import com.callfloor.dialer.staff.User;
import org.jspecify.annotations.Nullable;

/** Users, sessions and tokens in memory; can be away like a database. */
public final class FakeStaff implements StaffDirectory {
    public final Map<String, Session> sessions = new ConcurrentHashMap<>();
    public volatile boolean away;
    private final AtomicInteger asked = new AtomicInteger();
    private final Map<String, UserWithPassword> users = new ConcurrentHashMap<>();
    private final Map<String, User> tokens = new ConcurrentHashMap<>();

    @Override
    public List<User> users() {
        return users.values().stream().map(UserWithPassword::user).toList();
    }

    @Override
    public Optional<UserWithPassword> findByLogin(String login) {
        beThere();
        return Optional.ofNullable(users.get(login));
    }

    @Override
    public User save(String login, String name, Role role, @Nullable Extension extension,
            @Nullable String passwordHash) {
        User user = new User(users.size() + 1, login, name, role, extension);
        users.put(login, new UserWithPassword(user, passwordHash == null ? "" : passwordHash));
        return user;
    }

    @Override
    public void openSession(String tokenHash, long userId, Instant at, Instant expiresAt) {
        User user = users().stream().filter(candidate -> candidate.id() == userId).findFirst().orElseThrow();
        sessions.put(tokenHash, new Session(user, expiresAt));
    }

    @Override
    public Optional<User> bySession(String tokenHash, Instant at) {
        beThere();
        return Optional.ofNullable(sessions.get(tokenHash))
                .filter(session -> at.isBefore(session.expiresAt()))
                .map(Session::user);
    }

    @Override
    public void closeSession(String tokenHash) {
        sessions.remove(tokenHash);
    }

    @Override
    public void saveApiToken(String name, String tokenHash, long userId) {
        tokens.put(tokenHash, users().stream().filter(user -> user.id() == userId).findFirst().orElseThrow());
    }

    @Override
    public Optional<User> byApiToken(String tokenHash) {
        beThere();
        return Optional.ofNullable(tokens.get(tokenHash));
    }

    /** How often anybody asked. */
    public int asked() {
        return asked.get();
    }

    private void beThere() {
        asked.incrementAndGet();
        if (away) {
            throw new IllegalStateException("jdbc:mysql://secret-host/floor refused root");
        }
    }

    /** An open session. */
    public record Session(User user, Instant expiresAt) {}
}
