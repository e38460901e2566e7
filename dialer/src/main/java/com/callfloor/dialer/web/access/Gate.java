package com.callfloor.dialer.web.access;

import java.util.Optional;

import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.words.Words;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;

/** Lets a request through to its operation, or not. */
public final class Gate {
    private final Authenticator authenticator;
    private final BrowserGuard guard;

    public Gate(Authenticator authenticator, BrowserGuard guard) {
        this.authenticator = authenticator;
        this.guard = guard;
    }

    /** The caller, or empty for an open operation. Fails with 401, 403 or 503. */
    public Future<Optional<Caller>> admit(Operation operation, HttpServerRequest request) {
        if (operation.open()) {
            if (operation.changesState()) {
                guard.checkOrigin(request);
            }
            return Future.succeededFuture(Optional.empty());
        }
        Credential credential = Credential.of(request)
                .orElseThrow(() -> Problems
                        .signInFirst(
                                "Sign in with POST /api/session, or send Authorization: Bearer with an API token.",
                                "请先登录，程序请使用令牌。"));
        return authenticator.find(credential).map(found -> {
            Caller caller = found.orElseThrow(
                    () -> Problems.signInFirst("The session or token is unknown or has expired. Sign in again.",
                            "登录或令牌已失效，请重新登录。"));
            check(operation, caller, request);
            if (operation.isUse()) {
                authenticator.used(credential);
            }
            return found;
        });
    }

    private void check(Operation operation, Caller caller, HttpServerRequest request) {
        Role role = caller.user().role();
        if (!operation.permits(role)) {
            throw Problems.forbidden("role", Words.of("The role %s may not do this.", "%s角色无权执行此操作。", role.words()));
        }
        if (caller.readOnly() && operation.changesState()) {
            throw Problems.forbidden("read-only",
                    "This token may only read. Have an administrator make one that may change things.",
                    "此令牌只读，请由管理员创建可读写的令牌。");
        }
        if (caller.credential() instanceof Credential.SessionCookie) {
            if (operation.changesState()) {
                guard.checkHeader(request);
            }
            if (operation.changesState() || operation.isLine()) {
                guard.checkOrigin(request);
            }
        }
    }
}
