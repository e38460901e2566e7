package com.callfloor.dialer.web.api;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.staff.User;
import com.callfloor.dialer.supervision.FloorWatch;
import com.callfloor.dialer.supervision.LiveCall;
import com.callfloor.dialer.web.http.Blocking;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/** Supervisors who can be asked into a call: their wall is open, and they have a phone. For the event loop. */
public final class SupervisorsThere {
    private final FloorWatch watch;
    private final Supplier<List<User>> watching;
    private final Function<User, Optional<Extension>> phones;
    private final ListeningDesk listening;
    private final Blocking blocking;

    private record There(User user, Agent agent) {}

    /** {@code watching}: whose wall is open; {@code phones}: the phone that somebody has at hand. */
    public SupervisorsThere(FloorWatch watch, Supplier<List<User>> watching,
            Function<User, Optional<Extension>> phones, ListeningDesk listening, Blocking blocking) {
        this.watch = watch;
        this.watching = watching;
        this.phones = phones;
        this.listening = listening;
        this.blocking = blocking;
    }

    boolean isOne(AgentId person) {
        return there().stream().anyMatch(one -> one.agent().id().equals(person));
    }

    /** By name. Who may not hear the call's agent may not be given the agent's debtor either. */
    Future<List<Agent>> freeFor(LiveCall call) {
        Agent agent = call.agent();
        List<There> free = there().stream().filter(one -> !isInCall(one.agent().id())).toList();
        if (agent == null || free.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        return blocking.call("The staff register", () -> free.stream()
                .filter(one -> listening.againstLive(one.user(), agent.id().value()).isEmpty())
                .map(There::agent)
                .sorted(Comparator.comparing(Agent::name))
                .toList());
    }

    private List<There> there() {
        return watching.get()
                .stream()
                .flatMap(user -> phones.apply(user)
                        .map(phone -> new There(user, user.on(phone)))
                        .stream())
                .toList();
    }

    private boolean isInCall(AgentId person) {
        return watch.current()
                .calls()
                .stream()
                .anyMatch(call -> is(person, call.agent())
                        || (call.conference() != null && is(person, call.conference().third())));
    }

    private static boolean is(AgentId person, @Nullable Agent agent) {
        return agent != null && agent.id().equals(person);
    }
}
