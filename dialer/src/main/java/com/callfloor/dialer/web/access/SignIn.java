package com.callfloor.dialer.web.access;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import com.callfloor.dialer.staff.Passwords;
import com.callfloor.dialer.staff.SignInPolicy;
import com.callfloor.dialer.staff.StaffDirectory;
import com.callfloor.dialer.staff.StaffDirectory.NewSession;
import com.callfloor.dialer.staff.StaffDirectory.UserWithPassword;
import com.callfloor.dialer.staff.Tokens;
import com.callfloor.dialer.staff.User;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.Problem;
import com.callfloor.dialer.web.http.ProblemException;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.words.Words;
import io.vertx.core.Future;

/**
 * Opens and closes sessions. A wrong password, an unknown login and one that has no password to sign in with get the same
 * answer after the same time.
 */
public final class SignIn {
    private static final String STAFF = "The staff directory";

    private final StaffDirectory staff;
    private final Passwords passwords;
    private final Tokens tokens;
    private final SignInThrottle throttle;
    private final SignInPolicy policy;
    private final Work work;
    private final InstantSource clock;

    /** Made once; {@code clock} is the real one, also on a floor whose clock is simulated. */
    public SignIn(StaffDirectory staff, Passwords passwords, Tokens tokens, SignInThrottle throttle,
            SignInPolicy policy, Work work, InstantSource clock) {
        this.staff = staff;
        this.passwords = passwords;
        this.tokens = tokens;
        this.throttle = throttle;
        this.policy = policy;
        this.work = work;
        this.clock = clock;
    }

    /** The new session; fails with 401, 429 or 503. */
    public Future<Session> open(String login, String password, Visitor visitor) {
        String address = visitor.address();
        throttle.enter(login, address).ifPresent(wait -> {
            throw ProblemException.retryAfter(new Problem(429, "throttled", "Too many failed sign-ins",
                    Words.of("Wait %d s and try again.", "请等待 %d 秒后再试。", wait.toSeconds())), wait);
        });
        return work.directory()
                .call(STAFF, () -> staff.findByLogin(login).filter(found -> policy.passwordFor(found.user().login())))
                .compose(found -> work.hashing().call("The sign-in", () -> check(found, password)))
                .onFailure(unchecked -> throttle.unchecked(login, address))
                .compose(right -> {
                    User user = right.orElseThrow(() -> Problems.signInFirst(
                            "Login or password is wrong. Ask your supervisor for a new password if it is lost.",
                            "账号或密码错误。如忘记密码，请联系班长重设。"));
                    throttle.succeeded(login, address);
                    return enter(user, visitor);
                });
    }

    /** Whose login this is, for the audit log. */
    public Future<Optional<User>> known(String login) {
        return work.directory().call(STAFF, () -> staff.findByLogin(login).map(UserWithPassword::user));
    }

    public Future<Void> close(String tokenHash) {
        return work.directory().call(STAFF, () -> {
            staff.closeSession(tokenHash);
            return Optional.empty();
        }).mapEmpty();
    }

    private Optional<User> check(Optional<UserWithPassword> found, String password) {
        boolean right = found.map(user -> passwords.matches(password, user.passwordHash()))
                .orElseGet(() -> passwords.matchesNobody(password));
        return right ? found.map(UserWithPassword::user) : Optional.empty();
    }

    public SignInPolicy policy() {
        return policy;
    }

    /** A new session of somebody who has proven who they are. */
    public Future<Session> enter(User user, Visitor visitor) {
        String token = tokens.next();
        return work.directory().call(STAFF, () -> {
            Instant now = clock.instant();
            staff.openSession(new NewSession(Tokens.hash(token), user.id(), now, now.plus(policy.longest()),
                    visitor.address(), visitor.browser()));
            return new Session(user, token);
        });
    }

    /** An open session. The token goes to its owner and is kept nowhere. */
    public record Session(User user, String token) {
        public String tokenHash() {
            return Tokens.hash(token);
        }

        @Override
        public String toString() {
            return "session of " + user.login();
        }
    }

    /** Where the two kinds of waiting happen; hashing has few places, since each takes a core and 19 MiB. */
    public record Work(Blocking directory, Blocking hashing) {}
}
