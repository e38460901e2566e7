package com.callfloor.dialer.web;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.supervision.OutsideDestination;
import com.callfloor.dialer.web.testing.Answer;
import com.callfloor.dialer.web.testing.Client;
import com.callfloor.dialer.web.testing.Samples;
import com.callfloor.dialer.web.testing.WebFixture;
import com.callfloor.dialer.words.Words;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CallsTest {
    private WebFixture web;

    @BeforeEach
    void start(@TempDir Path folder) {
        web = new WebFixture(folder);
        web.archive.cases.add(Samples.caseView(5));
        for (int serial = 1; serial <= 7; serial++) {
            web.archive.calls.add(Samples.call(serial));
        }
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void pagesFollowEachOtherWithoutGapsAndEndWithNull() {
        Client auditor = web.as(Role.AUDITOR);
        List<String> seen = new ArrayList<>();
        String next = "";
        int pages = 0;
        do {
            Answer page = auditor.get("/api/calls?limit=3" + next);
            page.items().forEach(call -> seen.add(((JsonObject) call).getString("id")));
            next = page.json().getString("next") == null ? "" : "&after=" + page.json().getString("next");
            pages++;
        } while (!next.isEmpty());

        assertThat(pages).isEqualTo(3);
        assertThat(seen).containsExactly(List.of(7, 6, 5, 4, 3, 2, 1)
                .stream()
                .map(serial -> Samples.attempt(serial).toString())
                .toArray(String[]::new));
    }

    @Test
    void aPageThatIsExactlyFullAndTheLastHasNoNext() {
        Answer page = web.as(Role.QA).get("/api/calls?limit=7");

        assertThat(page.items()).hasSize(7);
        assertThat(page.json().getValue("next")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=ten", "limit=", "after=%21%21", "after=Zm9v",
            "state=ringing",
            "stat=open", "limit=5&limit=6"})
    void anUnusableParameterIsNamed(String query) {
        Answer answer = web.as(Role.QA).get("/api/calls?" + query);

        if (query.equals("limit=")) {
            assertThat(answer.status()).as("an empty parameter is none").isEqualTo(200);
        } else {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.fields()).containsExactly(query.split("=", 2)[0]);
        }
    }

    @Test
    void callsOfACaseAreFoundByTheLendersReferenceAndByOurId() {
        assertThat(web.as(Role.QA).get("/api/calls?case=CF-5").items()).hasSize(7);
        assertThat(web.as(Role.QA).get("/api/calls?case=5").items()).hasSize(7);
        assertThat(web.as(Role.QA).get("/api/calls?case=CF-6").items()).isEmpty();
        assertThat(web.as(Role.QA).get("/api/calls?case=5&state=open").items()).isEmpty();
    }

    @Test
    void aCallIsToldWholeWithWhatTheRulesSaidAndItsNumberMasked() {
        JsonObject call = web.as(Role.AUDITOR).get("/api/calls/" + Samples.attempt(3)).json();

        assertThat(call.getString("number")).isEqualTo("138****0001");
        assertThat(call.getString("reserved_at")).isEqualTo("2026-03-02T02:00:00.123456Z");
        assertThat(call.getJsonObject("decision").getString("verdict")).isEqualTo("allow");
        assertThat(call.getInteger("cause")).isEqualTo(16);
    }

    @Test
    void anAgentSaysWhatCameOfACall() {
        Answer answer = web.as(Role.AGENT)
                .post("/api/calls/" + Samples.attempt(3) + "/disposition",
                        "{\"disposition\":\"refuses\",\"note\":\"周五再说\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(web.floor.asked)
                .containsExactly("dispose " + Samples.attempt(3) + " 1 REFUSES 周五再说");
    }

    @Test
    void anUnknownDispositionIsToldWithTheKnownOnes() {
        Answer answer = web.as(Role.AGENT)
                .post("/api/calls/" + Samples.attempt(3) + "/disposition",
                        "{\"disposition\":\"PROMISE_TO_PAY\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fields()).containsExactly("disposition");
        assertThat(answer.text()).contains("promise_to_pay", "no_conversation");
        assertThat(web.floor.asked).isEmpty();
    }

    @Test
    void aTalkIsHeldTakenBackAndKeysArePressedInTheNameOfWhoAsks() {
        String call = "/api/calls/" + Samples.attempt(3);
        assertThat(web.as(Role.AGENT).post(call + "/hold", "{}").status()).isEqualTo(202);
        assertThat(web.as(Role.SUPERVISOR).post(call + "/resume", "{}").status()).isEqualTo(202);
        assertThat(web.as(Role.AGENT).post(call + "/dtmf", "{\"digits\":\"12*#AD\"}").status()).isEqualTo(202);

        assertThat(web.floor.asked).containsExactly(
                "hold " + Samples.attempt(3) + " OwnAgent[id=AgentId[value=1]]",
                "resume " + Samples.attempt(3) + " Supervisor[userId=2]",
                "press 12*#AD " + Samples.attempt(3) + " OwnAgent[id=AgentId[value=1]]");
    }

    @Test
    void aTalkIsGivenToAnotherAgent() {
        String call = "/api/calls/" + Samples.attempt(3);
        assertThat(web.as(Role.AGENT).post(call + "/transfer", "{\"to\":2,\"kind\":\"warm\"}").status()).isEqualTo(202);
        assertThat(web.as(Role.AGENT).post(call + "/transfer/completion", "{}").status()).isEqualTo(202);
        assertThat(web.as(Role.AGENT).send("DELETE", call + "/transfer", new byte[0]).status()).isEqualTo(202);
        assertThat(web.as(Role.AGENT).post(call + "/transfer", "{\"to\":\"Bo\",\"kind\":\"cold\"}").fields())
                .containsExactlyInAnyOrder("to", "kind");
        assertThat(web.as(Role.AGENT).get(call + "/receivers").status()).isEqualTo(404);

        String ann = " OwnAgent[id=AgentId[value=1]]";
        assertThat(web.floor.asked).containsExactly("transfer " + Samples.attempt(3) + " to 2 WARM" + ann,
                "complete " + Samples.attempt(3) + ann, "cancel " + Samples.attempt(3) + ann);
    }

    @Test
    void aDebtorIsPutThroughToSomebodyOutsideByNameAndNobodySeesTheNumber() {
        String call = "/api/calls/" + Samples.attempt(3);
        web.floor.outside = List.of(new OutsideDestination("harbour-legal", new Words("Legal", "法务部"),
                new PhoneNumber("+862160000002"), "", Set.of("Harbour Bank"), OutsideDestination.Permission.AGENTS));

        Answer list = web.as(Role.AGENT).get(call + "/outside");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.text()).contains("harbour-legal", "法务部").doesNotContain("6000");
        assertThat(web.as(Role.AGENT).post(call + "/outside", "{\"to\":\"harbour-legal\"}").status()).isEqualTo(202);
        assertThat(web.as(Role.AGENT).post(call + "/outside", "{}").fields()).containsExactly("to");

        String ann = " OwnAgent[id=AgentId[value=1]]";
        assertThat(web.floor.asked).containsExactly("outside " + Samples.attempt(3) + ann,
                "outside " + Samples.attempt(3) + " to harbour-legal" + ann);
    }

    @Test
    void allThreeAreBroughtTogetherAndASupervisorTakesWhatIsOffered() {
        String call = "/api/calls/" + Samples.attempt(3);
        assertThat(web.as(Role.AGENT).post(call + "/conference", "{}").status()).isEqualTo(202);
        assertThat(web.as(Role.SUPERVISOR).post(call + "/transfer/acceptance", "{\"extension\":\"92001\"}").status())
                .isEqualTo(202);
        assertThat(web.as(Role.AGENT).post(call + "/transfer/acceptance", "{}").status()).isEqualTo(403);

        assertThat(web.floor.asked).containsExactly(
                "confer " + Samples.attempt(3) + " OwnAgent[id=AgentId[value=1]]",
                "accept " + Samples.attempt(3) + " 2 92001");
    }

    @Test
    void otherSignsThanKeysAreNotPressed() {
        for (String digits : List.of("", "12E", "1 2", "1".repeat(33))) {
            Answer answer = web.as(Role.AGENT)
                    .post("/api/calls/" + Samples.attempt(3) + "/dtmf", "{\"digits\":\"" + digits + "\"}");
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.fields()).containsExactly("digits");
        }
        assertThat(web.floor.asked).isEmpty();
    }

    @Test
    void agentsHangUpInTheirOwnNameAndSupervisorsInTheirs() {
        web.as(Role.AGENT).post("/api/calls/" + Samples.attempt(3) + "/hangup", "{}");
        Answer answer = web.as(Role.SUPERVISOR)
                .send("POST", "/api/calls/" + Samples.attempt(4) + "/hangup",
                        new byte[0]);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(web.floor.asked).containsExactly(
                "hangup " + Samples.attempt(3) + " OwnAgent[id=AgentId[value=1]]",
                "hangup " + Samples.attempt(4) + " Supervisor[userId=2]");
    }
}
