package com.callfloor.dialer.pbx;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Digits;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.floor.DialRequest;
import com.callfloor.dialer.floor.PbxEvent;
import com.callfloor.dialer.supervision.ListenMode;
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
            floor.accept(new PbxEvent.ListeningFailed(clock.instant(), leg, "this agent's leg is not up"));
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
        Optional<LiveChannel> debtor = book.find(attempt.toString()).filter(channel -> channel.up);
        Optional<LiveChannel> agent = book.find(leg.toString()).filter(channel -> channel.up);
        Joins joins = switchboard.joins();
        if (!switchboard.isUp()) {
            joins.refuse(attempt, leg, Switchboard.DOWN);
        } else if (debtor.isEmpty()) {
            joins.refuse(attempt, leg, "the debtor's call is not up");
        } else if (agent.isEmpty()) {
            joins.refuse(attempt, leg, "the agent's leg is not up");
        } else if (joins.waitFor(leg) || talksToADebtor(agent.get())) {
            joins.refuse(attempt, leg, "the agent is in another call");
        } else {
            joins.begin(attempt, leg);
            switchboard.send(Outgoing.perishing(actions.join(attempt, leg), askedNanos),
                    why -> joins.fail(attempt, why));
        }
    }

    private boolean talksToADebtor(LiveChannel agent) {
        return book.inSameBridge(agent).filter(other -> other.party instanceof Party.Debtor).isPresent();
    }

    /** Nobody waits in silence for it: the floor gives it up by itself. */
    void consult(LegId one, LegId other, long askedNanos) {
        boolean free = Stream.of(one, other)
                .allMatch(leg -> book.find(leg.toString()).filter(up -> up.up && !talksToADebtor(up)).isPresent());
        if (free) {
            switchboard.send(Outgoing.perishing(actions.consult(one, other), askedNanos),
                    why -> LOG.warn("legs {} and {} could not be joined: {}", one, other, why));
        } else {
            LOG.warn("legs {} and {} were not joined: one is down, or talks to a debtor", one, other);
        }
    }

    /** Only out of a talk with another agent. */
    void part(LegId leg) {
        Optional<LiveChannel> up = book.find(leg.toString()).filter(channel -> channel.up);
        if (up.flatMap(book::inSameBridge).filter(other -> other.party instanceof Party.Agent).isPresent()) {
            switchboard.send(Outgoing.now(actions.part(leg)),
                    why -> LOG.warn("leg {} was not taken out of the talk of agents: {}", leg, why));
        }
    }

    /** A pause that comes late is none any more: the agent has been told so. That the recording goes on is never too late. */
    void pauseRecording(AttemptId attempt, boolean paused, long askedNanos) {
        Consumer<String> failed = why -> floor
                .accept(new PbxEvent.RecordingMuteFailed(clock.instant(), attempt, paused, why));
        if (!switchboard.isUp()) {
            failed.accept(Switchboard.DOWN);
        } else if (book.find(attempt.toString()).filter(channel -> channel.up).isEmpty()) {
            failed.accept("the debtor's call is not up");
        } else {
            AmiAction action = actions.muteRecording(attempt, paused);
            switchboard.send(paused ? Outgoing.perishing(action, askedNanos) : Outgoing.now(action), failed);
        }
    }

    /** One that does not get through is told again after the next connect, and forgotten then. */
    void forgetOptOut(AttemptId attempt) {
        switchboard.send(Outgoing.now(actions.forgetOptOut(attempt)),
                why -> LOG.debug("the opt-out in {} stays in the PBX: {}", attempt, why));
    }

    /** Who cannot be asked is let go. */
    void ask(AttemptId attempt) {
        switchboard.send(Outgoing.now(actions.ask(attempt)), why -> {
            LOG.warn("the debtor of {} cannot be asked how satisfied they are: {}", attempt, why);
            hangUp(attempt.toString());
        });
    }

    /** One that comes late would take the debtor away from an agent who has been told that the talk goes on. */
    void hold(AttemptId attempt, Duration atMost, long askedNanos) {
        Consumer<String> failed = why -> floor.accept(new PbxEvent.HoldFailed(clock.instant(), attempt, why));
        if (!switchboard.isUp()) {
            failed.accept(Switchboard.DOWN);
        } else if (book.find(attempt.toString()).filter(channel -> channel.up).isEmpty()) {
            failed.accept("the debtor's call is not up");
        } else {
            switchboard.send(Outgoing.perishing(actions.hold(attempt, atMost), askedNanos), failed);
        }
    }

    void leaveAlone(AttemptId attempt) {
        switchboard.send(Outgoing.now(actions.leaveAlone(attempt)),
                why -> LOG.warn("the debtor of {} stays on hold and hears no message: {}", attempt, why));
    }

    /** One after the other, with pauses in which the far side can tell two equal ones apart. */
    void press(AttemptId attempt, Digits digits, long askedNanos) {
        if (book.find(attempt.toString()).filter(channel -> channel.up).isEmpty()) {
            return;
        }
        switchboard.send(Outgoing.perishing(actions.press(attempt, digits.first()), askedNanos),
                why -> LOG.warn("a key in attempt {} was not sent: {}", attempt, why));
        digits.rest().ifPresent(rest -> switchboard.later(BETWEEN_KEYS, () -> press(attempt, rest, System.nanoTime())));
    }

    /** The dialplan tells when it is done. */
    void admitPhone(long request, Extension phone, String secret) {
        Consumer<String> failed = why -> floor.accept(new PbxEvent.PhoneNotAdmitted(clock.instant(), request, why));
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
                    why -> LOG.debug("nothing to hang up for {}: {}", id, why));
        }
    }
}
