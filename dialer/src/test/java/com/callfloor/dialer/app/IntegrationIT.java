package com.callfloor.dialer.app;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.local.DebtorBehaviour.Talks;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.testing.HookReceiver;
import com.callfloor.dialer.web.access.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpMethod;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Another system beside a whole floor: it is told of what happens, writes without doubling, and reads what is described. */
class IntegrationIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String KEY = "Idempotency-Key";
    /**
     * Not asked: a WebSocket; who could take a talk over, of which none is live; rejected rows, drafts of a wrap-up and
     * experiments, of which this floor has none.
     */
    private static final Set<Operation> ELSEWHERE = Set.of(Operation.LIVE, Operation.REJECTED_ROWS,
            Operation.WRAP_UP_DRAFT, Operation.REJECTED_PAYMENTS, Operation.EXPERIMENT, Operation.PHONE_LINE,
            Operation.OWN_REVIEW, Operation.REVIEW, Operation.SAMPLE, Operation.CALIBRATION, Operation.TRANSCRIPT,
            Operation.PHRASES, Operation.RECORDING_EXPORT, Operation.PROVIDER_SIGN_IN, Operation.PROVIDER_ANSWER,
            Operation.RECEIVERS);

    @Test
    void aSystemBesideTheFloorIsToldWritesOnceAndReadsWhatIsDescribed() throws Exception {
        var debtors = Debtors.numberedFrom(950)
                .with("promises", new Talks(Duration.ofSeconds(1),
                        Duration.ofSeconds(2)));
        try (var crm = new HookReceiver().then(500); var floor = WholeFloor.open(plan(debtors, crm))) {
            AgentConsole agent = floor.agent(1).disposingEverything("promise_to_pay").ready();
            floor.call("promises", "closed");
            floor.recording("promises", "stored");

            HttpResponse<String> first = pay(floor, "a-key", "100.00");
            HttpResponse<String> again = pay(floor, "a-key", "100.00");
            HttpResponse<String> other = pay(floor, "a-key", "200.00");

            assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
            assertThat(again.statusCode()).isEqualTo(201);
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
            assertThat(other.statusCode()).as(other.body()).isEqualTo(422);
            await("messages").atMost(PATIENCE)
                    .until(() -> told(crm).containsAll(List.of("call.ended", "promise.made", "recording.ready",
                            "payment.matched")));
            assertThat(crm.heard()).allMatch(HookReceiver.Heard::proven);
            assertThat(crm.heard()).allSatisfy(heard -> assertThat(heard.body()).doesNotContain("张伟",
                    debtors.number("promises").e164()));
            assertEveryReadIsAsDescribed(floor, agent);
        }
    }

    private static FloorPlan plan(Debtors debtors, HookReceiver crm) {
        return new FloorPlan("integration", 1, debtors,
                Map.of("FLOOR_WEBHOOKS",
                        """
                                [{name: crm, url: "%s", events: [call.ended, promise.made, payment.matched, recording.ready], lenders: [],
                                  secret: %s, secret_file: ""}]"""
                                .formatted(crm.url(), HookReceiver.SECRET)));
    }

    private static List<String> told(HookReceiver crm) throws Exception {
        List<String> types = new ArrayList<>();
        for (HookReceiver.Heard heard : crm.heard()) {
            types.add(ApiClient.JSON.readTree(heard.body()).path("type").asText());
        }
        return types;
    }

    private static HttpResponse<String> pay(WholeFloor floor, String key, String amount) throws Exception {
        return floor.api.post("/api/payments", "application/json", """
                {"lender": "晨星消费金融", "reference": "R1", "amount": "%s", "currency": "CNY",
                 "value_date": "2026-03-02", "case_ref": "promises"}""".formatted(amount), Map.of(KEY, key));
    }

    /** Each answer is compared with openapi.yaml by whoever asks; see ApiClient. */
    private static void assertEveryReadIsAsDescribed(WholeFloor floor, AgentConsole agent) throws Exception {
        Map<Role, ApiClient> askers = Map.of(Role.INTEGRATION, floor.api, Role.ADMINISTRATOR, person(floor, "admin"),
                Role.AGENT, person(floor, "agent1"), Role.SUPERVISOR, person(floor, "supervisor"));
        JsonNode caseId = floor.api.get("/api/cases?ref=promises").at("/items/0/id");
        String attempt = floor.calls("promises").at("/0/id").asText();
        String decision = floor.api.get("/api/decisions?case=promises").at("/items/0/id").asText();
        String imported = floor.api.get("/api/imports").at("/items/0/id").asText();
        List<String> otherwise = new ArrayList<>();
        for (Operation operation : Operation.values()) {
            if (operation.method().equals(HttpMethod.GET) && !ELSEWHERE.contains(operation)) {
                ApiClient asker = operation.open()
                        ? floor.api
                        : Optional.of(List.of(Role.INTEGRATION, Role.ADMINISTRATOR, Role.AGENT, Role.SUPERVISOR))
                                .flatMap(roles -> roles.stream().filter(operation::permits).findFirst())
                                .map(askers::get)
                                .orElseThrow();
                String id = switch (operation) {
                    case CALL, RECORDING, AUDIO, WAVEFORM, ACCESSES, RECORDING_STATE, OUTSIDE_DESTINATIONS ->
                        attempt;
                    case DECISION -> decision;
                    case IMPORT_STATE -> imported;
                    case ABANDONMENT, CAMPAIGN_DIALING -> "default";
                    default -> caseId.asText();
                };
                String query = switch (operation) {
                    case DECISIONS, RULES_CHECK -> "?case=promises";
                    case EFFECT, EFFECT_CSV, EFFECT_XLSX, HEATMAP -> "?from=2026-03-01&to=2026-03-03";
                    case AGREEMENT -> "?card=debtor";
                    default -> "";
                };
                try {
                    assertThat(asker.read(operation.path().replace("{id}", id) + query).statusCode())
                            .as("%s %s", operation, id)
                            .isEqualTo(200);
                } catch (AssertionError e) {
                    otherwise.add(String.valueOf(e.getMessage()));
                }
            }
        }
        assertThat(otherwise).isEmpty();
        assertThat(agent.agent().path("login").asText()).isEqualTo("agent1");
    }

    private static ApiClient person(WholeFloor floor, String login) throws Exception {
        return ApiClient.signedIn(floor.dialer.address, login, floor.passwordOf(login));
    }
}
