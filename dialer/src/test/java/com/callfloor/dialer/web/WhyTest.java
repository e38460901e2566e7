package com.callfloor.dialer.web;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;

import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.supervision.DialingView.Gate;
import com.callfloor.dialer.supervision.DialingView.Shut;
import com.callfloor.dialer.testing.FollowUpSamples;
import com.callfloor.dialer.web.testing.Answer;
import com.callfloor.dialer.web.testing.WebFixture;
import com.callfloor.dialer.words.Words;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Why nothing is dialing. */
class WhyTest {
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
    void everyCauseIsToldWithItsNumbers() {
        JsonObject why = ask().json();

        assertThat(why.getBoolean("stopped")).isFalse();
        assertThat(why.getJsonObject("cases").getInteger("open")).isEqualTo(3);
        assertThat(why.getJsonArray("causes")
                .stream()
                .map(JsonObject.class::cast)
                .filter(cause -> cause.getString("cause").equals("cap"))
                .findFirst()
                .orElseThrow()).isEqualTo(new JsonObject(
                        """
                                {"cause":"cap","stops":false,"numbers":{"cases":2},"until":"2026-03-02T03:00:00.123456Z",
                                "rule":"CN-CAP","words":{"en":"2 cases were called often enough for now (rule CN-CAP), \
                                the first until %1$s","zh":"2 件已达到次数上限（规则 CN-CAP），最早至 %1$s"}}"""
                                .formatted(LocalTime.ofInstant(Instant.parse("2026-03-02T03:00:00Z"),
                                        FollowUpSamples.PLAN.zone()))));
    }

    @Test
    void casesAreCountedOnceInFiveSeconds() {
        ask();
        ask();
        assertThat(web.counts).hasValue(1);
    }

    @Test
    void itAnswersWhileTheDatabaseIsAway() {
        web.databaseFault = Optional.of("gone");
        web.floor.shut = Optional
                .of(new Shut(Gate.DATABASE, new Words("the database does not answer", "数据库没有响应")));

        JsonObject why = ask().json();

        assertThat(why.getBoolean("stopped")).isTrue();
        assertThat(why.getJsonObject("words").getString("zh")).isEqualTo("数据库没有响应");
        assertThat(why.getValue("cases")).isNull();
    }

    @Test
    void thereIsNoAnswerAboutNoCampaign() {
        assertThat(web.as(Role.QA).get("/api/campaigns/other/dialing").status()).isEqualTo(404);
    }

    private Answer ask() {
        return web.as(Role.SUPERVISOR).get("/api/campaigns/main/dialing");
    }
}
