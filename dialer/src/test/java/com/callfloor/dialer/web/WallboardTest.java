package com.callfloor.dialer.web;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.callfloor.dialer.agents.AgentLeg;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.supervision.AgentView;
import com.callfloor.dialer.supervision.AgentWish;
import com.callfloor.dialer.supervision.BreakReason;
import com.callfloor.dialer.supervision.CampaignMode;
import com.callfloor.dialer.supervision.FloorReply.Refusal;
import com.callfloor.dialer.supervision.FloorSnapshot;
import com.callfloor.dialer.web.testing.Answer;
import com.callfloor.dialer.web.testing.Samples;
import com.callfloor.dialer.web.testing.WebFixture;
import com.callfloor.dialer.words.Words;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WallboardTest {
    private WebFixture web;

    @BeforeEach
    void start(@TempDir Path folder) {
        web = new WebFixture(folder);
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void theWallboardCountsAgentsAndCallsByState() {
        JsonObject floor = web.as(Role.SUPERVISOR).get("/api/floor").json();

        assertThat(floor).isEqualTo(new JsonObject("""
                {"clock":"2026-03-02T02:00:00.123456Z","simulated":true,"mode":"progressive","resumes_to":"progressive",
                "link":{"pbx":"up","database":"down"},
                "agents":{"signed_out":0,"ready":2,"on_call":0,"wrap_up":0,"break":0},
                "calls":{"reserved":0,"dialing":0,"ringing":0,"detecting":0,"waiting":0,"connecting":0,"connected":0,
                "held":0,"agent_lost":0,"asking":0,"message":0,"machine":0},
                "today":{"attempts":40,"answered":10,"connected":9,"abandoned":1,"abandonment_rate":0.1,
                "denied_by_rule":{"daily-cap":3}},"occupancy":0.75,
                "campaigns":[{"id":"main","name":"Main","mode":"progressive","resumes_to":"progressive",
                "lines":null,"ringing":null,"abandon_target":null}],
                "why":"2 agents are free: 2 calls","why_zh":"2 agents are free: 2 calls"}"""));
    }

    @Test
    void agentsSeeClockModeAndLinksOnly() {
        assertThat(web.as(Role.AGENT).get("/api/floor").json().fieldNames()).containsExactlyInAnyOrder("clock",
                "simulated", "mode", "link");
    }

    @Test
    void agentsAreListedInOrderAndInPages() {
        Answer first = web.as(Role.SUPERVISOR).get("/api/agents?limit=1");
        Answer second = web.as(Role.SUPERVISOR).get("/api/agents?limit=1&after=" + first.json().getString("next"));

        assertThat(first.items().getJsonObject(0)).isEqualTo(new JsonObject("""
                {"id":1,"login":"agent1","name":"Agent 1","extension":"1001","state":"ready",
                "since":"2026-03-02T02:00:00.123456Z","leg":"up"}"""));
        assertThat(second.items().getJsonObject(0).getInteger("id")).isEqualTo(7);
        assertThat(second.json().getValue("next")).isNull();
    }

    @Test
    void anAgentInACallSeesItsScreenPop() {
        FloorSnapshot quiet = web.floor.current();
        web.floor.show(floor -> new FloorSnapshot(quiet.clock(), quiet.simulated(), quiet.campaigns(), quiet.links(),
                List.of(Samples.onCall(Samples.LI, Samples.attempt(9))), quiet.calls(),
                Map.of(Samples.LI, Samples.pop(9, true)), quiet.previews(), quiet.today(), quiet.occupancy(),
                quiet.why()));

        JsonObject own = web.as(Role.AGENT).get("/api/agents/me").json();

        assertThat(own.getJsonObject("agent").getString("attempt")).isEqualTo(Samples.attempt(9).toString());
        JsonObject debtor = own.getJsonObject("call").getJsonObject("case");
        assertThat(debtor.getString("debtor_name")).isEqualTo("陈静 \"Q\"");
        assertThat(debtor.getJsonObject("amount_due")).isEqualTo(
                new JsonObject().put("minor", 123_456).put("currency", "CNY").put("text", "1234.56"));
        assertThat(own.getJsonObject("call").getString("purpose")).isEqualTo("collection");
        assertThat(own.getJsonObject("call").getJsonArray("history")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"state\":\"ready\"} | Ready[]", "{\"state\":\"signed_out\"} | SignedOut[]",
            "{\"state\":\"break\",\"reason\":\"lunch\"} | Break[reason=LUNCH]"})
    void agentsAskForTheirStates(String body, String wish) {
        assertThat(web.as(Role.AGENT).post("/api/agents/me/state", body).status()).isEqualTo(200);
        assertThat(web.floor.asked).containsExactly("state 1 " + wish);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"state\":\"on_call\"}", "{\"state\":\"break\"}",
            "{\"state\":\"break\",\"reason\":\"beach\"}", "{\"state\":\"break\",\"reason\":\"no_answer\"}",
            "{\"state\":\"ready\",\"reason\":\"lunch\"}"})
    void aStateThatNobodyMayAskForIsUnusable(String body) {
        assertThat(web.as(Role.AGENT).post("/api/agents/me/state", body).status()).isEqualTo(422);
        assertThat(web.floor.asked).isEmpty();
    }

    @Test
    void aSupervisorMovesAnAgentAndHearsWhyNot() {
        web.floor.refuse(Refusal.NOT_NOW,
                new Words("Agent 7 is in a call; wait until it is wrapped up.", "坐席 7 正在通话，请等话后处理结束。"));

        Answer answer = web.as(Role.SUPERVISOR).post("/api/agents/7/state", "{\"state\":\"signed_out\"}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.detail()).isEqualTo("Agent 7 is in a call; wait until it is wrapped up.");
    }

    @Test
    void aSupervisorListensInOnTheOwnPhoneOrOnAnother() {
        assertThat(web.as(Role.SUPERVISOR).post("/api/agents/7/listen", "{\"mode\":\"whisper\"}").status())
                .isEqualTo(202);
        web.as(Role.SUPERVISOR).post("/api/agents/7/listen", "{\"mode\":\"barge\",\"extension\":\"2009\"}");

        assertThat(web.floor.asked).containsExactly("listen 2 2001 7 WHISPER", "barge 2 2009 7");
    }

    @Test
    void aPhoneThatCouldBeADialStringIsRefused() {
        Answer answer = web.as(Role.SUPERVISOR)
                .post("/api/agents/7/listen",
                        "{\"mode\":\"listen\",\"extension\":\"1&SIP/2\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fields()).containsExactly("extension");
        assertThat(web.floor.asked).isEmpty();
    }

    @Test
    void whatABusyAgentAskedForIsShownWithTheAgent() {
        AgentView busy = Samples.onCall(Samples.LI, Samples.attempt(9));
        web.floor.show(quiet -> new FloorSnapshot(quiet.clock(), quiet.simulated(), quiet.campaigns(), quiet.links(),
                List.of(new AgentView(busy.agent(), busy.state(), busy.leg(),
                        new AgentWish.Break(BreakReason.LUNCH))),
                quiet.calls(), quiet.pops(), quiet.previews(), quiet.today(), quiet.occupancy(), quiet.why()));

        assertThat(web.as(Role.SUPERVISOR).get("/api/agents").items().getJsonObject(0).getJsonObject("next"))
                .isEqualTo(new JsonObject().put("state", "break").put("reason", "lunch"));
    }

    @Test
    void whoDidNotPickUpAPhoneThatIsRungPerCallIsShownSo() {
        AgentView agent = Samples.onCall(Samples.LI, Samples.attempt(9));
        Instant since = Instant.parse("2026-03-02T03:00:00Z");
        web.floor.show(quiet -> new FloorSnapshot(quiet.clock(), quiet.simulated(), quiet.campaigns(), quiet.links(),
                List.of(new AgentView(agent.agent(), new AgentState.OnBreak(since, AgentState.OnBreak.NO_ANSWER),
                        new AgentLeg.OnHook(since), null)),
                quiet.calls(), quiet.pops(), quiet.previews(), quiet.today(), quiet.occupancy(), quiet.why()));

        JsonObject shown = web.as(Role.SUPERVISOR).get("/api/agents").items().getJsonObject(0);

        assertThat(shown.getString("state")).isEqualTo("break");
        assertThat(shown.getString("reason")).isEqualTo("no_answer");
        assertThat(shown.getString("leg")).isEqualTo("on_hook");
    }

    @ParameterizedTest
    @EnumSource(CampaignMode.class)
    void everyModeCanBeChosen(CampaignMode mode) {
        assertThat(web.as(Role.SUPERVISOR)
                .post("/api/campaigns/main/mode", new JsonObject().put("mode", mode.code()).encode())
                .status()).isEqualTo(200);
        assertThat(web.floor.asked).containsExactly("mode main " + mode);
    }

    @Test
    void aCampaignIsPausedByASupervisor() {
        Answer answer = web.as(Role.SUPERVISOR).post("/api/campaigns/main/mode", "{\"mode\":\"paused\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(web.floor.asked).containsExactly("mode main PAUSED");
        assertThat(web.as(Role.QA).get("/api/campaigns").items()).containsExactly(
                new JsonObject().put("id", "main")
                        .put("name", "Main")
                        .put("mode", "progressive")
                        .put("resumes_to", "progressive")
                        .putNull("lines")
                        .putNull("ringing")
                        .putNull("abandon_target")
                        .put("abandon_cap", 0.03)
                        .put("highest_abandon_target", 0.03)
                        .put("changed", new JsonArray("""
                                [{"setting":"mode","in_files":"progressive","now":"paused","change":1,
                                "at":"2026-03-02T02:00:00Z","by":"supervisor","why":null}]""")));
    }
}
