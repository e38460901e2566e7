package com.callfloor.dialer.web;

import java.nio.file.Path;
import java.util.List;

import com.callfloor.dialer.rules.books.CadenceReport.Behind;
import com.callfloor.dialer.rules.books.CadenceReport.Why;
import com.callfloor.dialer.rules.pack.PackTerm;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.web.testing.Answer;
import com.callfloor.dialer.web.testing.Samples;
import com.callfloor.dialer.web.testing.WebFixture;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class RulePacksTest {
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
    void everyVersionInForceIsListedWithTheTextsOfItsRulesAndDuties() {
        web.rules.packs.add(new PackTerm(Samples.pack("1"), Samples.NOW.plusSeconds(60)));
        web.rules.packs.add(PackTerm.current(Samples.pack("2")));
        web.rules.packs.add(new PackTerm(Samples.pack("0"), Samples.NOW));

        JsonArray packs = web.as(Role.AUDITOR).get("/api/rules/packs").items();

        assertThat(packs).hasSize(2);
        assertThat(packs.getJsonObject(0).getString("version")).isEqualTo("2");
        assertThat(packs.getJsonObject(0).getValue("until")).isNull();
        assertThat(packs.getJsonObject(1).getString("until")).isEqualTo("2026-03-02T02:01:00.123456Z");
        assertThat(packs.getJsonObject(0).getJsonArray("rules").getJsonObject(0)).isEqualTo(new JsonObject("""
                {"id":"FLOOR-DEBTOR-DAY","says":"At most 3 attempts a day to one debtor.",
                "says_zh":"每天对同一债务人最多拨打 3 次。","source":"SEED-GAP","status":"verified","severity":"policy"}"""));
        assertThat(packs.getJsonObject(0).getJsonArray("duties").getJsonObject(0).getString("id"))
                .isEqualTo("SEED-CAD");
    }

    @Test
    void casesBehindTheirTargetAreListedWithTheReason() {
        web.rules.packs.add(PackTerm.current(Samples.pack("2")));
        web.rules.behind.add(new Behind("CF-5", false, 1, 4, Why.CAP, List.of("FLOOR-DEBTOR-DAY"), Samples.NOW));
        web.rules.behind.add(new Behind("CF-6", true, 2, 3, Why.NO_AGENTS, List.of(), null));

        Answer answer = web.as(Role.SUPERVISOR).get("/api/cadence");

        assertThat(answer.json().getJsonObject("target").getInteger("uncontactable")).isEqualTo(4);
        assertThat(answer.items().getJsonObject(0)).isEqualTo(new JsonObject("""
                {"case_ref":"CF-5","contactable":false,"calls":1,"wanted":4,"why":"cap","rules":["FLOOR-DEBTOR-DAY"],
                "next_call_at":"2026-03-02T02:00:00.123456Z"}"""));
        assertThat(answer.items().getJsonObject(1).getString("why")).isEqualTo("no_agents");
        assertThat(web.as(Role.SUPERVISOR).get("/api/cadence?limit=1").items()).hasSize(1);
    }

    @Test
    void withoutATargetNobodyIsBehind() {
        web.rules.behind.add(new Behind("CF-5", false, 1, 4, Why.CAP, List.of(), null));

        Answer answer = web.as(Role.SUPERVISOR).get("/api/cadence");

        assertThat(answer.json().getValue("target")).isNull();
        assertThat(answer.items()).isEmpty();
    }
}
