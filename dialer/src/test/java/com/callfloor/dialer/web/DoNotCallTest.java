package com.callfloor.dialer.web;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.web.testing.Answer;
import com.callfloor.dialer.web.testing.WebFixture;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class DoNotCallTest {
    private static final PhoneNumber ONE = new PhoneNumber("+8613800000001");
    private static final PhoneNumber TWO = new PhoneNumber("+8613800000002");

    @TempDir
    private Path folder;
    private WebFixture web;

    @BeforeEach
    void start() {
        web = new WebFixture(folder);
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void aListIsTakenFromTheFirstColumnAndRepeatsCountOnce() {
        Answer answer = add("/api/do-not-call/national", "text/csv", """
                \uFEFFnumber,since
                "+86 138 0000 0001",2026-01-01

                +8613800000002;x
                +8613800000001,again
                """);

        assertThat(answer.json()).isEqualTo(new JsonObject(
                "{\"list\":\"national\",\"lender\":null,\"numbers\":2,\"added\":2}"));
        assertThat(web.rules.lists).containsEntry("national", List.of(ONE, TWO));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void numbersWithoutCountryCodeNeedTheirCountry() {
        Answer with = add("/api/do-not-call/house?country=CN&lender=%E6%B5%B7%E5%B2%B8", "text/plain", "13800000001");
        Answer without = add("/api/do-not-call/house", "text/plain", "13800000001");

        assertThat(with.json().getString("lender")).isEqualTo("海岸");
        assertThat(web.rules.lists).containsEntry("house/海岸", List.of(ONE));
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.text()).contains("country=CN");
    }

    @Test
    void oneBadLineKeepsTheWholeListOutAndIsNamed() {
        Answer answer = add("/api/do-not-call/national", "text/plain", "+8613800000001\nsoon\n\n+12\n");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fields()).containsExactly("line 2", "line 4");
        assertThat(web.rules.lists).isEmpty();
    }

    @Test
    void whatIsNoListIsRefused() {
        assertThat(add("/api/do-not-call/national", "text/plain", "number\n").fields()).containsExactly("file");
        assertThat(add("/api/do-not-call/national", "application/pdf", "1").status()).isEqualTo(415);
        assertThat(add("/api/do-not-call/a%20b", "text/plain", "+8613800000001").status()).isEqualTo(404);
        Answer latin = web.as(Role.ADMINISTRATOR)
                .with("Content-Type", "text/csv")
                .send("POST", "/api/do-not-call/national", new byte[]{'1', (byte) 0xE9, '\n'});
        assertThat(latin.text()).contains("UTF-8");
    }

    @Test
    void theListsAreShownWithTheirSizes() {
        add("/api/do-not-call/national", "text/plain", "+8613800000001");

        assertThat(web.as(Role.QA).get("/api/do-not-call").items().getJsonObject(0)).isEqualTo(new JsonObject("""
                {"list":"national","lender":null,"numbers":1,"last_change":"2026-03-02T02:00:00.123456Z"}"""));
    }

    @Test
    void aNumberIsTakenOffAndTakingItOffAgainIsTold() {
        add("/api/do-not-call/national", "text/plain", "+8613800000001");

        assertThat(remove("/api/do-not-call/national/+8613800000001").status()).isEqualTo(204);
        assertThat(web.rules.lists.get("national")).isEmpty();
        assertThat(remove("/api/do-not-call/national/%2B8613800000001").status()).isEqualTo(404);
        assertThat(remove("/api/do-not-call/national/138").detail()).contains("+8613800138000");
    }

    private Answer add(String path, String type, String text) {
        return web.as(Role.ADMINISTRATOR)
                .with("Content-Type", type)
                .send("POST", path, text.getBytes(StandardCharsets.UTF_8));
    }

    private Answer remove(String path) {
        return web.as(Role.ADMINISTRATOR).send("DELETE", path, new byte[0]);
    }
}
