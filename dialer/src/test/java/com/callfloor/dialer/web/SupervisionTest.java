package com.callfloor.dialer.web;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.calls.Purpose;
import com.callfloor.dialer.staff.ListeningLimits;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.supervision.FloorChange;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.FloorSnapshot;
import com.callfloor.dialer.supervision.TakeOverFailure;
import com.callfloor.dialer.supervision.alerts.AlertKind;
import com.callfloor.dialer.supervision.alerts.Concern;
import com.callfloor.dialer.web.testing.Answer;
import com.callfloor.dialer.web.testing.Client;
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

/** What supervisors do with calls and agents, and what they are warned of. */
class SupervisionTest {
    private static final String TAKE_OVER = "/api/calls/" + Samples.attempt(3) + "/take-over";

    private WebFixture web;
    private Client supervisor;

    @BeforeEach
    void start(@TempDir Path folder) {
        web = new WebFixture(folder);
        supervisor = web.as(Role.SUPERVISOR);
        await().until(web.floor::heard);
        web.floor.show(floor -> new FloorSnapshot(floor.clock(), floor.simulated(), floor.campaigns(), floor.links(),
                floor.agents(), List.of(Samples.live(3, new CallState.Connected(Samples.NOW))),
                Map.of(me(), Samples.pop(3, true, Purpose.COLLECTION)), floor.previews(), floor.today(),
                floor.occupancy(), floor.why()));
    }

    @AfterEach
    void stop() {
        web.close();
    }

    private AgentId me() {
        return new AgentId(web.user(Role.SUPERVISOR).id());
    }

    @Test
    void aCallIsTakenOverOnTheOwnPhoneOrOnAnother() {
        assertThat(supervisor.post(TAKE_OVER, "{}").status()).isEqualTo(202);
        assertThat(supervisor.post(TAKE_OVER, "{\"extension\":\"92001\"}").status()).isEqualTo(202);

        String asked = "take over " + Samples.attempt(3) + " " + me().value();
        assertThat(web.floor.asked).containsExactly(asked + " 2001", asked + " 92001");
        assertThat(supervisor.post("/api/calls/" + Samples.attempt(9) + "/take-over", "{}").status()).isEqualTo(404);
        web.floor.refuse(FloorReply.Refusal.NOT_NOW,
                new Words("a supervisor's phone is being rung for this call already", "已有班长的话机为这通电话振铃"));
        assertThat(supervisor.post(TAKE_OVER, "{}").status()).isEqualTo(409);
    }

    @Test
    void whoMayNotHearTheAgentDoesNotGetTheDebtor() {
        web.teams.limits.put(me().value(), new ListeningLimits(Set.of("Another"), Set.of()));

        assertThat(supervisor.post(TAKE_OVER, "{}").status()).isEqualTo(403);
        assertThat(web.floor.asked).isEmpty();
    }

    @Test
    void theSupervisorsPageShowsTheDebtorAndWhatBecomesOfTheCall() {
        FeedReader page = FeedReader.open(web, supervisor);
        page.awaitMessages(6);
        assertThat(page.types()).contains("screen_pop");

        web.floor.tell(new FloorChange.ScreenPopped(me(), Samples.pop(3, true)));
        web.floor.tell(new FloorChange.TakeOverFailed(me(), Samples.attempt(4), TakeOverFailure.NO_ANSWER));

        await().until(() -> page.of("screen_pop").size() == 2 && page.of("take_over_failed").size() == 1);
        assertThat(page.of("take_over_failed").getFirst().getString("because")).isEqualTo("no_answer");
    }

    @Test
    void aNoticeIsOnTheAgentsPageAtOnceAndTheSupervisorHearsThatItWasRead() {
        FeedReader agents = FeedReader.open(web, web.as(Role.AGENT));
        FeedReader supervisors = FeedReader.open(web, supervisor);
        agents.awaitMessages(1);
        supervisors.awaitMessages(1);
        long agent = web.user(Role.AGENT).id();

        Answer sent = supervisor.post("/api/notices", "{\"agent_id\":" + agent + ",\"text\":\"请说慢一点\"}");

        assertThat(sent.status()).isEqualTo(201);
        await().until(() -> agents.of("notice").size() == 1);
        JsonObject notice = agents.of("notice").getFirst().getJsonObject("notice");
        assertThat(notice.getString("text")).isEqualTo("请说慢一点");
        assertThat(notice.getString("from")).isEqualTo("The supervisor");
        assertThat(web.as(Role.AGENT).get("/api/agents/me/notices").items()).hasSize(1);

        Answer read = web.as(Role.AGENT)
                .post("/api/agents/me/notices/" + notice.getLong("id") + "/read", "{}");

        assertThat(read.status()).isEqualTo(204);
        await().until(() -> supervisors.of("notice_read").size() == 1);
        assertThat(supervisors.of("notice_read").getFirst().getString("agent_name")).isEqualTo("The agent");
        assertThat(web.as(Role.AGENT).get("/api/agents/me/notices").items()).isEmpty();
        JsonObject kept = supervisor.get("/api/notices").items().getJsonObject(0);
        assertThat(kept.getJsonArray("readers").getJsonObject(0).getString("read_at")).isNotNull();
    }

    @Test
    void aNoticeGoesToAWholeTeamAndNeedsOneAddressAndWords() {
        assertThat(supervisor.post("/api/notices", "{\"team_id\":2,\"text\":\"Break at noon\"}")
                .json()
                .getString("team")).isEqualTo("Team 2");
        assertThat(supervisor.post("/api/notices", "{\"team_id\":99,\"text\":\"x\"}").status()).isEqualTo(404);
        assertThat(supervisor.post("/api/notices", "{\"agent_id\":777,\"text\":\"x\"}").status()).isEqualTo(404);
        assertThat(supervisor.post("/api/notices", "{\"text\":\"x\"}").fields()).containsExactly("agent_id");
        assertThat(supervisor.post("/api/notices", "{\"agent_id\":1,\"team_id\":1,\"text\":\"x\"}").status())
                .isEqualTo(422);
        assertThat(supervisor.post("/api/notices", "{\"agent_id\":1,\"text\":\"" + "x".repeat(301) + "\"}").fields())
                .containsExactly("text");
        assertThat(web.as(Role.AGENT).post("/api/agents/me/notices/55/read", "{}").status()).isEqualTo(404);
    }

    @Test
    void anAlertIsOnTheWallAtOnceUntilSomebodyHasSeenItAndAfter() {
        FeedReader page = FeedReader.open(web, supervisor);
        page.awaitMessages(5);
        assertThat(page.of("alerts").getFirst().getJsonArray("items")).isEmpty();

        web.alerts.raise(new Concern(AlertKind.ABANDONMENT, "main", "Main", true,
                Map.of("share", 0.027, "cap", 0.03, "window", 86_400, "calls", 800)), Samples.NOW);

        await().until(() -> page.of("alerts").size() == 2);
        JsonObject alert = page.of("alerts").getLast().getJsonArray("items").getJsonObject(0);
        assertThat(alert.getString("kind")).isEqualTo("abandonment");
        assertThat(alert.getJsonObject("figures").getDouble("share")).isEqualTo(0.027);

        assertThat(supervisor.post("/api/alerts/" + alert.getLong("id") + "/acknowledgement", "{}").status())
                .isEqualTo(204);

        await().until(() -> page.of("alerts").size() == 3);
        assertThat(page.of("alerts").getLast().getJsonArray("items").getJsonObject(0).getString("acknowledged_by"))
                .isEqualTo("The supervisor");
        assertThat(web.as(Role.AUDITOR).get("/api/alerts").items().getJsonObject(0).getString("acknowledged_at"))
                .isNotNull();
        assertThat(supervisor.post("/api/alerts/77/acknowledgement", "{}").status()).isEqualTo(404);
    }
}
