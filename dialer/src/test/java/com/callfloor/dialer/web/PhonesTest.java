package com.callfloor.dialer.web;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.web.testing.Answer;
import com.callfloor.dialer.web.testing.WebFixture;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Who chooses a headset in the browser, and when they have its secret. */
class PhonesTest {
    private static final String BROWSER = "{\"headset\":\"browser\"}";
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
    void theSecretIsGivenOutOnlyOnceThePbxKnowsIt() {
        var pbxKnows = new CompletableFuture<FloorReply>();
        web.floor.reply = pbxKnows;
        var answer = CompletableFuture
                .supplyAsync(() -> web.as(Role.SUPERVISOR).post("/api/session/phone", BROWSER));
        await().until(() -> web.floor.asked.contains("admit 92001"));
        assertThat(answer).isNotDone();

        pbxKnows.complete(new FloorReply.Accepted());

        assertThat(answer.join().status()).isEqualTo(200);
        assertThat(answer.join().json().getString("secret")).hasSizeGreaterThanOrEqualTo(32);
    }

    @Test
    void aPbxThatCannotBeToldIsSaidAndNoSecretIsGiven() {
        web.floor.refuse(FloorReply.Refusal.NOT_NOW, new Words("the link to the PBX is down", "与 PBX 的连接已断开"));

        Answer refused = web.as(Role.SUPERVISOR).post("/api/session/phone", BROWSER);

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.text()).doesNotContain("secret");
        assertThat(refused.json().getString("detail")).isEqualTo("Your phone in the browser cannot be used now: "
                + "the link to the PBX is down. Try again soon, or choose the desk phone.");
        assertThat(refused.json().getString("detail_zh")).startsWith("浏览器电话暂不可用：").endsWith("请稍后再试，或改用桌面话机。");
    }
}
