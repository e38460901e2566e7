package com.callfloor.dialer.web.api;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.staff.StaffRegister;
import com.callfloor.dialer.staff.StaffRegister.Token;
import com.callfloor.dialer.staff.Tokens;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.JsonBody;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.json.StaffJson;
import io.vertx.core.Future;

/** The tokens of programs. A token is shown once, to whoever made it. */
public final class TokenEndpoints {
    private static final String STAFF = "The staff register";
    private static final String NAME = "[a-z0-9][a-z0-9._-]{0,49}";

    private final StaffRegister register;
    private final Tokens tokens;
    private final Blocking blocking;
    private final InstantSource clock;

    /** {@code clock}: the real one. */
    public TokenEndpoints(StaffRegister register, Tokens tokens, Blocking blocking, InstantSource clock) {
        this.register = register;
        this.tokens = tokens;
        this.blocking = blocking;
        this.clock = clock;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.TOKENS, this::list)
                .on(Operation.MAKE_TOKEN, this::make)
                .on(Operation.REVOKE_TOKEN, this::revoke);
    }

    private Future<Reply> list(Exchange exchange) {
        exchange.query(Set.of());
        return blocking.call(STAFF, register::tokens).map(found -> Reply.whole(found.stream().map(StaffJson::token)));
    }

    private Future<Reply> make(Exchange exchange) {
        JsonBody body = exchange.json();
        String name = body.text("name", 50);
        if (!name.isEmpty() && !name.matches(NAME)) {
            body.error("name", "must be small letters, digits and . _ - only, such as crm",
                    "只能用小写字母、数字和 . _ -，例如 crm");
        }
        boolean readOnly = body.flag("read_only").orElse(false);
        Optional<Instant> expiresAt = body.instant("expires_at");
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (expiresAt.filter(at -> !at.isAfter(now)).isPresent()) {
            body.error("expires_at", "must be in the future", "须为将来的时间");
        }
        body.check();
        String secret = tokens.next();
        Token token = new Token(name, "program-" + name, readOnly, now, expiresAt.orElse(null));
        return blocking.call(STAFF, () -> register.makeToken(token, Tokens.hash(secret))).map(made -> {
            if (!made) {
                throw Problems
                        .conflict("There is a token of this name already. Revoke it first, or take another name.",
                                "此名称的令牌已存在，请先吊销，或换一个名称。");
            }
            return new Reply.Json(201, StaffJson.token(token).put("token", secret));
        });
    }

    private Future<Reply> revoke(Exchange exchange) {
        String name = exchange.parameter("name");
        return blocking.call(STAFF, () -> register.revokeToken(name)).map(revoked -> {
            if (!revoked) {
                throw Problems.notFound("token of this name", "此名称的令牌");
            }
            return new Reply.NoContent();
        });
    }
}
