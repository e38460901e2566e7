package com.callfloor.dialer.floor;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.calls.ConferenceEnd;
import com.callfloor.dialer.floor.AttemptLedger.OpenAttempt;
import com.callfloor.dialer.floor.AttemptLedger.Third;
import com.callfloor.dialer.floor.PbxEvent.LiveAttempt;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Three in a talk, of whom the PBX tells after a lost link, a restart, or in a list. */
class ConferencesByThePbxsWordTest extends ConferenceScenario {
    @Test
    void afterALostLinkThePbxsWordDecidesWhoIsThere() {
        Floor floor = openFloor(List.of());
        AttemptId call = three(floor);

        tell(new PbxEvent.LinkDown(now(), Words.same("gone")));
        link(List.of(new LiveAttempt(call, true, List.of(annsLeg, bosLeg), false)), List.of(annsLeg, bosLeg));
        assertThat(live(floor).conference()).isNotNull();
        assertThat(stateOf(floor, BO)).isInstanceOf(AgentState.OnCall.class);

        tell(new PbxEvent.LinkDown(now(), Words.same("gone")));
        link(List.of(new LiveAttempt(call, true, List.of(bosLeg), false)), List.of(annsLeg, bosLeg));
        thread.tick();

        assertThat(Objects.requireNonNull(live(floor).agent()).id()).isEqualTo(BO);
        assertThat(live(floor).conference()).isNull();
        assertThat(stateOf(floor, BO)).isInstanceOf(AgentState.OnCall.class);
        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.Ready.class);
        assertThat(facts).contains(new FloorFact.ThirdLeft(now(), call, ConferenceEnd.TOOK_OVER));
    }

    @Test
    void aRestartedDialerFindsAllThree() {
        var anns = new LegId(ANN, 1);
        var bos = new LegId(BO, 2);
        OpenAttempt open = openAttempt(anns);
        Floor floor = floor(List.of(open), Map.of(ANN, new AgentState.OnCall(now(), open.id()), BO,
                new AgentState.OnCall(now(), open.id())), Runnable::run);
        floor.open();
        thread.runAll();
        link(List.of(new LiveAttempt(open.id(), true, List.of(bos, anns), false)), List.of(anns, bos));

        assertThat(Objects.requireNonNull(live(floor).agent()).id()).isEqualTo(ANN);
        assertThat(Objects.requireNonNull(live(floor).conference()).third().id()).isEqualTo(BO);
        assertThat(pbx.legsHungUp).isEmpty();
    }

    /** Without the books it would be one who barged in, since no agent has that leg. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRestartedDialerKnowsTheSupervisorWhoIsTheThird(boolean barged) {
        var anns = new LegId(ANN, 1);
        var sus = new LegId(SU.id(), 2);
        OpenAttempt open = withThird(openAttempt(anns), barged);
        Floor floor = floor(List.of(open), Map.of(ANN, new AgentState.OnCall(now(), open.id())), Runnable::run);
        floor.open();
        thread.runAll();
        link(List.of(new LiveAttempt(open.id(), true, List.of(anns, sus), false)), List.of(anns, sus));

        assertThat(Objects.requireNonNull(live(floor).conference()).third().name()).isEqualTo("Su");
        assertThat(Objects.requireNonNull(live(floor).conference()).barged()).isEqualTo(barged);
        assertThat(pbx.legsHungUp).isEmpty();
    }

    @Test
    void soItIsWhenTheAgentHasLeftTheTalkToThem() {
        var sus = new LegId(SU.id(), 2);
        OpenAttempt open = withThird(openAttempt(new LegId(ANN, 1)), false);
        Floor floor = floor(List.of(open), Map.of(ANN, new AgentState.OnCall(now(), open.id())), Runnable::run);
        floor.open();
        thread.runAll();
        link(List.of(new LiveAttempt(open.id(), true, List.of(sus), false)), List.of(sus));

        assertThat(Objects.requireNonNull(live(floor).agent()).name()).isEqualTo("Su");
    }

    private static OpenAttempt withThird(OpenAttempt open, boolean barged) {
        return new OpenAttempt(open.id(), open.card(), open.number(), open.purpose(), open.reservedAt(), false,
                open.rangAt(), open.answeredAt(), open.connectedAt(), null, open.agent(), null,
                new Third(Agent.withoutPhone(SU.id(), SU.login(), SU.name()), barged));
    }

    @Test
    void aCallThatIsLostIsWrappedUpByItsAgentAndNotByTheThird() {
        Floor floor = openFloor(List.of());
        three(floor);

        clock.pass(Duration.ofSeconds(6));
        tell(new PbxEvent.Snapshot(now(), List.of(), List.of(annsLeg, bosLeg), List.of()));

        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.WrapUp.class);
        assertThat(stateOf(floor, BO)).isInstanceOf(AgentState.Ready.class);
        assertThat(facts).noneMatch(fact -> fact instanceof FloorFact.AgentMoved moved && moved.agent().equals(BO)
                && moved.state() instanceof AgentState.WrapUp);
    }

    @Test
    void soItIsWhenItIsLostWhileTheDialerIsDead() {
        OpenAttempt open = openAttempt(new LegId(ANN, 1));
        Floor floor = floor(List.of(open), Map.of(ANN, new AgentState.OnCall(now(), open.id()), BO,
                new AgentState.OnCall(now(), open.id())), Runnable::run);
        floor.open();
        thread.runAll();
        link(List.of(), List.of());

        assertThat(stateOf(floor, ANN)).isInstanceOf(AgentState.WrapUp.class);
        assertThat(stateOf(floor, BO)).isInstanceOf(AgentState.Ready.class);
    }

    @Test
    void aDebtorWhomALostLinkLeavesAloneIsInNoTalkOfThree() {
        backWithin = Duration.ofSeconds(10);
        Floor floor = openFloor(List.of());
        AttemptId call = three(floor);

        tell(new PbxEvent.LinkDown(now(), Words.same("gone")));
        link(List.of(new LiveAttempt(call, true, List.of(), false)), List.of());

        assertThat(live(floor).conference()).isNull();
        assertThat(live(floor).state()).isInstanceOf(CallState.AgentLost.class);
        assertThat(stateOf(floor, BO)).isInstanceOf(AgentState.Ready.class);
    }

    @Test
    void aFirstWhomAListDoesNotShowIsBroughtBack() {
        backWithin = Duration.ofSeconds(10);
        Floor floor = openFloor(List.of());
        AttemptId call = three(floor);
        pbx.conferred.clear();
        clock.pass(Duration.ofSeconds(6));

        tell(new PbxEvent.Snapshot(now(), List.of(new LiveAttempt(call, true, List.of(bosLeg), false)),
                List.of(annsLeg, bosLeg), List.of()));
        clock.pass(Duration.ofSeconds(3));
        thread.tick();
        assertThat(pbx.conferred).containsExactly(new FakePbx.Conference(call, annsLeg, bosLeg));
        tell(new PbxEvent.Snapshot(now(), List.of(new LiveAttempt(call, true, List.of(annsLeg, bosLeg), false)),
                List.of(annsLeg, bosLeg), List.of()));
        clock.pass(Duration.ofSeconds(12));
        thread.tick();

        assertThat(Objects.requireNonNull(live(floor).agent()).id()).isEqualTo(ANN);
        assertThat(live(floor).conference()).isNotNull();
    }

    @Test
    void aListThatIsOlderThanTheTalkOfThreeChangesNothing() {
        Floor floor = openFloor(List.of());
        AttemptId call = three(floor);

        tell(new PbxEvent.Snapshot(now(), List.of(new LiveAttempt(call, true, List.of(annsLeg), false)),
                List.of(annsLeg, bosLeg), List.of()));

        assertThat(live(floor).conference()).isNotNull();
    }

    @Test
    void aSupervisorWhoAloneIsThereAfterALostLinkIsStillKnown() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);
        annsLeg = pbx.rung.getLast();
        LegId sus = barged(floor, call);

        tell(new PbxEvent.LinkDown(now(), Words.same("gone")));
        link(List.of(new LiveAttempt(call, true, List.of(sus), false)), List.of(annsLeg, sus));

        assertThat(live(floor).agent()).isEqualTo(SU);
        assertThat(live(floor).conference()).isNull();
    }
}
