package com.callfloor.dialer.floor;

import java.time.Instant;
import java.util.Optional;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * A supervisor who is asked into a talk, or comes into one: their phone is rung for it and hung up after. Who takes the debtor
 * has taken the call over. Confined to the floor's thread.
 */
record GuestInvitee(Agent who, Guests guests, TakeOvers takeOvers, Pops pops, Announcer announcer) implements Invitee {
    @Override
    public Optional<Words> cannotCome(Instant now) {
        return guests.isTaken(who.id()) || takeOvers.has(who.id())
                ? Optional.of(Words.of("%s is in a call already; choose somebody else", "%s 已在通话中，请另选他人",
                        who.name()))
                : Optional.empty();
    }

    @Override
    public void keep(OpenCall call) {
        guests.keep(who, call.id);
    }

    @Override
    public void ask(OpenCall call) {
        announcer.screenPopped(who.id(), call);
    }

    @Override
    public Optional<LegId> line() {
        return guests.line(who.id());
    }

    @Override
    public Optional<Words> gaveUp(OpenCall call) {
        return guests.gaveUp(who.id(), call.id)
                ? Optional.of(TalkWords.notPickedUp(who.name()))
                : Optional.empty();
    }

    @Override
    public void joins(OpenCall call, Instant at) {
        announcer.screenPopped(who.id(), call);
    }

    @Override
    public void part() {
        guests.hangUp(who.id());
    }

    @Override
    public void takes(OpenCall call, LegId leg, Instant at) {
        guests.forget(who.id());
        takeOvers.begun(call, who, leg, at);
    }

    @Override
    public void free(OpenCall call, Instant at, @Nullable Words why) {
        if (guests.isIn(who.id(), call.id)) {
            guests.hangUp(who.id());
            guests.forget(who.id());
            pops.drop(who.id());
            announcer.released(who.id(), call.id, why);
        }
    }

    @Override
    public boolean hasDesk() {
        return false;
    }
}
