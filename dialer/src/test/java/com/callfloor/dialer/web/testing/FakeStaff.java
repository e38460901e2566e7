package com.callfloor.dialer.web.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.staff.StaffChange;
import com.callfloor.dialer.staff.StaffDirectory;
import com.callfloor.dialer.staff.StaffRegister;
import com.callfloor.dialer.staff.User;
import org.jspecify.annotations.Nullable;

/** Users, sessions and tokens in memory; can be away like a database. */
public final class FakeStaff implements StaffDirectory, StaffRegister {
    public final Map<String, Session> sessions = new ConcurrentHashMap<>();
    public volatile boolean away;
    private final AtomicInteger asked = new AtomicInteger();
    private final Map<String, UserWithPassword> users = new ConcurrentHashMap<>();
    private final Map<String, Holder> holders = new ConcurrentHashMap<>();
    private final Map<String, Token> tokens = new ConcurrentSkipListMap<>();
    private final Map<String, String> hashes = new ConcurrentHashMap<>();
    private final Map<Long, String> subjects = new ConcurrentHashMap<>();
    final Map<Long, Instant> disabled = new ConcurrentHashMap<>();

    @Override
    public List<User> users() {
        return users.values().stream().map(UserWithPassword::user).toList();
    }

    @Override
    public Optional<UserWithPassword> findByLogin(String login) {
        beThere();
        return Optional.ofNullable(users.get(login)).filter(found -> !disabled.containsKey(found.user().id()));
    }

    @Override
    public User save(String login, String name, Role role, @Nullable Extension extension,
            @Nullable String passwordHash) {
        User user = new User(users.size() + 1, login, name, role, extension);
        users.put(login, new UserWithPassword(user, passwordHash == null ? "" : passwordHash));
        return user;
    }

    @Override
    public void openSession(NewSession session) {
        User user = byId(session.userId()).orElseThrow();
        sessions.put(session.tokenHash(),
                new Session(user, session.expiresAt(), session.at(), session.address(), session.browser()));
    }

    @Override
    public void sessionUsed(String tokenHash, Instant at) {
        sessions.computeIfPresent(tokenHash, (hash, session) -> new Session(session.user(), session.expiresAt(), at,
                session.address(), session.browser()));
    }

    @Override
    public List<OpenSession> sessionsOf(long userId, Instant at, Instant usedAfter) {
        return sessions.entrySet()
                .stream()
                .filter(entry -> entry.getValue().user().id() == userId)
                .map(entry -> new OpenSession(entry.getKey(), null, entry.getValue().usedAt(),
                        entry.getValue().expiresAt(), entry.getValue().address(), entry.getValue().browser()))
                .toList();
    }

    @Override
    public Optional<User> bySession(String tokenHash, Instant at, Instant usedAfter) {
        beThere();
        return Optional.ofNullable(sessions.get(tokenHash))
                .filter(session -> at.isBefore(session.expiresAt()) && session.usedAt().isAfter(usedAfter))
                .map(Session::user);
    }

    @Override
    public void closeSession(String tokenHash) {
        sessions.remove(tokenHash);
    }

    @Override
    public void saveApiToken(String name, String tokenHash, long userId) {
        holders.put(tokenHash, new Holder(byId(userId).orElseThrow(), false));
    }

    @Override
    public Optional<Holder> byApiToken(String tokenHash, Instant at) {
        beThere();
        return Optional.ofNullable(holders.get(tokenHash));
    }

    @Override
    public StaffChange hire(String login, Profile profile, @Nullable String passwordHash) {
        if (users.containsKey(login)) {
            return new StaffChange.LoginTaken();
        }
        return taken(login, profile).orElseGet(() -> new StaffChange.Done(
                save(login, profile.name(), profile.role(), profile.extension(), passwordHash)));
    }

    @Override
    public Optional<Known> provided(String subject, String login) {
        return users().stream()
                .filter(user -> subject.equals(subjects.get(user.id())))
                .findFirst()
                .or(() -> Optional.ofNullable(users.get(login)).map(UserWithPassword::user))
                .map(user -> new Known(user, subjects.get(user.id()), disabled.containsKey(user.id())));
    }

    @Override
    public void vouchedFor(long userId, String subject) {
        subjects.put(userId, subject);
    }

    @Override
    public StaffChange change(long userId, Profile profile, boolean disabled, Instant at) {
        Optional<User> known = byId(userId);
        if (known.isEmpty()) {
            return new StaffChange.NoSuchUser();
        }
        User before = known.get();
        if (before.role() == Role.ADMINISTRATOR && (disabled || profile.role() != Role.ADMINISTRATOR)) {
            return new StaffChange.LastAdministrator();
        }
        return taken(before.login(), profile).orElseGet(() -> {
            User user = new User(userId, before.login(), profile.name(), profile.role(), profile.extension());
            users.computeIfPresent(before.login(), (login, kept) -> new UserWithPassword(user, kept.passwordHash()));
            if (disabled) {
                this.disabled.put(userId, at);
            } else {
                this.disabled.remove(userId);
            }
            return new StaffChange.Done(user);
        });
    }

    @Override
    public StaffChange told(long userId, Profile profile) {
        return disabled.containsKey(userId)
                ? new StaffChange.NoSuchUser()
                : change(userId, profile, false, Instant.EPOCH);
    }

    private Optional<StaffChange> taken(String login, Profile profile) {
        return users().stream()
                .filter(user -> profile.extension() != null && profile.extension().equals(user.extension())
                        && !user.login().equals(login))
                .findFirst()
                .map(user -> new StaffChange.ExtensionTaken(user.login()));
    }

    private Optional<User> byId(long userId) {
        return users().stream().filter(user -> user.id() == userId).findFirst();
    }

    @Override
    public StaffChange password(long userId, String passwordHash) {
        Optional<User> known = byId(userId);
        known.ifPresent(user -> users.put(user.login(), new UserWithPassword(user, passwordHash)));
        return known.<StaffChange>map(StaffChange.Done::new).orElseGet(StaffChange.NoSuchUser::new);
    }

    @Override
    public List<String> endSessions(long userId, @Nullable String kept) {
        List<String> ended = sessions.entrySet()
                .stream()
                .filter(entry -> entry.getValue().user().id() == userId && !entry.getKey().equals(kept))
                .map(Map.Entry::getKey)
                .toList();
        ended.forEach(sessions::remove);
        return ended;
    }

    @Override
    public List<Token> tokens() {
        return List.copyOf(tokens.values());
    }

    @Override
    public boolean makeToken(Token token, String tokenHash) {
        if (tokens.putIfAbsent(token.name(), token) != null) {
            return false;
        }
        User user = save(token.login(), token.name(), Role.INTEGRATION, null, null);
        holders.put(tokenHash, new Holder(user, token.readOnly()));
        hashes.put(token.name(), tokenHash);
        return true;
    }

    @Override
    public boolean revokeToken(String name) {
        Optional.ofNullable(hashes.remove(name)).ifPresent(holders::remove);
        return tokens.remove(name) != null;
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
    public record Session(User user, Instant expiresAt, Instant usedAt, String address, String browser) {}
}
