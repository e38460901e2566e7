package com.callfloor.dialer.floor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.AgentPhones;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.calls.ConferenceEnd;
import com.callfloor.dialer.calls.HoldEnd;
import com.callfloor.dialer.calls.TransferKind;
import com.callfloor.dialer.floor.Room.Step;
import com.callfloor.dialer.supervision.Conference;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.FloorReply.Accepted;
import com.callfloor.dialer.supervision.FloorReply.Refused;
import com.callfloor.dialer.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Talks of three: a debtor, the call's agent, and a third who was asked in, or a supervisor who came in. The call stays the agent's
 * until they leave it to the third. The PBX ends all by itself, also with the dialer dead; what it says of who is there counts.
 * Confined to the floor's thread.
 */
final class Conferences {
    private static final Logger LOG = LoggerFactory.getLogger(Conferences.class);
    /** Below the time for which a client waits for the floor's reply. */
    private static final Duration CONFIRMED_WITHIN = Duration.ofMillis(2_500);
    /** The end of the call, which sends everybody back to their wait, may be told right after. */
    private static final Duration IDLE_IN_PASSING = Duration.ofSeconds(1);
    private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(2);

    private final Duration patience;
    private final Clock clock;
    private final Pbx pbx;
    private final FactJournal journal;
    private final OpenCalls calls;
    private final AgentDesks desks;
    private final HeldTalks held;
    private final HandOvers handOvers;
    private final Invitees invitees;
    private final FloorGate gate;
    private final Announcer announcer;
    private final Map<AttemptId, Room> rooms = new HashMap<>();

    Conferences(AgentPhones phones, Clock clock, Pbx pbx, FactJournal journal, OpenCalls calls, AgentDesks desks,
            HeldTalks held, HandOvers handOvers, Invitees invitees, FloorGate gate, Announcer announcer) {
        Duration back = phones.patienceForLost();
        this.patience = back.compareTo(IDLE_IN_PASSING) > 0 ? back : IDLE_IN_PASSING;
        this.clock = clock;
        this.pbx = pbx;
        this.journal = journal;
        this.calls = calls;
        this.desks = desks;
        this.held = held;
        this.handOvers = handOvers;
        this.invitees = invitees;
        this.gate = gate;
        this.announcer = announcer;
    }

    boolean isUnderWay(OpenCall call) {
        return rooms.containsKey(call.id);
    }

    /** Whether this person is the third in the call. */
    boolean isThird(AttemptId attempt, AgentId person) {
        return room(attempt).filter(room -> room.third.who().id().equals(person)).isPresent();
    }

    private Optional<Room> room(AttemptId attempt) {
        return Optional.ofNullable(rooms.get(attempt));
    }

    /** Agent and third talk to each other, the debtor is on hold. {@code reply}: once all three hear each other. */
    void bringTogether(OpenCall call, AgentDesk first, Invitee third, Consumer<FloorReply> reply) {
        var room = new Room(call, first, third, false, Step.JOIN, clock.instant());
        rooms.put(call.id, room);
        room.step(Step.JOIN, clock.instant(), reply);
        join(room);
    }

    /** A supervisor's phone is rung already; the agent talks with the debtor. */
    void bargeIn(OpenCall call, AgentDesk first, Invitee third) {
        rooms.put(call.id, new Room(call, first, third, true, Step.RING, clock.instant()));
    }

    private void join(Room room) {
        Optional<LegId> first = room.first.line();
        Optional<LegId> third = room.third.line();
        if (first.isEmpty() || third.isEmpty()) {
            fail(room, TalkWords.DISCONNECTED);
        } else {
            room.thirdsLeg = third.get();
            room.step(Step.JOIN, clock.instant());
            pbx.confer(room.call.id, first.get(), third.get());
        }
    }

    /** Debtor and this leg hear each other; false if that is no talk of three. */
    boolean connected(OpenCall call, LegId leg, Instant at) {
        Room room = rooms.get(call.id);
        if (room == null || room.step == Step.RING || !(room.isFirsts(leg) || room.isThirds(leg))) {
            return false;
        }
        if (room.isThirds(leg)) {
            room.thirdIn = true;
            room.thirdIdleSince = null;
        } else {
            room.firstIn = true;
            room.firstAwaySince = null;
        }
        if (room.step == Step.JOIN && room.firstIn && room.thirdIn) {
            begin(room, at);
        }
        return true;
    }

    private void begin(Room room, Instant at) {
        OpenCall call = room.call;
        room.step(Step.TALK, at);
        if (call.state() instanceof CallState.Held) {
            held.over(call, at, HoldEnd.RESUMED);
        }
        call.transfer(null);
        call.conference(new Conference(room.first.agent(), room.third.who(), room.barged, at));
        journal.write(new FloorFact.ThirdJoined(at, call.id, room.first.agent().id(), room.third.who().id(),
                room.barged));
        room.third.joins(call, at);
        announcer.callChanged(call);
        room.reply.give(new Accepted());
    }

    /** A list of the PBX's shows who is with the debtor, also after a restart: what is known here gives way to it. */
    void check(OpenCall call, List<LegId> there, Instant at) {
        Room room = rooms.get(call.id);
        if (room == null) {
            adopt(call, there, at);
        } else if (room.isOf(room.third.who())) {
            passedOn(room, at);
        } else if (room.step == Step.TALK) {
            if (there.stream().noneMatch(room::isFirsts)) {
                room.firstIsAway(at);
            }
            if (there.stream().noneMatch(room::isThirds)) {
                over(room, ConferenceEnd.LEFT, at);
            } else {
                there.forEach(leg -> connected(call, leg, at));
            }
        }
    }

    private void adopt(OpenCall call, List<LegId> there, Instant at) {
        Optional<AgentDesk> agent = call.agent().flatMap(desks::find);
        List<LegId> others = there.stream()
                .filter(leg -> call.agent().filter(leg.agent()::equals).isEmpty())
                .toList();
        if (agent.isPresent() && others.size() == 1 && there.size() == 2) {
            LegId leg = others.getFirst();
            var third = invitees.found(leg, call);
            var room = new Room(call, agent.get(), third, !third.hasDesk() && !call.wasAskedIn(leg), Step.JOIN, at);
            room.thirdsLeg = leg;
            room.firstIn = true;
            room.thirdIn = true;
            rooms.put(call.id, room);
            begin(room, at);
        }
    }

    /** The third is let go, or leaves. {@code reply}: once they hear nothing more. */
    void letGo(OpenCall call, ConferenceEnd why, Consumer<FloorReply> reply) {
        talk(call, reply).ifPresent(room -> {
            room.leaving = why;
            room.step(Step.LET_GO, clock.instant(), reply);
            room.third.part();
        });
    }

    /** Empty: no three talk, which the reply says. */
    private Optional<Room> talk(OpenCall call, Consumer<FloorReply> reply) {
        Optional<Room> talk = room(call.id).filter(room -> room.step == Step.TALK);
        if (talk.isEmpty()) {
            reply.accept(Refused.notNow("no third is in this call", "这通电话中没有第三方"));
        }
        return talk;
    }

    /** The first agent leaves, and the third has the debtor. {@code reply}: once it is so. */
    void handOver(OpenCall call, Consumer<FloorReply> reply) {
        talk(call, reply).ifPresent(room -> {
            Instant now = clock.instant();
            room.step(Step.HAND_OVER, now, reply);
            Optional<LegId> line = room.first.line();
            // Who is being brought back is to stay out, too.
            line.ifPresent(pbx::part);
            if (line.isEmpty() || !room.firstIn) {
                handedOver(room, now);
            }
        });
    }

    /** A supervisor who came in unasked is not the agent's to let go, nor to leave the debtor to. */
    boolean isBarged(OpenCall call) {
        return room(call.id).filter(room -> room.barged).isPresent();
    }

    /** This line is back in its wait. */
    void idle(LegId leg, Instant at) {
        for (Room room : List.copyOf(rooms.values())) {
            if (room.isThirds(leg) && room.step == Step.LET_GO) {
                over(room, room.leaving, at);
            } else if (room.isThirds(leg) && room.thirdIn) {
                room.thirdIdleSince = at;
            } else if (room.isFirsts(leg) && room.step == Step.HAND_OVER) {
                handedOver(room, at);
            } else if (room.isFirsts(leg)) {
                room.firstIsAway(at);
            }
        }
    }

    /** This line is gone. */
    void down(LegId leg, Instant at) {
        for (Room room : List.copyOf(rooms.values())) {
            if (room.isThirds(leg) && room.step != Step.JOIN && room.step != Step.RING) {
                over(room, room.step == Step.LET_GO ? room.leaving : ConferenceEnd.LEFT, at);
            } else if (room.isFirsts(leg) && room.step == Step.HAND_OVER) {
                handedOver(room, at);
            } else if (room.isFirsts(leg)) {
                room.firstIsAway(at);
            }
        }
    }

    private void isOfTwo(OpenCall call, ConferenceEnd why, Instant at) {
        rooms.remove(call.id);
        call.conference(null);
        journal.write(new FloorFact.ThirdLeft(at, call.id, why));
    }

    private void handedOver(Room room, Instant at) {
        OpenCall call = room.call;
        LegId leg = room.thirdsLeg;
        Instant since = call.conference().map(Conference::since).orElse(at);
        isOfTwo(call, ConferenceEnd.TOOK_OVER, at);
        if (leg != null) {
            handOvers.done(call, room.first, room.third, leg, TransferKind.WARM, since, at);
        }
        room.reply.give(new Accepted());
    }

    /** While nobody watched, the call has become the third's. */
    private void passedOn(Room room, Instant at) {
        isOfTwo(room.call, ConferenceEnd.TOOK_OVER, at);
        invitees.settled(room.third.who().id());
        announcer.callChanged(room.call);
    }

    private void over(Room room, ConferenceEnd why, Instant at) {
        OpenCall call = room.call;
        isOfTwo(call, why, at);
        room.third.free(call, at,
                why == ConferenceEnd.LET_GO ? new Words("you were let go", "您已被请出通话") : null);
        boolean leaving = room.step == Step.HAND_OVER;
        if (Transfers.goesOn(call)) {
            announcer.callChanged(call);
            if ((leaving || !room.firstIn) && !room.isEnding()) {
                // Nobody is with the debtor now.
                room.first.line().ifPresent(line -> pbx.connect(call.id, line));
            }
        }
        room.reply.give(leaving ? Refused.notNow("the third left before you", "第三方已先行退出") : new Accepted());
    }

    /** Whatever became of it on the PBX: agent and debtor talk again, and the third is out. */
    private void fail(Room room, Words why) {
        OpenCall call = room.call;
        LOG.warn("attempt {}: no talk of three: {}", call.id, why.en());
        boolean asked = room.step == Step.JOIN && room.isOf(room.first.agent());
        rooms.remove(call.id);
        call.transfer(null);
        room.third.part();
        room.third.free(call, clock.instant(), why);
        if (Transfers.goesOn(call)) {
            announcer.callChanged(call);
        }
        room.reply.give(Refused.notNow(new Words("the three were not brought together: ", "未能接入三方：").then(why)));
        if (asked && gate.linkUp()) {
            held.bringBackUnasked(call);
            if (call.state() instanceof CallState.Connected && call.hangUpAskedAt().isEmpty()) {
                // Where the two were not parted, asking for it changes nothing.
                room.first.line().ifPresent(line -> pbx.connect(call.id, line));
            }
        }
    }

    /** What is on its way is not heard of any more; who is together stays so, and the next snapshot tells. */
    void linkLost() {
        for (Room room : List.copyOf(rooms.values())) {
            if (room.step == Step.RING || room.step == Step.JOIN) {
                fail(room, TalkWords.LINK_DOWN);
            } else {
                room.reply.give(Refused.notNow("the link to the PBX is down; who is in the call shows when it is back",
                        "与 PBX 的连接已断开，恢复后会显示通话中有谁"));
                room.step(Step.TALK, clock.instant());
            }
        }
    }

    /** Goes on with whoever has picked up, and ends what is over. */
    void tend() {
        Instant now = clock.instant();
        for (Room room : List.copyOf(rooms.values())) {
            if (calls.find(room.call.id).filter(Transfers::goesOn).isEmpty()) {
                if (room.call.conference().isPresent()) {
                    over(room, ConferenceEnd.CALL_ENDED, now);
                } else {
                    fail(room, TalkWords.CALL_OVER);
                }
            } else if (room.isOf(room.third.who())) {
                passedOn(room, now);
            } else if (!room.isOf(room.first.agent())) {
                end(room, now);
            } else {
                tend(room, now);
            }
        }
    }

    /** The call is another's now. */
    private void end(Room room, Instant now) {
        if (room.call.conference().isPresent()) {
            over(room, ConferenceEnd.LEFT, now);
        } else {
            fail(room, new Words("somebody else has the debtor now", "债务人现由其他人接待"));
        }
    }

    private void tend(Room room, Instant now) {
        boolean late = now.isAfter(room.stepAt.plus(CONFIRMED_WITHIN));
        switch (room.step) {
            case RING -> {
                Optional<Words> gaveUp = room.third.gaveUp(room.call);
                if (gaveUp.isPresent()) {
                    fail(room, gaveUp.get());
                } else if (!(room.call.state() instanceof CallState.Connected)) {
                    fail(room, new Words("agent and debtor do not talk to each other just now", "坐席与债务人此刻没有在通话"));
                } else if (room.third.line().isPresent()) {
                    join(room);
                }
            }
            case JOIN -> {
                if (late || room.third.line().isEmpty()) {
                    fail(room, late ? new Words("the PBX did not do it", "PBX 未执行") : TalkWords.DISCONNECTED);
                }
            }
            case TALK -> tendTalk(room, now);
            case LET_GO, HAND_OVER -> {
                if (late) {
                    room.step(Step.TALK, now);
                    room.reply.give(Refused.notNow("the PBX has not confirmed it; look who is in the call",
                            "PBX 尚未确认，请查看通话中有谁"));
                }
            }
        }
    }

    private void tendTalk(Room room, Instant now) {
        Instant idle = room.thirdIdleSince;
        boolean gone = idle != null && now.isAfter(idle.plus(IDLE_IN_PASSING));
        if (gate.linkUp() && (gone || room.third.line().isEmpty())) {
            over(room, ConferenceEnd.LEFT, now);
            return;
        }
        Optional<Instant> away = room.firstAway().filter(since -> now.isAfter(since.plus(IDLE_IN_PASSING)));
        away.filter(since -> gate.linkUp() && !room.isEnding()).ifPresent(since -> {
            Optional<LegId> line = room.first.line();
            LegId third = room.thirdsLeg;
            if (now.isAfter(since.plus(patience))) {
                handedOver(room, now);
            } else if (line.isPresent() && third != null && now.isAfter(room.stepAt.plus(ASK_AGAIN_AFTER))) {
                room.step(Step.TALK, now);
                pbx.confer(room.call.id, line.get(), third);
            }
        });
    }
}
