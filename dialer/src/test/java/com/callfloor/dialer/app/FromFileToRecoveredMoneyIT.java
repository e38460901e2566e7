package com.callfloor.dialer.app;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import com.callfloor.dialer.local.DebtorBehaviour.Talks;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The whole way of a case: the lender's file, the conversation, the promise, the posting, the managers' report. */
class FromFileToRecoveredMoneyIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final String ALL_OF_IT = "1234.56";

    @Test
    void whatIsPromisedOnThePhoneAndPaidIsToldAsRecovered() throws Exception {
        var talks = new Talks(A_SECOND, A_SECOND);
        var debtors = Debtors.numberedFrom(970)
                .with("pays", talks)
                .with("pays-part", talks)
                .with("refuses", talks);
        try (var floor = WholeFloor.open(FloorPlan.of("file-to-money", 1, debtors))) {
            AgentConsole agent = floor.agent(1).ready();
            LocalDate today = talk(floor, agent, "pays", Map.of("disposition", "promise_to_pay", "instalments",
                    List.of(Map.of("date", tomorrow(floor), "amount", ALL_OF_IT))));
            talk(floor, agent, "pays-part", Map.of("disposition", "promise_to_pay", "instalments",
                    List.of(Map.of("date", tomorrow(floor), "amount", ALL_OF_IT))));
            talk(floor, agent, "refuses", Map.of("disposition", "refuses"));
            floor.recording("pays", "stored");

            HttpResponse<String> postings = floor.api.post("/api/payments/imports?name=postings.csv", "text/csv", """
                    流水号,案件编号,委托方,金额,币种,入账日期
                    P1,pays,晨星消费金融,1234.56,CNY,%1$s
                    P2,pays-part,晨星消费金融,500.00,CNY,%1$s
                    """.formatted(today));

            assertThat(postings.statusCode()).as(postings.body()).isEqualTo(200);
            assertThat(view(floor, "pays").path("state").asText()).isEqualTo("paid");
            assertThat(view(floor, "pays-part").path("balance").path("minor").asInt()).isEqualTo(73_456);
            assertThat(view(floor, "refuses").path("balance").path("minor").asInt()).isEqualTo(123_456);
            ApiClient manager = ApiClient.signedIn(floor.dialer.address, "admin", floor.passwordOf("admin"));
            JsonNode effect = await("effect").atMost(PATIENCE)
                    .until(() -> manager.get("/api/reports/effect?from=%1$s&to=%1$s".formatted(today))
                            .path("items")
                            .path(0), figures -> figures.path("kept").asInt() == 1);
            assertThat(effect.path("group").asText()).isEqualTo("晨星消费金融");
            assertThat(effect.path("right_party_contacts").asInt()).isEqualTo(3);
            assertThat(effect.path("promises").asInt()).isEqualTo(2);
            assertThat(effect.path("broken").asInt() + effect.path("partly_kept").asInt()).as("before its day")
                    .isZero();
            assertThat(effect.path("recovered")).singleElement().satisfies(money -> {
                assertThat(money.path("minor").asInt()).isEqualTo(173_456);
                assertThat(money.path("currency").asText()).isEqualTo("CNY");
            });
        }
    }

    private static String tomorrow(WholeFloor floor) {
        return dayOf(floor.parts.clock.instant()).plusDays(1).toString();
    }

    /** The floor's days begin before UTC's; its demo begins in the morning of both. */
    private static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** Waits for the conversation and wraps it up; the day it was on. */
    private static LocalDate talk(WholeFloor floor, AgentConsole agent, String caseRef, Map<String, ?> outcome)
            throws Exception {
        agent.awaitPop(caseRef);
        JsonNode call = floor.call(caseRef, "closed");
        assertThat(call.path("outcome").asText()).isEqualTo("connected");
        HttpResponse<String> answer = agent.dispose(call.path("id").asText(), outcome);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
        return dayOf(Instant.parse(call.path("ended_at").asText()));
    }

    private static JsonNode view(WholeFloor floor, String caseRef) throws Exception {
        return floor.api.get("/api/cases?ref=" + caseRef).path("items").path(0);
    }
}
