package com.callfloor.dialer.pbx;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AnsweredBy;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.floor.PbxEvent;
import com.callfloor.dialer.pbx.Party.Agent;
import com.callfloor.dialer.pbx.Party.Debtor;
import com.callfloor.dialer.pbx.Party.Listener;
import com.callfloor.dialer.pbx.Party.Outside;
import com.callfloor.dialer.words.Words;

/**
 * Tells the floor what becomes of each channel, each thing once and in order, however often and in whatever order the
 * PBX tells it: at most one EarlyMedia and one Ringing, then at most one Answered, and exactly one Ended or DialFailed. Confined to the
 * dispatch thread.
 */
final class ChannelTeller {
    private final ChannelBook book;
    private final Joins joins;
    private final InstantSource clock;
    private final Consumer<PbxEvent> floor;
    private final Consumer<LiveChannel> hangUp;
    private final Consumer<LegId> part;

    /**
     * @param hangUp ends a channel that was wanted gone before it was there
     * @param part sends a leg back to its wait
     */
    ChannelTeller(ChannelBook book, Joins joins, InstantSource clock, Consumer<PbxEvent> floor,
            Consumer<LiveChannel> hangUp, Consumer<LegId> part) {
        this.book = book;
        this.joins = joins;
        this.clock = clock;
        this.floor = floor;
        this.hangUp = hangUp;
        this.part = part;
    }

    void seen(LiveChannel channel, String name) {
        channel.touchedNanos = System.nanoTime();
        channel.name = name;
        if (channel.endWanted) {
            channel.endWanted = false;
            hangUp.accept(channel);
        }
    }

    /** Sound comes from the network; once it rings or is answered, that says no more. */
    void earlyMedia(LiveChannel channel) {
        if (!channel.earlyMedia && !channel.rang && !channel.up && channel.party instanceof Debtor debtor) {
            channel.earlyMedia = true;
            floor.accept(new PbxEvent.EarlyMedia(now(), debtor.attempt()));
        }
    }

    void rings(LiveChannel channel) {
        if (!channel.rang && !channel.up) {
            channel.rang = true;
            if (channel.party instanceof Debtor debtor) {
                floor.accept(new PbxEvent.Ringing(now(), debtor.attempt()));
            }
        }
    }

    void answers(LiveChannel channel) {
        if (channel.up) {
            return;
        }
        channel.up = true;
        switch (channel.party) {
            case Debtor debtor -> {
                channel.answeredAt = now();
                if (channel.recorded) {
                    tellAnswered(channel);
                }
            }
            case Agent agent -> {
                channel.waits = true;
                floor.accept(new PbxEvent.AgentLegUp(now(), agent.leg()));
            }
            case Outside outside -> floor.accept(new PbxEvent.OutsideAnswered(now(), outside.leg()));
            case Listener listener -> {
            }
        }
    }

    /**
     * Only now is the answer told: on a busy PBX the joining, which takes the channel out of the dialplan, could
     * otherwise come before the dialplan has started the recording.
     */
    void recordingBegan(LiveChannel channel) {
        channel.recorded = true;
        tellAnswered(channel);
    }

    /** Told each time: whoever asked waits for it, even if nothing changed. */
    void recordingMuted(LiveChannel channel, boolean muted) {
        if (channel.party instanceof Debtor debtor) {
            floor.accept(new PbxEvent.RecordingMuted(now(), debtor.attempt(), muted));
        }
    }

    private void tellAnswered(LiveChannel channel) {
        Instant at = channel.answeredAt;
        if (at != null && channel.party instanceof Debtor debtor) {
            channel.answeredAt = null;
            floor.accept(new PbxEvent.Answered(at, debtor.attempt()));
        }
    }

    void detected(LiveChannel channel, AnsweredBy by) {
        if (channel.party instanceof Debtor debtor && !channel.detected) {
            channel.detected = true;
            floor.accept(new PbxEvent.Detected(now(), debtor.attempt(), by));
        }
    }

    void messageBegan(LiveChannel channel) {
        tellAnswered(channel);
        if (channel.party instanceof Debtor debtor && !channel.messageBegan) {
            channel.messageBegan = true;
            floor.accept(new PbxEvent.MessageStarted(now(), debtor.attempt()));
        }
    }

    void asked(LiveChannel channel) {
        if (channel.party instanceof Debtor debtor) {
            floor.accept(new PbxEvent.Asked(now(), debtor.attempt()));
        }
    }

    void leftAlone(LiveChannel channel) {
        if (channel.party instanceof Debtor debtor) {
            floor.accept(new PbxEvent.LeftAlone(now(), debtor.attempt()));
        }
    }

    void held(LiveChannel channel) {
        if (channel.party instanceof Debtor debtor) {
            channel.held = true;
            channel.touchedNanos = System.nanoTime();
            floor.accept(new PbxEvent.Held(now(), debtor.attempt()));
        }
    }

    void rated(LiveChannel channel, int satisfaction) {
        if (channel.party instanceof Debtor debtor) {
            floor.accept(new PbxEvent.Rated(now(), debtor.attempt(), satisfaction));
        }
    }

    /** Told whether or not the call is still up, and more than once. */
    void optedOut(AttemptId attempt, Duration ago) {
        floor.accept(new PbxEvent.OptedOut(now().minus(ago), attempt));
    }

    void optOutsTold() {
        floor.accept(new PbxEvent.OptOutsTold(now()));
    }

    void phoneAdmitted(long request) {
        floor.accept(new PbxEvent.PhoneAdmitted(now(), request));
    }

    /** An agent's leg is in its wait. The first time belongs to its coming up and is not told. */
    void waits(LiveChannel channel) {
        if (channel.party instanceof Agent agent && channel.up && !channel.waits) {
            channel.waits = true;
            floor.accept(new PbxEvent.AgentLegIdle(now(), agent.leg()));
        }
    }

    void entered(LiveChannel channel, String bridge, boolean holding, boolean room) {
        if (bridge.equals(channel.bridge)) {
            // A snapshot told it before its event came.
            return;
        }
        channel.bridge = bridge;
        channel.room = room;
        channel.held = false;
        if (holding) {
            waits(channel);
        } else {
            channel.waits = false;
            book.inSameBridge(channel).forEach(other -> meet(channel, other));
        }
    }

    void left(LiveChannel channel, String bridge) {
        if (bridge.equals(channel.bridge)) {
            channel.bridge = null;
            channel.room = false;
            channel.touchedNanos = System.nanoTime();
        }
    }

    /** Told even where the floor has been told before that it failed: they do hear each other. */
    void meet(LiveChannel one, LiveChannel other) {
        if (one.party instanceof Debtor debtor && other.party instanceof Agent agent) {
            boolean awaited = joins.met(debtor.attempt()).filter(agent.leg()::equals).isPresent();
            floor.accept(new PbxEvent.Connected(now(), debtor.attempt(), agent.leg()));
            if (awaited && one.room) {
                // Out of a bridge the debtor's partner falls by itself; here whoever was there before is sent away.
                book.inSameBridge(one)
                        .stream()
                        .filter(third -> third != other)
                        .forEach(third -> third.leg().ifPresent(part));
            }
        } else if (one.party instanceof Agent && other.party instanceof Debtor) {
            meet(other, one);
        } else if (one.party instanceof Agent agent && other.party instanceof Agent asked) {
            floor.accept(new PbxEvent.AgentsMet(now(), agent.leg(), asked.leg()));
        } else if (one.party instanceof Outside outside && other.party instanceof Agent agent) {
            floor.accept(new PbxEvent.OutsideMet(now(), outside.leg(), agent.leg()));
        } else if (one.party instanceof Outside outside && other.party instanceof Debtor debtor
                && outside.leg().attempt().equals(debtor.attempt())) {
            floor.accept(new PbxEvent.OutsideConnected(now(), outside.leg()));
        } else if (other.party instanceof Outside && !(one.party instanceof Outside)) {
            meet(other, one);
        }
    }

    void ended(LiveChannel channel, HangupCause cause) {
        tellAnswered(channel);
        channel.over = true;
        book.remove(channel);
        switch (channel.party) {
            case Debtor debtor -> {
                joins.fail(debtor.attempt(), new Words("the debtor hung up first", "债务人已先挂断"));
                floor.accept(new PbxEvent.Ended(now(), debtor.attempt(), cause));
            }
            case Agent agent -> {
                joins.fail(agent.leg(), new Words("the agent's leg was hung up first", "坐席的线路已先挂断"));
                floor.accept(new PbxEvent.AgentLegDown(now(), agent.leg(), cause));
            }
            case Outside outside -> floor.accept(new PbxEvent.OutsideEnded(now(), outside.leg(), cause));
            case Listener listener -> {
            }
        }
    }

    /**
     * A request failed before there was a channel; for a supervisor's phone, also one that rang in vain.
     *
     * @param trunksFault the PBX took the request and could not use the trunk
     */
    void failed(LiveChannel channel, boolean trunksFault, Words why) {
        channel.over = true;
        book.remove(channel);
        switch (channel.party) {
            case Debtor debtor -> floor.accept(new PbxEvent.DialFailed(now(), debtor.attempt(), trunksFault, why));
            case Agent agent -> floor.accept(new PbxEvent.AgentLegDown(now(), agent.leg(), HangupCause.NONE));
            case Outside outside -> floor.accept(new PbxEvent.OutsideEnded(now(), outside.leg(), HangupCause.NONE));
            case Listener listener -> floor.accept(new PbxEvent.ListeningFailed(now(), listener.to(), why));
        }
    }

    private Instant now() {
        return clock.instant();
    }
}
