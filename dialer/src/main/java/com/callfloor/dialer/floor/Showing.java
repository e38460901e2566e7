package com.callfloor.dialer.floor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.supervision.AgentView;
import com.callfloor.dialer.supervision.ClosedBecause;
import com.callfloor.dialer.supervision.FloorChange;
import com.callfloor.dialer.supervision.FloorSnapshot;
import com.callfloor.dialer.supervision.FloorWatch.Subscription;
import com.callfloor.dialer.supervision.LiveCall;
import com.callfloor.dialer.supervision.Preview;
import com.callfloor.dialer.supervision.ScreenPop;
import com.callfloor.dialer.supervision.TakeOverFailure;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects the changes of one task on the floor's thread, then publishes a fresh snapshot and tells the watchers: what
 * they are told of, the snapshot shows already.
 */
final class Showing implements Announcer {
    private static final Logger LOG = LoggerFactory.getLogger(Showing.class);

    private final AgentDesks desks;
    private final Pops pops;
    private final List<Consumer<FloorChange>> watchers = new CopyOnWriteArrayList<>();
    private final List<FloorChange> changes = new ArrayList<>();
    private volatile FloorSnapshot current;

    Showing(AgentDesks desks, Pops pops, FloorSnapshot first) {
        this.desks = desks;
        this.pops = pops;
        this.current = first;
    }

    FloorSnapshot current() {
        return current;
    }

    Subscription subscribe(Consumer<FloorChange> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    /** Ends a task: publishes, if there is something to show. */
    void publish(Supplier<FloorSnapshot> snapshot) {
        if (changes.isEmpty()) {
            return;
        }
        current = snapshot.get();
        List<FloorChange> told = List.copyOf(changes);
        changes.clear();
        for (Consumer<FloorChange> watcher : watchers) {
            for (FloorChange change : told) {
                tell(watcher, change);
            }
        }
    }

    private static void tell(Consumer<FloorChange> watcher, FloorChange change) {
        try {
            watcher.accept(change);
        } catch (RuntimeException e) {
            LOG.error("a watcher of the floor failed", e);
        }
    }

    @Override
    public void agentChanged(AgentDesk desk) {
        changes.add(new FloorChange.AgentChanged(view(desk)));
    }

    @Override
    public void callChanged(OpenCall call) {
        changes.add(new FloorChange.CallChanged(view(call)));
        switch (call.state()) {
            case CallState.Connected connected -> call.agent().ifPresent(agent -> pop(agent, call));
            case CallState.Held onHold -> call.agent().ifPresent(agent -> pop(agent, call));
            case CallState.AgentLost lost -> call.agent().ifPresent(agent -> pops.show(agent, popOf(call)));
            case CallState.Asking asking -> call.agent().ifPresent(agent -> keepOrDrop(agent, call));
            case CallState.Closed closed -> call.agent().ifPresent(agent -> keepOrDrop(agent, call));
            default -> {
            }
        }
    }

    @Override
    public void screenPopped(AgentId person, OpenCall call) {
        pop(person, call);
    }

    @Override
    public void released(AgentId person, AttemptId attempt, @Nullable Words why) {
        changes.add(new FloorChange.Released(person, attempt, why));
    }

    @Override
    public void previewed(AgentDesk desk, @Nullable Preview preview) {
        changes.add(new FloorChange.Previewed(desk.agent().id(), preview));
    }

    @Override
    public void callDenied(AgentDesk desk, @Nullable String caseRef, Decision decision) {
        changes.add(new FloorChange.CallDenied(desk.agent().id(), caseRef, decision));
    }

    @Override
    public void caseClosed(AgentDesk desk, String caseRef, ClosedBecause why) {
        changes.add(new FloorChange.CaseClosed(desk.agent().id(), caseRef, why));
    }

    @Override
    public void takeOverFailed(AgentId supervisor, AttemptId attempt, TakeOverFailure why) {
        changes.add(new FloorChange.TakeOverFailed(supervisor, attempt, why));
    }

    @Override
    public void transferFailed(AgentDesk from, Agent to, Words why) {
        changes.add(new FloorChange.TransferFailed(from.agent().id(), to.name(), why));
    }

    @Override
    public void transferFailed(AgentDesk from, Words to, Words why) {
        changes.add(new FloorChange.TransferFailed(from.agent().id(), to, why));
    }

    private void pop(AgentId agent, OpenCall call) {
        ScreenPop pop = popOf(call);
        pops.show(agent, pop);
        changes.add(new FloorChange.ScreenPopped(agent, pop));
    }

    /** The case stays in view while it is wrapped up; a supervisor, or a debtor who was gone before the join, leaves nothing to do. */
    private void keepOrDrop(AgentId agent, OpenCall call) {
        if (call.connectedAt().isPresent() && call.takenOverBy().isEmpty()) {
            pops.show(agent, popOf(call));
        } else {
            pops.drop(agent);
        }
    }

    @Override
    public void floorChanged() {
        changes.add(new FloorChange.FloorChanged());
    }

    /** Somebody changed a campaign or a trunk. */
    void settingsChanged() {
        changes.add(new FloorChange.SettingsChanged());
    }

    AgentView view(AgentDesk desk) {
        return new AgentView(desk.agent(), desk.state(), desk.leg(), desk.next().orElse(null));
    }

    LiveCall view(OpenCall call) {
        Optional<AgentDesk> desk = call.agent().flatMap(desks::find);
        return new LiveCall(call.id, call.state(), call.card.caseRef(), call.maskedNumber,
                desk.map(AgentDesk::agent).or(call::takenOverBy).orElse(null), call.pause().orElse(null),
                call.conference().orElse(null));
    }

    private static ScreenPop popOf(OpenCall call) {
        Instant answeredAt = call.answeredAt().orElse(call.state().since());
        return new ScreenPop(call.id, answeredAt, call.connectedAt().isPresent(), call.maskedNumber,
                call.purpose, call.card, call.pause().orElse(null), call.hold().orElse(null),
                call.transfer().orElse(null), call.conference().orElse(null), call.outside().orElse(null));
    }
}
