package com.callfloor.dialer.web;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.trunks.CallerId;
import com.callfloor.dialer.trunks.Trunk;
import com.callfloor.dialer.trunks.TrunkLimits;
import com.callfloor.dialer.trunks.TrunkView;
import com.callfloor.dialer.trunks.TrunkView.CallerIdView;
import com.callfloor.dialer.web.testing.Answer;
import com.callfloor.dialer.web.testing.WebFixture;
import com.callfloor.dialer.words.Words;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class TrunksTest {
    private static final Instant LATER = Instant.parse("2026-03-02T06:00:00Z");
    private static final CallerId OURS = new CallerId(new PhoneNumber("+862160000001"), Set.of("CN-SH", "*"));

    private WebFixture web;

    @BeforeEach
    void start(@TempDir Path folder) {
        web = new WebFixture(folder);
        web.floor.trunks = List.of(
                new TrunkView(new Trunk("first", 30, 2.5, List.of(OURS)), new TrunkLimits(30, 2.5, true), 12, 0,
                        Optional.of(LATER),
                        Optional.of(new Words("cause 34", "释放码 34")),
                        Optional.of(new Words("it is silent", "无应答")),
                        List.of(new CallerIdView(OURS, 40, 10, Optional.of(LATER)))),
                new TrunkView(new Trunk("second", 10, 1, List.of()), new TrunkLimits(10, 1, true), 0, 1,
                        Optional.empty(), Optional.empty(), Optional.empty(),
                        List.of()));
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void eachTrunkIsShownWithItsLinesItsTroubleAndItsCallerIds() {
        Answer answer = web.as(Role.SUPERVISOR).get("/api/trunks");

        assertThat(answer.items().getJsonObject(0)).isEqualTo(new JsonObject(
                """
                        {"name":"first","channels":30,"calls_per_second":2.5,"open":true,"changed":[],"in_use":12,"room":0,
                        "backs_off_until":"2026-03-02T06:00:00Z","why":"cause 34","why_zh":"释放码 34","unreachable":"it is silent","unreachable_zh":"无应答","caller_ids":[
                        {"number":"+862160000001","regions":["*","CN-SH"],"calls":40,"answered":10,"answer_rate":0.25,
                        "rests_until":"2026-03-02T06:00:00Z"}]}"""));
        assertThat(answer.items().getJsonObject(1)).isEqualTo(new JsonObject(
                """
                        {"name":"second","channels":10,"calls_per_second":1.0,"open":true,"changed":[],"in_use":0,"room":1,"backs_off_until":null,
                        "why":null,"why_zh":null,"unreachable":null,"unreachable_zh":null,"caller_ids":[]}"""));
    }

    @Test
    void theyComeInPages() {
        Answer first = web.as(Role.SUPERVISOR).get("/api/trunks?limit=1");
        Answer second = web.as(Role.SUPERVISOR).get("/api/trunks?limit=1&after=" + first.json().getString("next"));

        assertThat(second.items().getJsonObject(0).getString("name")).isEqualTo("second");
        assertThat(second.json().getValue("next")).isNull();
    }
}
