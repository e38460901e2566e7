package com.callfloor.dialer.web.api;

import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.supervision.AgentWish;
import com.callfloor.dialer.supervision.BreakReason;
import com.callfloor.dialer.web.http.JsonBody;

/** Reads the state that somebody asks for. */
final class AgentWishes {
    private static final List<String> STATES = List.of("ready", "break", "signed_out");
    private static final List<String> REASONS = List.of(BreakReason.values()).stream().map(BreakReason::code).toList();

    private AgentWishes() {}

    static AgentWish read(JsonBody body) {
        Optional<String> state = body.oneOf("state", code -> Optional.of(code).filter(STATES::contains), STATES);
        Optional<AgentWish> wish = state.flatMap(code -> switch (code) {
            case "ready" -> Optional.of(new AgentWish.Ready());
            case "signed_out" -> Optional.of(new AgentWish.SignedOut());
            default -> body.oneOf("reason", BreakReason::ofCode, REASONS).map(AgentWish.Break::new);
        });
        body.check();
        return wish.orElseThrow();
    }
}
