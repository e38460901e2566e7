package com.callfloor.dialer.console;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.supervision.AgentView;
import com.callfloor.dialer.supervision.FloorChange;
import com.callfloor.dialer.supervision.FloorSnapshot;
import com.callfloor.dialer.supervision.LiveCall;
import com.callfloor.dialer.supervision.Preview;
import com.callfloor.dialer.supervision.ScreenPop;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An agent at their page, ready, on a floor that does what the scenario says. */
abstract class AgentScenario extends PageScenario {
    AgentScenario() throws IOException {}

    @BeforeEach
    void signIn() {
        floorShows(cast.me(new AgentState.Ready(cast.ago(75))), null);
        console.signIn(Role.AGENT);
        assertThat(console.part("state-name")).hasText("Ready");
    }

    void popUp(boolean connected) {
        popUp(cast.pop(1, connected));
    }

    void popUp(ScreenPop pop) {
        floorShows(cast.me(new AgentState.OnCall(cast.now(), pop.attempt())), pop);
        stage.floor().tell(new FloorChange.ScreenPopped(Cast.ME, pop));
        agentBecomes(cast.me(new AgentState.OnCall(cast.now(), pop.attempt())));
        assertThat(console.part("screen-pop")).isVisible();
    }

    void callEnds() {
        AgentView me = cast.me(new AgentState.WrapUp(cast.now(), Cast.attempt(1)));
        floorShows(me, cast.pop(1, true));
        CallState closed = new CallState.Closed(cast.now(), Outcome.CONNECTED);
        stage.floor()
                .tell(new FloorChange.CallChanged(
                        new LiveCall(Cast.attempt(1), closed, "CF-2026-000418", "138****0001", me.agent(), null,
                                null)));
        agentBecomes(me);
    }

    void agentBecomes(AgentView me) {
        stage.floor().tell(new FloorChange.AgentChanged(me));
    }

    void floorShows(AgentView me, @Nullable ScreenPop pop) {
        floorShows(me, pop, Map.of());
    }

    void floorShows(AgentView me, @Nullable ScreenPop pop, Map<AgentId, Preview> previews) {
        FloorSnapshot busy = cast.busyFloor();
        stage.floor()
                .show(old -> new FloorSnapshot(busy.clock(), false, busy.campaigns(), busy.links(), List.of(me),
                        List.of(), pop == null ? Map.of() : Map.of(Cast.ME, pop), previews, busy.today(), 0,
                        busy.why()));
    }

    void awaitAsked(String request) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(stage.floor().asked).containsExactly(request));
    }
}
