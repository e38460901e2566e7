package com.callfloor.dialer.web;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.calls.Purpose;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.supervision.AgentView;
import com.callfloor.dialer.supervision.CampaignMode;
import com.callfloor.dialer.supervision.FloorChange;
import com.callfloor.dialer.supervision.FloorSnapshot;
import com.callfloor.dialer.supervision.LiveCall;
import com.callfloor.dialer.supervision.ScreenPop;
import com.callfloor.dialer.web.feed.FeedSettings;
import com.callfloor.dialer.web.testing.FeedReader;
import com.callfloor.dialer.web.testing.Samples;
import com.callfloor.dialer.web.testing.WebFixture;
import com.callfloor.dialer.words.Words;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class LiveFeedTest {
    private static final Duration PERIOD = Duration.ofMillis(250);

    private WebFixture web;

    @BeforeEach
    void start(@TempDir Path folder) {
        web = new WebFixture(folder, new FeedSettings(PERIOD, Duration.ofMinutes(1), 40));
        await().until(web.floor::heard);
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void anAgentsFeedBeginsWithTheAgentAndTheCallItIsIn() {
        LiveCall call = Samples.live(3, new CallState.Connected(Samples.NOW));
        show(List.of(Samples.onCall(Samples.LI, Samples.attempt(3))), List.of(call),
                Map.of(Samples.LI, Samples.pop(3, true, Purpose.INFORMATION)));

        FeedReader page = FeedReader.open(web, web.as(Role.AGENT));

        page.awaitMessages(3);
        assertThat(page.types()).containsExactly("agent", "screen_pop", "call");
        assertThat(page.messages.get(0).getJsonObject("agent").getString("state")).isEqualTo("on_call");
        JsonObject pop = page.messages.get(1).getJsonObject("pop");
        assertThat(pop.getString("number")).isEqualTo("138****0001");
        assertThat(pop.getString("purpose")).isEqualTo("information");
        assertThat(page.messages.get(2)).isEqualTo(new JsonObject().put("type", "call")
                .put("attempt_id", Samples.attempt(3).toString())
                .put("state", "connected"));
    }

    @Test
    void anAgentHearsOfItsOwnCallFromPopToEndAndOfNobodyElses() {
        FeedReader page = FeedReader.open(web, web.as(Role.AGENT));
        page.awaitMessages(1);

        web.floor.tell(new FloorChange.ScreenPopped(Samples.WANG, Samples.pop(8, false)));
        web.floor.tell(new FloorChange.AgentChanged(Samples.ready(Samples.WANG)));
        web.floor.tell(new FloorChange.ScreenPopped(Samples.LI, Samples.pop(3, false)));
        web.floor.tell(new FloorChange.CallChanged(Samples.live(3, new CallState.Connecting(Samples.NOW))));
        web.floor.tell(new FloorChange.CallChanged(Samples.live(3, new CallState.Connected(Samples.NOW))));
        web.floor.tell(new FloorChange.ScreenPopped(Samples.LI, Samples.pop(3, true)));
        web.floor.tell(new FloorChange.CallChanged(
                Samples.live(3, new CallState.Closed(Samples.NOW, Outcome.CONNECTED))));
        web.floor.tell(new FloorChange.AgentChanged(Samples.ready(Samples.LI)));

        page.awaitMessages(7);
        assertThat(page.types()).containsExactly("agent", "screen_pop", "call", "call", "screen_pop", "call", "agent");
        assertThat(page.of("call").stream().map(message -> message.getString("state"))).containsExactly("connecting",
                "connected", "ended");
        assertThat(page.of("screen_pop").stream().map(message -> message.getJsonObject("pop").getBoolean("connected")))
                .containsExactly(false, true);
    }

    @Test
    void anAgentHearsOfTheCaseToLookAtAndOfNobodyElses() {
        FeedReader page = FeedReader.open(web, web.as(Role.AGENT));
        page.awaitMessages(1);

        web.floor.tell(new FloorChange.Previewed(Samples.WANG, Samples.preview(8)));
        web.floor.tell(new FloorChange.Previewed(Samples.LI, Samples.preview(3)));
        web.floor.tell(new FloorChange.CallDenied(Samples.LI, "CF-5", Samples.preview(3).decision()));
        web.floor.tell(new FloorChange.Previewed(Samples.LI, null));

        page.awaitMessages(4);
        assertThat(page.types()).containsExactly("agent", "preview", "denied", "preview");
        JsonObject preview = page.messages.get(1).getJsonObject("preview");
        assertThat(preview.getString("id")).isEqualTo(Samples.attempt(3).toString());
        assertThat(preview.getString("number")).isEqualTo("138****0001");
        assertThat(preview.getString("calls_at")).isEqualTo("2026-03-02T02:00:20.123456Z");
        assertThat(preview.getJsonObject("decision").getJsonArray("rules").getJsonObject(0).getString("because_zh"))
                .isNotEmpty();
        assertThat(page.messages.get(3).getValue("preview")).isNull();
    }

    @Test
    void anAgentIsToldWhenCasesMayBeChosen() {
        FeedReader page = FeedReader.open(web, web.as(Role.AGENT));
        page.awaitMessages(1);

        web.floor.show(floor -> new FloorSnapshot(floor.clock(), floor.simulated(),
                List.of(floor.campaigns().getFirst().with(CampaignMode.MANUAL)), floor.links(), floor.agents(),
                floor.calls(), floor.pops(),
                floor.previews(), floor.today(), floor.occupancy(), floor.why()));
        web.floor.tell(new FloorChange.FloorChanged());
        web.floor.tell(new FloorChange.FloorChanged());

        page.awaitMessages(2);
        FeedReader later = FeedReader.open(web, web.as(Role.AGENT));
        later.awaitMessages(2);
        assertThat(page.types()).containsExactly("agent", "choosing");
        assertThat(later.messages.get(1)).isEqualTo(new JsonObject().put("type", "choosing").put("cases", true));
    }

    @Test
    void aSecondPageIsToldWhereTheAgentIsAtWorkAndHearsNothingUntilItTakesOver() {
        FeedReader first = FeedReader.open(web, web.as(Role.AGENT), "?page=one");
        first.awaitMessages(2);
        FeedReader second = FeedReader.open(web, web.as(Role.AGENT), "?page=two");
        second.awaitMessages(1);
        FeedReader program = FeedReader.open(web, web.as(Role.AGENT));
        program.awaitMessages(1);
        web.floor.tell(new FloorChange.ScreenPopped(Samples.LI, Samples.pop(3, true)));
        web.floor.tell(new FloorChange.AgentChanged(Samples.ready(Samples.LI)));
        first.awaitMessages(4);
        program.awaitMessages(3);

        assertThat(first.types()).containsExactly("page", "agent", "screen_pop", "agent");
        assertThat(second.types()).containsExactly("page");
        JsonObject told = second.messages.getFirst();
        assertThat(told.getBoolean("at_work")).isFalse();
        assertThat(told.getJsonObject("elsewhere").getString("address")).isEqualTo("127.0.0.1");

        FeedReader taken = FeedReader.open(web, web.as(Role.AGENT), "?page=two&take_over=true");
        taken.awaitMessages(2);
        first.awaitMessages(5);
        web.floor.tell(new FloorChange.AgentChanged(Samples.ready(Samples.LI)));
        taken.awaitMessages(3);

        assertThat(taken.types()).containsExactly("page", "agent", "agent");
        assertThat(first.types()).endsWith("page").hasSize(5);
        assertThat(first.messages.getLast().getBoolean("at_work")).isFalse();
    }

    @Test
    void aReloadedPageIsStillTheOneAtWork() {
        FeedReader before = FeedReader.open(web, web.as(Role.AGENT), "?page=one");
        before.awaitMessages(2);

        FeedReader after = FeedReader.open(web, web.as(Role.AGENT), "?page=one");
        after.awaitMessages(2);
        before.leave();
        web.floor.tell(new FloorChange.AgentChanged(Samples.ready(Samples.LI)));

        after.awaitMessages(3);
        assertThat(after.types()).containsExactly("page", "agent", "agent");
    }

    @Test
    void aSupervisorsFeedBeginsWithTheWholeFloor() {
        show(List.of(Samples.ready(Samples.WANG), Samples.ready(Samples.LI)),
                List.of(Samples.live(3, new CallState.Ringing(Samples.NOW))), Map.of());

        FeedReader page = FeedReader.open(web, web.as(Role.SUPERVISOR));

        page.awaitMessages(5);
        assertThat(page.types()).containsExactly("agents", "calls", "floor", "settings", "alerts");
        assertThat(page.messages.get(0).getJsonArray("items")).hasSize(2);
        assertThat(page.messages.get(2).getJsonObject("calls").getInteger("ringing")).isEqualTo(1);
        assertThat(page.messages.get(1).getJsonArray("items").getJsonObject(0)).isEqualTo(new JsonObject("""
                {"attempt_id":"%s","state":"ringing","since":"2026-03-02T02:00:00.123456Z","case_ref":"CF-5",
                "number":"138****0001","agent_name":"Agent 1","recording_pause":null,"conference":null}"""
                .formatted(Samples.attempt(3))));
    }

    @Test
    void aSupervisorHearsOfTheCallTheyAreAskedIntoAndThatTheyAreOutOfIt() {
        FeedReader page = FeedReader.open(web, web.as(Role.SUPERVISOR));
        page.awaitMessages(5);
        AgentId me = new AgentId(web.user(Role.SUPERVISOR).id());

        web.floor.tell(new FloorChange.ScreenPopped(me, Samples.pop(3, true)));
        web.floor.tell(new FloorChange.Released(me, Samples.attempt(3),
                new Words("the call is over", "通话已结束")));
        web.floor.tell(new FloorChange.Released(Samples.LI, Samples.attempt(4), Words.same("not mine")));

        page.awaitMessages(7);
        assertThat(page.types()).endsWith("screen_pop", "released");
        assertThat(page.messages.getLast()).isEqualTo(new JsonObject().put("type", "released")
                .put("attempt_id", Samples.attempt(3).toString())
                .put("because", "the call is over")
                .put("because_zh", "通话已结束"));
    }

    @Test
    void aThousandChangesReachASupervisorAsAFewMessagesAndTheLastOneTellsTheTruth() {
        FeedReader page = FeedReader.open(web, web.as(Role.SUPERVISOR));
        page.awaitMessages(4);
        long began = System.nanoTime();

        for (int change = 0; change < 1000; change++) {
            web.floor.tell(new FloorChange.CallChanged(
                    Samples.live(change, new CallState.Dialing(Samples.NOW))));
        }
        show(List.of(), List.of(Samples.live(1, new CallState.Dialing(Samples.NOW))), Map.of());
        web.floor.tell(new FloorChange.FloorChanged());

        await().atMost(Duration.ofSeconds(10))
                .until(() -> page.of("floor").getLast().getJsonObject("calls").getInteger("dialing") == 1);
        long periods = Duration.ofNanos(System.nanoTime() - began).dividedBy(PERIOD);
        assertThat(page.of("calls")).hasSizeLessThanOrEqualTo((int) periods + 2);
        assertThat(page.of("floor")).hasSizeLessThanOrEqualTo((int) periods + 3);
        assertThat(page.of("agents")).as("nothing changed there").hasSize(1);
    }

    @Test
    void aSupervisorGetsNoPopsAndAnAgentNoFloor() {
        FeedReader supervisor = FeedReader.open(web, web.as(Role.SUPERVISOR));
        FeedReader agent = FeedReader.open(web, web.as(Role.AGENT));
        supervisor.awaitMessages(4);
        agent.awaitMessages(1);

        web.floor.tell(new FloorChange.ScreenPopped(Samples.LI, Samples.pop(3, true)));
        web.floor.tell(new FloorChange.CallChanged(Samples.live(3, new CallState.Connected(Samples.NOW))));

        supervisor.awaitMessages(6);
        agent.awaitMessages(3);
        assertThat(supervisor.types()).doesNotContain("screen_pop", "call", "agent");
        assertThat(agent.types()).doesNotContain("floor", "agents", "calls");
    }

    @Test
    void aPageOfAnotherSiteCannotListen() {
        assertThat(FeedReader.refusal(web, web.as(Role.AGENT).with("Origin", "https://evil.example"))).isEqualTo(403);
        assertThat(FeedReader.refusal(web, web.as(Role.AGENT).with("Origin", "http://127.0.0.1:" + web.port)))
                .isEqualTo(101);
    }

    @Test
    void onlyThoseWithAFeedMayListen() {
        assertThat(FeedReader.refusal(web, web.anonymous())).isEqualTo(401);
        assertThat(FeedReader.refusal(web, web.as(Role.QA))).isEqualTo(403);
        assertThat(FeedReader.refusal(web, web.program(Role.SUPERVISOR))).isEqualTo(101);
    }

    @Test
    void anOrdinaryRequestIsToldToSpeakWebSocket() {
        assertThat(web.as(Role.AGENT).get("/api/live").status()).isEqualTo(426);
    }

    @Test
    void aFullHouseIsToldSo() {
        for (int page = 0; page < 40; page++) {
            FeedReader.open(web, web.as(Role.AGENT)).awaitMessages(1);
        }

        assertThat(FeedReader.refusal(web, web.as(Role.AGENT))).isEqualTo(503);
    }

    private void show(List<AgentView> agents, List<LiveCall> calls, Map<AgentId, ScreenPop> pops) {
        web.floor.show(floor -> new FloorSnapshot(floor.clock(), floor.simulated(), floor.campaigns(), floor.links(),
                agents, calls, pops, floor.previews(), floor.today(), floor.occupancy(), floor.why()));
    }
}
