package com.callfloor.dialer.floor;

import java.time.Instant;
import java.util.Optional;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;

/** An agent who is asked into the talk of another. Only who is free for any call is. Confined to the floor's thread. */
record DeskInvitee(AgentDesk desk, Pbx pbx, AgentMoves agentMoves, Pops pops, Announcer announcer) implements Invitee {
    @Override
    public Agent who() {
        return desk.agent();
    }

    @Override
    public Optional<Words> cannotCome(Instant now) {
        return desk.available() || desk.mayBeSummoned(now)
                ? Optional.empty()
                : Optional.of(Words.of("%s is not free now; choose somebody who is ready", "%s 现在没有空，请选择就绪的人员",
                        desk.agent().name()));
    }

    @Override
    public void keep(OpenCall call) {
        desk.holdFor(call.id);
    }

    @Override
    public void ask(OpenCall call) {
        if (desk.line().isEmpty()) {
            desk.summon();
        }
    }

    @Override
    public Optional<LegId> line() {
        return desk.line();
    }

    @Override
    public Optional<Words> gaveUp(OpenCall call) {
        return desk.heldFor().filter(call.id::equals).isPresent()
                ? Optional.empty()
                : Optional.of(Words.of("%s did not pick up, or left", "%s 未接听或已离开", desk.agent().name()));
    }

    @Override
    public void joins(OpenCall call, Instant at) {
        desk.serves(call.campaign());
        if (!desk.isOn(call.id)) {
            agentMoves.move(desk, new AgentState.OnCall(at, call.id));
        }
        announcer.screenPopped(desk, call);
    }

    @Override
    public void part() {
        desk.line().ifPresent(pbx::part);
    }

    @Override
    public void takes(OpenCall call, LegId leg, Instant at) {
        call.assign(desk.agent().id());
    }

    @Override
    public void free(OpenCall call, Instant at, @Nullable Words why) {
        if (desk.isOn(call.id)) {
            pops.drop(desk.agent().id());
            agentMoves.free(desk, at);
        }
        if (desk.heldFor().filter(call.id::equals).isPresent()) {
            desk.letGo();
        }
    }

    @Override
    public boolean hasDesk() {
        return true;
    }
}
