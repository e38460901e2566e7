package com.callfloor.dialer.floor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.FloorReply.Accepted;
import com.callfloor.dialer.supervision.FloorReply.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Supervisors who are asked into a talk, or come into one. They have no desk, and a phone only for as long as the one call needs it.
 * Confined to the floor's thread.
 */
final class Guests {
    /** The PBX gives a phone up before. */
    private static final Duration LONGEST_RING = Duration.ofSeconds(31);

    private final Clock clock;
    private final Pbx pbx;
    private final Map<AgentId, Guest> byPerson = new HashMap<>();

    private enum Step {
        ASKED, RINGING, UP, GONE
    }

    /** {@code leg}: null while nothing was rung. */
    private record Guest(Agent who, AttemptId attempt, Step step, @Nullable LegId leg, Instant since) {
        Guest at(Step next) {
            return new Guest(who, attempt, next, leg, since);
        }

        boolean has(LegId other) {
            return other.equals(leg);
        }
    }

    Guests(Clock clock, Pbx pbx) {
        this.clock = clock;
        this.pbx = pbx;
    }

    boolean isTaken(AgentId person) {
        return byPerson.containsKey(person);
    }

    boolean isIn(AgentId person, AttemptId attempt) {
        return find(person).filter(guest -> guest.attempt().equals(attempt)).isPresent();
    }

    private Optional<Guest> find(AgentId person) {
        return Optional.ofNullable(byPerson.get(person));
    }

    /** They are asked about this call; {@link #ring} follows once they want it. */
    void keep(Agent who, AttemptId attempt) {
        byPerson.put(who.id(), new Guest(who, attempt, Step.ASKED, null, clock.instant()));
    }

    /** {@code who} with the phone that is to be rung. */
    void ring(Agent who, AttemptId attempt) {
        Instant now = clock.instant();
        var leg = new LegId(who.id(), now.toEpochMilli());
        byPerson.put(who.id(), new Guest(who, attempt, Step.RINGING, leg, now));
        pbx.ringAgent(leg, who.extension());
    }

    /** Who is asked about the call wants it: their phone is rung. */
    FloorReply accept(AttemptId attempt, Agent who) {
        Optional<Guest> asked = find(who.id()).filter(guest -> guest.attempt().equals(attempt));
        if (asked.filter(guest -> guest.step() == Step.ASKED).isEmpty()) {
            return asked.isEmpty()
                    ? TalkWords.nobodyAsksYou()
                    : Refused.notNow("your phone is rung already", "您的话机已在振铃");
        }
        ring(who, attempt);
        return new Accepted();
    }

    /** After a restart: this leg is in a talk that another agent has. */
    void adopt(LegId leg, AttemptId attempt, Agent who) {
        byPerson.put(who.id(), new Guest(who, attempt, Step.UP, leg, clock.instant()));
    }

    /** The leg is up, or waits again. False: it is none of ours. */
    boolean up(LegId leg) {
        Optional<Guest> guest = find(leg.agent()).filter(one -> one.has(leg));
        guest.filter(one -> one.step() == Step.RINGING)
                .ifPresent(one -> byPerson.put(leg.agent(), one.at(Step.UP)));
        return guest.isPresent();
    }

    /** The leg is gone, or never came up. False: it is none of ours. */
    boolean down(LegId leg) {
        Optional<Guest> guest = find(leg.agent()).filter(one -> one.has(leg));
        guest.ifPresent(one -> byPerson.put(leg.agent(), one.at(Step.GONE)));
        return guest.isPresent();
    }

    Optional<LegId> line(AgentId person) {
        return find(person).filter(guest -> guest.step() == Step.UP).flatMap(guest -> Optional.ofNullable(guest.leg()));
    }

    /** Whether this guest does not come to this call any more. */
    boolean gaveUp(AgentId person, AttemptId attempt) {
        Optional<Guest> guest = find(person).filter(one -> one.attempt().equals(attempt));
        return guest.isEmpty() || guest.get().step() == Step.GONE;
    }

    void hangUp(AgentId person) {
        find(person).filter(guest -> guest.step() != Step.GONE).ifPresent(guest -> {
            byPerson.put(person, guest.at(Step.GONE));
            if (guest.leg() != null) {
                pbx.hangUp(guest.leg());
            }
        });
    }

    /** The page that this phone was is gone, and whoever spoke or was rung there with it. */
    void phoneGone(Extension phone) {
        List.copyOf(byPerson.values())
                .stream()
                .filter(guest -> guest.leg() != null && guest.who().extension().equals(phone))
                .forEach(guest -> hangUp(guest.who().id()));
    }

    /** Their leg, if any, is somebody else's to watch, or nobody's. */
    void forget(AgentId person) {
        byPerson.remove(person);
    }

    /** Those that are to live on. */
    List<LegId> legs() {
        return byPerson.values().stream().flatMap(guest -> Optional.ofNullable(guest.leg()).stream()).toList();
    }

    /** Of those whose phones ring nothing more is heard. */
    void linkLost() {
        byPerson.replaceAll((person, guest) -> guest.step() == Step.RINGING ? guest.at(Step.GONE) : guest);
    }

    void tend() {
        Instant now = clock.instant();
        for (Guest guest : List.copyOf(byPerson.values())) {
            if (guest.step() == Step.RINGING && now.isAfter(guest.since().plus(LONGEST_RING))) {
                hangUp(guest.who().id());
            }
        }
    }
}
