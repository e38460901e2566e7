package com.callfloor.dialer.web.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.staff.PasswordRule;
import com.callfloor.dialer.staff.Passwords;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.staff.StaffChange;
import com.callfloor.dialer.staff.StaffDirectory;
import com.callfloor.dialer.staff.StaffDirectory.OpenSession;
import com.callfloor.dialer.staff.StaffRegister;
import com.callfloor.dialer.staff.StaffRegister.Profile;
import com.callfloor.dialer.staff.User;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.JsonBody;
import com.callfloor.dialer.web.http.Must;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.http.Thing;
import com.callfloor.dialer.web.json.StaffJson;
import com.callfloor.dialer.words.Words;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/** Who may sign in, kept by administrators. */
public final class UserEndpoints {
    private static final String STAFF = "The staff register";
    private static final int LONGEST_LOGIN = 100;
    private static final int LONGEST_NAME = 200;
    /** One more than the rule allows, so that the rule says what is wrong. */
    private static final int LONGEST_PASSWORD = PasswordRule.LONGEST + 1;

    private final StaffRegister register;
    private final StaffDirectory staff;
    private final Duration idle;
    private final Passwords passwords;
    private final Blocking directory;
    private final Blocking hashing;
    private final InstantSource clock;
    private final Runnable agentsChanged;
    private final Consumer<String> sessionEnded;

    /**
     * Made once.
     *
     * @param idle after so long unused a session has ended
     * @param sessionEnded hears the token hash of each session that is ended for somebody
     */
    public UserEndpoints(StaffRegister register, StaffDirectory staff, Duration idle, Passwords passwords,
            Blocking directory, Blocking hashing,
            InstantSource clock, Runnable agentsChanged, Consumer<String> sessionEnded) {
        this.register = register;
        this.staff = staff;
        this.idle = idle;
        this.passwords = passwords;
        this.directory = directory;
        this.hashing = hashing;
        this.clock = clock;
        this.agentsChanged = agentsChanged;
        this.sessionEnded = sessionEnded;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.HIRE_USER, this::hire)
                .on(Operation.CHANGE_USER, this::change)
                .on(Operation.SET_PASSWORD, this::setPassword)
                .on(Operation.END_SESSIONS, this::endSessions)
                .on(Operation.SESSIONS_OF, this::sessions)
                .on(Operation.END_SESSION, this::endSession);
    }

    private Future<Reply> hire(Exchange exchange) {
        JsonBody body = exchange.json();
        String login = body.text("login", LONGEST_LOGIN);
        if (!login.isEmpty() && !login.matches("[\\p{L}\\p{N}._@-]+")) {
            body.error("login", "must be letters, digits and . _ @ - only", "只能用字母、数字和 . _ @ -");
        }
        String password = password(body, login);
        Profile profile = profile(body);
        body.check();
        return hashed(password).compose(hash -> directory.call(STAFF, () -> register.hire(login, profile, hash)))
                .map(change -> {
                    User user = done(change);
                    agentsChanged.run();
                    return new Reply.Json(201, StaffJson.user(user));
                });
    }

    private Future<Reply> change(Exchange exchange) {
        long id = exchange.numericId(Thing.USER);
        JsonBody body = exchange.json();
        Profile profile = profile(body);
        boolean disabled = body.flag("disabled").orElse(false);
        body.check();
        if (disabled && id == exchange.caller().user().id()) {
            throw Problems.conflict("Nobody disables themselves. Have another administrator do it.",
                    "不能停用自己，请由另一名管理员操作。");
        }
        return directory.call(STAFF, () -> {
            User user = done(register.change(id, profile, disabled, clock.instant()));
            // Also after a change of role: what was open under the old one must not stay open.
            return new Changed(user, register.endSessions(id, keptOf(exchange, id)));
        }).map(changed -> {
            changed.ended().forEach(sessionEnded);
            agentsChanged.run();
            return Reply.ok(StaffJson.user(changed.user()));
        });
    }

    private Future<Reply> setPassword(Exchange exchange) {
        long id = exchange.numericId(Thing.USER);
        JsonBody body = exchange.json();
        String password = password(body, "");
        body.check();
        return hashed(password).compose(hash -> directory.call(STAFF, () -> {
            done(register.password(id, hash));
            return register.endSessions(id, keptOf(exchange, id));
        })).map(this::ended);
    }

    private Future<Reply> endSessions(Exchange exchange) {
        long id = exchange.numericId(Thing.USER);
        return directory.call(STAFF, () -> register.endSessions(id, keptOf(exchange, id))).map(this::ended);
    }

    private Future<Reply> sessions(Exchange exchange) {
        long id = exchange.numericId(Thing.USER);
        String own = exchange.caller().credential().tokenHash();
        return open(id).map(open -> Reply.whole(open.stream()
                .map(session -> StaffJson.session(session, session.tokenHash().equals(own)))));
    }

    private Future<Reply> endSession(Exchange exchange) {
        long id = exchange.numericId(Thing.USER);
        String name = exchange.parameter("session");
        return open(id).compose(open -> {
            String hash = open.stream()
                    .map(OpenSession::tokenHash)
                    .filter(known -> StaffJson.nameOf(known).equals(name))
                    .findFirst()
                    .orElseThrow(() -> Problems.notFound("session of this user with this id", "此人员的这个登录"));
            return directory.call(STAFF, () -> {
                staff.closeSession(hash);
                return List.of(hash);
            });
        }).map(this::ended);
    }

    private Future<List<OpenSession>> open(long id) {
        Instant now = clock.instant();
        return directory.call(STAFF, () -> staff.sessionsOf(id, now, now.minus(idle)));
    }

    private Reply ended(List<String> hashes) {
        hashes.forEach(sessionEnded);
        return new Reply.NoContent();
    }

    /** An administrator who changes their own entry stays signed in with the session that did it. */
    private static @Nullable String keptOf(Exchange exchange, long id) {
        return exchange.caller().user().id() == id ? exchange.caller().credential().tokenHash() : null;
    }

    private Future<String> hashed(String password) {
        return hashing.call("The sign-in", () -> passwords.hash(password));
    }

    private static String password(JsonBody body, String login) {
        String password = body.text("password", LONGEST_PASSWORD);
        if (!password.isEmpty()) {
            PasswordRule.objection(login, password).ifPresent(why -> body.error("password", why));
        }
        return password;
    }

    private static Profile profile(JsonBody body) {
        String name = body.text("name", LONGEST_NAME);
        Role role = body.oneOf("role", UserEndpoints::role, Stream.of(Role.values()).map(Role::code).toList())
                .orElse(Role.AGENT);
        Extension extension = body.optionalText("extension", 10)
                .flatMap(digits -> extension(body, digits))
                .orElse(null);
        if (role == Role.AGENT && extension == null && !body.faulty()) {
            body.error("extension", "must be given for an agent: the phone that calls come to",
                    "坐席须有分机，即接听来话的话机");
        }
        return new Profile(name, role, extension);
    }

    private static Optional<Role> role(String code) {
        return Stream.of(Role.values()).filter(role -> role.code().equals(code)).findFirst();
    }

    private static Optional<Extension> extension(JsonBody body, String digits) {
        try {
            return Optional.of(new Extension(digits));
        } catch (IllegalArgumentException e) {
            body.error("extension", Must.BE_AN_EXTENSION);
            return Optional.empty();
        }
    }

    private static User done(StaffChange change) {
        return switch (change) {
            case StaffChange.Done(User user) -> user;
            case StaffChange.NoSuchUser none -> throw Problems.notFound(Thing.USER);
            case StaffChange.LoginTaken taken ->
                throw Problems.conflict("There is a user of this login already. Take another one.", "该账号已存在，请换一个。");
            case StaffChange.ExtensionTaken(String login) ->
                throw Problems.conflict(Words.of("This extension is %s's already. One phone rings for one person.",
                        "该分机已属于 %s，一部话机只能供一人使用。", login));
            case StaffChange.LastAdministrator last -> throw Problems.conflict(
                    "This is the last administrator. Make another one first, or nobody could let anybody in.",
                    "这是最后一名管理员。请先增加一名，否则无人能开通权限。");
        };
    }

    private record Changed(User user, List<String> ended) {}
}
