package com.callfloor.dialer.web;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Set;

import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.rules.books.OtherCalls.Origin;
import com.callfloor.dialer.rules.books.OtherCalls.OtherCall;
import com.callfloor.dialer.rules.history.CallResult;
import com.callfloor.dialer.rules.history.DailyWindow;
import com.callfloor.dialer.rules.history.Direction;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.web.testing.Answer;
import com.callfloor.dialer.web.testing.Samples;
import com.callfloor.dialer.web.testing.WebFixture;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FactsTest {
    private static final String FACTS = "/api/cases/5/facts";
    private static final String CALLS = "/api/cases/5/calls";
    private static final String CEASE = "{\"fact\":\"cease\",\"evidence\":\"letter 17\"}";

    private WebFixture web;

    @BeforeEach
    void start(@TempDir Path folder) {
        web = new WebFixture(folder);
        web.archive.cases.add(Samples.caseView(5));
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void aFactIsNotedInTheNameOfWhoeverIsSignedIn() {
        Answer noted = web.as(Role.SUPERVISOR).post(FACTS, """
                {"fact":"consent","number":"+86 138 0000 0001","lifts":["US-F-COOL"],"at":"2026-03-01T00:00:00Z",
                "until":"2026-03-09T00:00:00Z","evidence":"recording 12"}""");

        assertThat(noted.status()).isEqualTo(201);
        assertThat(noted.json()).isEqualTo(new JsonObject(
                """
                        {"id":1,"case_ref":"CF-5","fact":"consent","at":"2026-03-01T00:00:00Z","number":"138****0001",
                        "until":"2026-03-09T00:00:00Z","window":null,"lifts":["US-F-COOL"],"evidence":"recording 12","evidence_zh":"recording 12",
                        "by":"supervisor","noted_at":"2026-03-02T02:00:00.123456Z","withdrawn_at":null,"withdrawn_by":null,
                        "withdrawn_why":null}"""));
        assertThat(web.as(Role.QA).get(FACTS).items()).containsExactly(noted.json());
    }

    @Test
    void inconvenientHoursAreReadWithTheirDays() {
        Answer noted = web.program(Role.INTEGRATION).post(FACTS, """
                {"fact":"inconvenient","window":"22:00-24:00","days":["sat","sun"],"evidence":"call"}""");

        assertThat(noted.json().getJsonObject("window"))
                .isEqualTo(new JsonObject("{\"from\":\"22:00\",\"to\":\"00:00\",\"days\":[\"sat\",\"sun\"]}"));
        assertThat(web.rules.facts.getFirst().window()).isEqualTo(new DailyWindow(LocalTime.of(22, 0),
                LocalTime.MIDNIGHT, Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)));
    }

    @Test
    void aPlaceMayBeInconvenientAtAnyHour() {
        Answer answer = web.as(Role.SUPERVISOR)
                .post(FACTS,
                        "{\"fact\":\"inconvenient\",\"number\":\"+8613800000001\",\"evidence\":\"not at work\"}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(web.rules.facts.getFirst().window()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"{}; fact",
            "{\"fact\":\"do_not_call\",\"evidence\":\"x\"}; fact",
            "{\"fact\":\"cease\"}; evidence",
            "{\"fact\":\"consent\",\"evidence\":\"x\",\"number\":\"+8613800000001\"}; fact",
            "{\"fact\":\"wrong_party\",\"evidence\":\"x\",\"number\":\"138****0001\"}; number",
            "{\"fact\":\"inconvenient\",\"evidence\":\"x\",\"window\":\"25:00-26:00\"}; window",
            "{\"fact\":\"inconvenient\",\"evidence\":\"x\",\"days\":[\"mon\"]}; days",
            "{\"fact\":\"cease\",\"evidence\":\"x\",\"at\":\"2026-03-02T03:00:00Z\"}; at",
            "{\"fact\":\"cease\",\"evidence\":\"x\",\"until\":\"2026-03-01T03:00:00Z\"}; until",
            "{\"fact\":\"cease\",\"evidence\":\"x\",\"lifts\":\"US-F-COOL\"}; lifts"})
    void aFactThatLacksSomethingIsRefusedWithWhatItLacks(String body, String field) {
        Answer answer = web.as(Role.ADMINISTRATOR).post(FACTS, body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fields()).contains(field);
        assertThat(web.rules.facts).isEmpty();
    }

    @Test
    void aFactIsWithdrawnOnceAndWithItsReason() {
        web.as(Role.SUPERVISOR).post(FACTS, CEASE);
        String withdrawal = FACTS + "/1/withdrawal";

        Answer without = web.as(Role.ADMINISTRATOR).post(withdrawal, "{\"reason\":\" \"}");
        Answer withdrawn = web.as(Role.ADMINISTRATOR).post(withdrawal, "{\"reason\":\"letter was of another\"}");
        Answer again = web.as(Role.ADMINISTRATOR).post(withdrawal, "{\"reason\":\"once more\"}");

        assertThat(without.fields()).containsExactly("reason");
        assertThat(withdrawn.json().getString("withdrawn_by")).isEqualTo("administrator");
        assertThat(withdrawn.json().getString("withdrawn_why")).isEqualTo("letter was of another");
        assertThat(again.status()).isEqualTo(409);
    }

    @Test
    void aFactOfAnotherCaseIsNotWithdrawnThroughThisOne() {
        web.as(Role.SUPERVISOR).post(FACTS, CEASE);
        web.archive.cases.add(Samples.caseView(6));

        Answer answer = web.as(Role.SUPERVISOR).post("/api/cases/6/facts/1/withdrawal", "{\"reason\":\"x\"}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(web.rules.facts.getFirst().withdrawnAt()).isNull();
    }

    @Test
    void aCaseThatThereIsNotHasNoFacts() {
        assertThat(web.as(Role.QA).get("/api/cases/7/facts").status()).isEqualTo(404);
        assertThat(web.as(Role.SUPERVISOR).post("/api/cases/7/facts", CEASE).status()).isEqualTo(404);
    }

    @Test
    void anInboundCallIsNotedAsHavingRung() {
        Answer answer = web.as(Role.SUPERVISOR).post(CALLS, """
                {"origin":"inbound","number":"+8613800000001","at":"2026-03-01T00:00:00Z","result":"conversation"}""");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(web.rules.calls).containsExactly(new OtherCall("CF-5", new PhoneNumber("+8613800000001"),
                Instant.parse("2026-03-01T00:00:00Z"), Direction.IN, CallResult.CONVERSATION, true, Origin.INBOUND,
                "supervisor"));
    }

    @Test
    void anImportedCallWentOutAndNamesItsSource() {
        web.program(Role.INTEGRATION).post(CALLS, """
                {"origin":"imported","number":"+8613800000001","at":"2026-03-01T00:00:00Z","result":"busy","rang":false,
                "source":"Agency B"}""");

        OtherCall call = Objects.requireNonNull(web.rules.calls.getFirst());
        assertThat(call.direction()).isEqualTo(Direction.OUT);
        assertThat(call.rang()).isFalse();
        assertThat(call.source()).isEqualTo("Agency B");
    }

    @Test
    void aCallThatLacksSomethingOrLiesAheadIsRefused() {
        Answer empty = web.as(Role.SUPERVISOR).post(CALLS, "{}");
        Answer ahead = web.as(Role.SUPERVISOR).post(CALLS, """
                {"origin":"manual","number":"+8613800000001","at":"2026-03-02T02:00:01Z","result":"busy"}""");

        assertThat(empty.fields()).containsExactlyInAnyOrder("origin", "result", "number", "at");
        assertThat(ahead.fields()).containsExactly("at");
        assertThat(web.rules.calls).isEmpty();
    }
}
