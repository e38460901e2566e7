package com.callfloor.dialer.web.api;

import java.util.function.Consumer;

import com.callfloor.dialer.staff.PasswordRule;
import com.callfloor.dialer.staff.Passwords;
import com.callfloor.dialer.staff.StaffDirectory;
import com.callfloor.dialer.staff.StaffRegister;
import com.callfloor.dialer.staff.User;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.access.SignInThrottle;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.JsonBody;
import com.callfloor.dialer.web.http.Problem;
import com.callfloor.dialer.web.http.ProblemException;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.words.Words;
import io.vertx.core.Future;

/** Changing one's own password; the one who does it must know the old one, and all other sessions end. */
public final class OwnPasswordEndpoint {
    private static final String STAFF = "The staff register";
    private static final int LONGEST = PasswordRule.LONGEST + 1;

    private final StaffDirectory staff;
    private final StaffRegister register;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final Blocking directory;
    private final Blocking hashing;
    private final Consumer<String> sessionEnded;

    /** Made once; {@code sessionEnded} hears the token hash of each session that ends. */
    public OwnPasswordEndpoint(StaffDirectory staff, StaffRegister register, Passwords passwords,
            SignInThrottle throttle, Blocking directory, Blocking hashing, Consumer<String> sessionEnded) {
        this.staff = staff;
        this.register = register;
        this.passwords = passwords;
        this.throttle = throttle;
        this.directory = directory;
        this.hashing = hashing;
        this.sessionEnded = sessionEnded;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.CHANGE_OWN_PASSWORD, this::change);
    }

    private Future<Reply> change(Exchange exchange) {
        User user = exchange.caller().user();
        JsonBody body = exchange.json();
        String current = body.text("current", LONGEST);
        String wanted = body.text("password", LONGEST);
        if (!wanted.isEmpty()) {
            PasswordRule.objection(user.login(), wanted).ifPresent(why -> body.error("password", why));
        }
        body.check();
        String address = exchange.request().remoteAddress().hostAddress();
        throttle.enter(user.login(), address).ifPresent(wait -> {
            throw ProblemException.retryAfter(new Problem(429, "throttled", "Too many failed tries",
                    Words.of("Wait %d s and try again.", "请等待 %d 秒后再试。", wait.toSeconds())), wait);
        });
        String kept = exchange.caller().credential().tokenHash();
        return directory.call(STAFF, () -> staff.findByLogin(user.login()))
                .compose(found -> hashing.call("The sign-in", () -> {
                    if (found.filter(known -> passwords.matches(current, known.passwordHash())).isEmpty()) {
                        throw Problems.invalid("current", "is not your password", "当前密码不正确");
                    }
                    return passwords.hash(wanted);
                }))
                .compose(hash -> directory.call(STAFF, () -> {
                    register.password(user.id(), hash);
                    return register.endSessions(user.id(), kept);
                }))
                .map(ended -> {
                    throttle.succeeded(user.login(), address);
                    ended.forEach(sessionEnded);
                    return new Reply.NoContent();
                });
    }
}
