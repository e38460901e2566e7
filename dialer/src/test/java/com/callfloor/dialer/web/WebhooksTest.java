package com.callfloor.dialer.web;

import java.nio.file.Path;

import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.web.testing.Answer;
import com.callfloor.dialer.web.testing.Client;
import com.callfloor.dialer.web.testing.FakeWebhooks;
import com.callfloor.dialer.web.testing.WebFixture;
import com.callfloor.dialer.webhooks.Delivery;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class WebhooksTest {
    private static final String LIST = "/api/webhooks/deliveries";
    private WebFixture web;
    private Client administrator;

    @BeforeEach
    void start(@TempDir Path folder) {
        web = new WebFixture(folder);
        administrator = web.as(Role.ADMINISTRATOR);
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void receiversAreShownWithoutTheirSecrets() {
        web.webhooks.givenUp("crm", web.clock.instant());

        Answer answer = administrator.get("/api/webhooks");

        assertThat(answer.items()).hasSize(1);
        JsonObject crm = answer.items().getJsonObject(0);
        assertThat(crm.getString("url")).isEqualTo("https://crm.example/callfloor");
        assertThat(crm.getJsonArray("events")).containsExactly("call.ended", "promise.made");
        assertThat(crm.getLong("dead")).isOne();
        assertThat(answer.text()).doesNotContain("secret", FakeWebhooks.SECRET);
    }

    @Test
    void deadLettersAreListedNewestFirstAndPageByPage() {
        Delivery first = web.webhooks.givenUp("crm", web.clock.instant());
        Delivery second = web.webhooks.givenUp("crm", web.clock.instant());
        administrator.post("/api/webhooks/crm/test", "");

        Answer page = administrator.get(LIST + "?state=dead&receiver=crm&limit=1");
        Answer next = administrator.get(LIST + "?state=dead&limit=1&after=" + page.json().getString("next"));

        assertThat(page.items().getJsonObject(0).getLong("id")).isEqualTo(second.id());
        assertThat(page.items().getJsonObject(0).getJsonObject("body").getString("type")).isEqualTo("call.ended");
        assertThat(next.items().getJsonObject(0).getLong("id")).isEqualTo(first.id());
        assertThat(next.json().getString("next")).isNull();
    }

    @Test
    void aDeadLetterIsSentAgain() {
        Delivery dead = web.webhooks.givenUp("crm", web.clock.instant());

        Answer answer = administrator.post(LIST + "/" + dead.id() + "/resend", "");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().getString("state")).isEqualTo("pending");
        assertThat(administrator.get(LIST + "?state=dead").items()).isEmpty();
    }

    @Test
    void aMessageForAReceiverThatTheConfigurationLostIsNotSentAgain() {
        Delivery dead = web.webhooks.givenUp("former", web.clock.instant());

        Answer answer = administrator.post(LIST + "/" + dead.id() + "/resend", "");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.detail()).contains("no receiver former");
    }

    @Test
    void whatIsNotThereAnswers404AndAnUnknownState400() {
        assertThat(administrator.post(LIST + "/99/resend", "").status()).isEqualTo(404);
        assertThat(administrator.post("/api/webhooks/erp/test", "").status()).isEqualTo(404);
        assertThat(administrator.get(LIST + "?state=lost").fields()).containsExactly("state");
    }

    @Test
    void aTestIsWrittenForTheReceiver() {
        Answer answer = administrator.post("/api/webhooks/crm/test", "");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().getString("type")).isEqualTo("test");
    }
}
