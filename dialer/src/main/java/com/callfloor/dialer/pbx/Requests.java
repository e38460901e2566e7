package com.callfloor.dialer.pbx;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Digits;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.calls.OutsideLeg;
import com.callfloor.dialer.floor.DialRequest;
import com.callfloor.dialer.floor.OutsideRequest;
import com.callfloor.dialer.floor.PbxEvent;
import com.callfloor.dialer.supervision.ListenMode;
import com.callfloor.dialer.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what the floor asks for. Confined to the dispatch thread. {@code askedNanos} is when the floor asked, by
 * {@link System#nanoTime}.
 */
final class Requests {
    private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

    /** The tone takes 100 ms of it. */
    private static final Duration BETWEEN_KEYS = Duration.ofMillis(300);
    private static final Duration BACK_IN_THE_WAIT = Duration.ofMillis(200);
    private static final int LOOKS_FOR_THE_WAIT = 5;
    private static final Duration OUT_OF_THE_ROOM = Duration.ofMillis(300);

    private static final Words NO_CALL = new Words("the debtor's call is not up", "债务人的通话未接通");

    private final AmiActions actions;
    private final Switchboard switchboard;
    private final ChannelBook book;
    private final InstantSource clock;
    private final Consumer<PbxEvent> floor;
    private final Map<AgentId, String> listening = new HashMap<>();
    private long listeners;
    private long originates;

    Requests(AmiActions actions, Switchboard switchboard, InstantSource clock, Consumer<PbxEvent> floor) {
        this.actions = actions;
        this.switchboard = switchboard;
        this.book = switchboard.book();
        this.clock = clock;
        this.floor = floor;
    }

    void dial(DialRequest request, long askedNanos) {
        if (!switchboard.isUp()) {
            floor.accept(new PbxEvent.DialFailed(clock.instant(), request.attempt(), false, Switchboard.DOWN));
        } else {
            originate(request.attempt().toString(), new Party.Debtor(request.attempt()), actions.dial(request),
                    askedNanos);
        }
    }

    void ringAgent(LegId leg, Extension extension, long askedNanos) {
        if (!switchboard.isUp()) {
            floor.accept(new PbxEvent.AgentLegDown(clock.instant(), leg, HangupCause.NONE));
        } else {
            stopListening(leg.agent());
            originate(leg.toString(), new Party.Agent(leg), actions.ringAgent(leg, extension), askedNanos);
        }
    }

    void listenIn(AgentId supervisor, Extension phone, LegId leg, ListenMode mode, long askedNanos) {
        String agentsChannel = book.find(leg.toString()).filter(channel -> channel.up).map(up -> up.name).orElse(null);
        if (!switchboard.isUp()) {
            floor.accept(new PbxEvent.ListeningFailed(clock.instant(), leg, Switchboard.DOWN));
        } else if (agentsChannel == null || !AmiText.isChannelName(agentsChannel)) {
            floor.accept(new PbxEvent.ListeningFailed(clock.instant(), leg,
                    new Words("this agent's leg is not up", "该坐席的线路未接通")));
        } else {
            String id = "listen-" + supervisor.value() + "-" + clock.instant().toEpochMilli() + "-" + ++listeners;
            AmiAction action = actions.listenIn(id, phone, agentsChannel, mode);
            stopListening(supervisor);
            listening.put(supervisor, id);
            originate(id, new Party.Listener(leg), action, askedNanos);
        }
    }

    /** Who whispers now listens no more, nor does who takes a call over: a second call would find the phone busy. */
    private void stopListening(AgentId supervisor) {
        Optional.ofNullable(listening.remove(supervisor)).ifPresent(this::hangUp);
    }

    private void originate(String id, Party party, AmiAction action, long askedNanos) {
        if (book.find(id).isPresent()) {
            // Telling a failure would end the call that lives under this id in the floor's books.
            LOG.error("{} is asked for a second time while it is alive: ignored; this is a bug, please report it", id);
            return;
        }
        LiveChannel channel = book.enter(id, party);
        channel.responseDue = true;
        channel.actionId = "originate-" + ++originates;
        AmiActions.name(action, channel.actionId);
        switchboard.send(Outgoing.perishing(action, askedNanos), why -> {
            // Also after the link is lost: it surely was not placed, and nobody else will tell.
            if (!channel.over && !channel.exists()) {
                switchboard.teller().failed(channel, false, why);
            }
        });
    }

    /** The PBX would bridge a phone that still rings, or an agent who is talking, without a word; so it is checked here. */
    void connect(AttemptId attempt, LegId leg, long askedNanos) {
        connect(attempt, leg, askedNanos, LOOKS_FOR_THE_WAIT);
    }

    private void connect(AttemptId attempt, LegId leg, long askedNanos, int looks) {
        Optional<LiveChannel> debtor = book.find(attempt.toString()).filter(channel -> channel.up);
        Optional<LiveChannel> agent = book.find(leg.toString()).filter(channel -> channel.up);
        Joins joins = switchboard.joins();
        if (!switchboard.isUp()) {
            joins.refuse(attempt, leg, Switchboard.DOWN);
        } else if (debtor.isEmpty()) {
            joins.refuse(attempt, leg, NO_CALL);
        } else if (agent.isEmpty()) {
            joins.refuse(attempt, leg, new Words("the agent's leg is not up", "坐席的线路未接通"));
        } else if (debtor.get().room && book.inSameBridge(debtor.get()).contains(agent.get())) {
            alone(attempt, debtor.get(), agent.get(), leg);
        } else if (joins.waitFor(leg) || book.isWithDebtor(agent.get())) {
            joins.refuse(attempt, leg, new Words("the agent is in another call", "坐席正在另一通电话中"));
        } else if (agent.get().room) {
            leaveAndConnect(attempt, agent.get(), leg);
        } else if (mayHaveLeft(debtor.get(), looks) && isOnTheWay(agent.get()) && looks > 0) {
            // Before the other's line is ended, which may be at once.
            takeFromOutside(attempt, debtor.get());
            switchboard.later(BACK_IN_THE_WAIT, () -> connect(attempt, leg, System.nanoTime(), looks - 1));
        } else {
            takeFromOutside(attempt, debtor.get());
            joins.begin(attempt, leg);
            AmiAction join = debtor.get().room ? actions.enterRoom(attempt, leg) : actions.join(attempt, leg);
            switchboard.send(Outgoing.perishing(join, askedNanos), why -> joins.fail(attempt, why));
        }
    }

    /** The agent's talk with somebody else about this debtor; who has been waited for is waited for again. */
    private static boolean mayHaveLeft(LiveChannel debtor, int looks) {
        return debtor.held || debtor.givenOutside || looks < LOOKS_FOR_THE_WAIT;
    }

    /**
     * Out of a talk that has just ended, and not in the wait yet: a bridge with such a leg ends at once, and a debtor on hold would be
     * alone.
     */
    private boolean isOnTheWay(LiveChannel agent) {
        return !agent.waits && book.inSameBridge(agent).isEmpty();
    }

    /** Out of a room into which the debtor did not come; no bridge takes a channel from there. */
    private void leaveAndConnect(AttemptId attempt, LiveChannel agent, LegId leg) {
        part(leg);
        switchboard.later(OUT_OF_THE_ROOM, () -> {
            if (agent.room) {
                switchboard.joins().refuse(attempt, leg, new Words("the agent's leg is in a conference", "坐席正在会议通话中"));
            } else {
                connect(attempt, leg, System.nanoTime());
            }
        });
    }

    /** In a room, and nobody else with the two. */
    private void alone(AttemptId attempt, LiveChannel debtor, LiveChannel agent, LegId leg) {
        switchboard.joins().begin(attempt, leg);
        switchboard.teller().meet(debtor, agent);
    }

    /** Debtor and two legs are brought into one room; who is there stays. Nobody waits in silence: the floor gives it up by itself. */
    void confer(AttemptId attempt, LegId one, LegId other, long askedNanos) {
        Optional<LiveChannel> debtor = book.find(attempt.toString()).filter(channel -> channel.up);
        List<LegId> legs = List.of(one, other);
        boolean free = legs.stream().allMatch(leg -> isFreeFor(debtor, leg));
        Consumer<Words> failed = why -> LOG.warn("the three of attempt {} could not be brought together: {}", attempt,
                why.en());
        if (debtor.isEmpty() || !free) {
            failed.accept(new Words("one is not there, or talks to another debtor", "有一方不在线，或正与另一债务人通话"));
        } else if (debtor.get().room) {
            book.inSameBridge(debtor.get()).forEach(there -> switchboard.teller().meet(debtor.get(), there));
            legs.stream()
                    .filter(leg -> !isWith(debtor.get(), leg))
                    .forEach(leg -> twice(() -> actions.enterRoom(attempt, leg), askedNanos, failed));
        } else {
            twice(() -> actions.enterRoom(attempt, other), askedNanos, failed);
            twice(() -> actions.openRoom(attempt, one), askedNanos, failed);
        }
    }

    private boolean isFreeFor(Optional<LiveChannel> debtor, LegId leg) {
        return book.find(leg.toString())
                .filter(channel -> channel.up)
                .filter(channel -> !book.isWithDebtor(channel) || debtor.filter(one -> isWith(one, leg)).isPresent())
                .isPresent();
    }

    private boolean isWith(LiveChannel debtor, LegId leg) {
        return book.inSameBridge(debtor).stream().anyMatch(other -> other.id.equals(leg.toString()));
    }

    /** Nobody waits in silence for it: the floor gives it up by itself. */
    void consult(LegId one, LegId other, long askedNanos) {
        consult(one.toString(), other.toString(), () -> actions.consult(one, other), askedNanos);
    }

    void consult(LegId one, OutsideLeg other, long askedNanos) {
        consult(one.toString(), other.toString(), () -> actions.consult(one, other), askedNanos);
    }

    private void consult(String one, String other, Supplier<AmiAction> join, long askedNanos) {
        boolean free = Stream.of(one, other)
                .allMatch(leg -> book.find(leg).filter(up -> up.up && !book.isWithDebtor(up)).isPresent());
        if (free) {
            twice(join, askedNanos, why -> LOG.warn("legs {} and {} could not be joined: {}", one, other, why.en()));
        } else {
            LOG.warn("legs {} and {} were not joined: one is down, or talks to a debtor", one, other);
        }
    }

    /**
     * Asks once more if it is refused: out of a bridge that has just ended, such as by the other's leaving, a leg cannot be taken before
     * it is back in its wait.
     */
    private void twice(Supplier<AmiAction> action, long askedNanos, Consumer<Words> failed) {
        switchboard.send(Outgoing.perishing(action.get(), askedNanos), first -> switchboard.later(BACK_IN_THE_WAIT,
                () -> switchboard.send(Outgoing.perishing(action.get(), askedNanos), failed)));
    }

    void ringOutside(OutsideRequest request, long askedNanos) {
        OutsideLeg leg = request.leg();
        if (!switchboard.isUp()) {
            floor.accept(new PbxEvent.OutsideEnded(clock.instant(), leg, HangupCause.NONE));
        } else {
            originate(leg.toString(), new Party.Outside(leg), actions.ringOutside(request), askedNanos);
        }
    }

    /** Before the two meet, the debtor's channel learns what becomes of it after. */
    void connect(OutsideLeg leg, long askedNanos) {
        Optional<LiveChannel> debtor = book.find(leg.attempt().toString()).filter(channel -> channel.up);
        Optional<LiveChannel> other = book.find(leg.toString()).filter(channel -> channel.up);
        if (debtor.isEmpty() || other.isEmpty()) {
            LOG.warn("{} was not put through: one of the two is not there any more", leg);
            return;
        }
        Consumer<Words> failed = why -> LOG.warn("{} was not put through: {}", leg, why.en());
        debtor.get().givenOutside = true;
        switchboard.send(Outgoing.perishing(actions.giveOutside(leg.attempt(), true), askedNanos), failed);
        switchboard.send(Outgoing.perishing(actions.joinOutside(leg), askedNanos), failed);
    }

    /** As every debtor who comes back to an agent: should that one be lost, the debtor waits. */
    private void takeFromOutside(AttemptId attempt, LiveChannel debtor) {
        if (debtor.givenOutside) {
            debtor.givenOutside = false;
            switchboard.send(Outgoing.now(actions.giveOutside(attempt, false)),
                    why -> LOG.warn("attempt {} would end with its agent's phone: {}", attempt, why.en()));
        }
    }

    /** Only out of a talk with another agent, or out of a room. */
    void part(LegId leg) {
        Optional<LiveChannel> up = book.find(leg.toString()).filter(channel -> channel.up);
        boolean withAgent = up.stream()
                .flatMap(channel -> book.inSameBridge(channel).stream())
                .anyMatch(other -> other.party instanceof Party.Agent);
        if (withAgent || up.filter(channel -> channel.room).isPresent()) {
            switchboard.send(Outgoing.now(actions.part(leg)),
                    why -> LOG.warn("leg {} was not taken out of the talk of agents: {}", leg, why.en()));
        }
    }

    /** A pause that comes late is none any more: the agent has been told so. That the recording goes on is never too late. */
    void pauseRecording(AttemptId attempt, boolean paused, long askedNanos) {
        Consumer<Words> failed = why -> floor
                .accept(new PbxEvent.RecordingMuteFailed(clock.instant(), attempt, paused, why));
        if (!switchboard.isUp()) {
            failed.accept(Switchboard.DOWN);
        } else if (book.find(attempt.toString()).filter(channel -> channel.up).isEmpty()) {
            failed.accept(NO_CALL);
        } else {
            AmiAction action = actions.muteRecording(attempt, paused);
            switchboard.send(paused ? Outgoing.perishing(action, askedNanos) : Outgoing.now(action), failed);
        }
    }

    /** One that does not get through is told again after the next connect, and forgotten then. */
    void forgetOptOut(AttemptId attempt) {
        switchboard.send(Outgoing.now(actions.forgetOptOut(attempt)),
                why -> LOG.debug("the opt-out in {} stays in the PBX: {}", attempt, why.en()));
    }

    /** Who cannot be asked is let go. */
    void ask(AttemptId attempt) {
        switchboard.send(Outgoing.now(actions.ask(attempt)), why -> {
            LOG.warn("the debtor of {} cannot be asked how satisfied they are: {}", attempt, why.en());
            hangUp(attempt.toString());
        });
    }

    /** One that comes late would take the debtor away from an agent who has been told that the talk goes on. */
    void hold(AttemptId attempt, Duration atMost, long askedNanos) {
        Consumer<Words> failed = why -> floor.accept(new PbxEvent.HoldFailed(clock.instant(), attempt, why));
        if (!switchboard.isUp()) {
            failed.accept(Switchboard.DOWN);
        } else if (book.find(attempt.toString()).filter(channel -> channel.up).isEmpty()) {
            failed.accept(NO_CALL);
        } else {
            switchboard.send(Outgoing.perishing(actions.hold(attempt, atMost), askedNanos), failed);
        }
    }

    void leaveAlone(AttemptId attempt) {
        switchboard.send(Outgoing.now(actions.leaveAlone(attempt)),
                why -> LOG.warn("the debtor of {} stays on hold and hears no message: {}", attempt, why.en()));
    }

    /** One after the other, with pauses in which the far side can tell two equal ones apart. */
    void press(AttemptId attempt, Digits digits, long askedNanos) {
        if (book.find(attempt.toString()).filter(channel -> channel.up).isEmpty()) {
            return;
        }
        switchboard.send(Outgoing.perishing(actions.press(attempt, digits.first()), askedNanos),
                why -> LOG.warn("a key in attempt {} was not sent: {}", attempt, why.en()));
        digits.rest().ifPresent(rest -> switchboard.later(BETWEEN_KEYS, () -> press(attempt, rest, System.nanoTime())));
    }

    /** The dialplan tells when it is done. */
    void admitPhone(long request, Extension phone, String secret) {
        Consumer<Words> failed = why -> floor.accept(new PbxEvent.PhoneNotAdmitted(clock.instant(), request, why));
        if (switchboard.isUp()) {
            switchboard.send(Outgoing.now(actions.admitPhone(request, phone, secret)), failed);
        } else {
            failed.accept(Switchboard.DOWN);
        }
    }

    /** @param id an attempt's or a leg's */
    void hangUp(String id) {
        LiveChannel channel = book.find(id).orElse(null);
        if (channel != null && !channel.exists()) {
            // The PBX took the request and has no channel yet to hang up: it will be, as soon as it shows.
            channel.endWanted = true;
        } else if (switchboard.isUp()) {
            switchboard.send(Outgoing.now(actions.hangUp(id)),
                    why -> LOG.debug("nothing to hang up for {}: {}", id, why.en()));
        }
    }
}
