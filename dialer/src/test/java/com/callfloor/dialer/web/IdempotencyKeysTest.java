package com.callfloor.dialer.web;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import com.callfloor.dialer.idempotency.IdempotencyBook.Claim;
import com.callfloor.dialer.idempotency.KeyedRequest;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.web.http.BodyHash;
import com.callfloor.dialer.web.testing.Answer;
import com.callfloor.dialer.web.testing.Client;
import com.callfloor.dialer.web.testing.WebFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class IdempotencyKeysTest {
    private static final String TEST = "/api/webhooks/crm/test";
    private static final String POSTING = """
            {"lender": "Lender", "reference": "R1", "amount": "10.00", "currency": "CNY", "value_date": "2026-11-20"}""";

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

    private Client withKey(String key) {
        return administrator.with("Idempotency-Key", key);
    }

    private int written() {
        return administrator.get("/api/webhooks/deliveries").items().size();
    }

    @Test
    void aWriteThatIsSentAgainIsDoneOnceAndAnsweredAlike() {
        Answer first = withKey("k1").post(TEST, "");
        Answer again = withKey("k1").post(TEST, "");

        assertThat(first.status()).isEqualTo(202);
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(written()).isOne();
    }

    @Test
    void withoutAKeyOrWithAnotherOneItIsDoneAgain() {
        withKey("k1").post(TEST, "");
        withKey("k2").post(TEST, "");
        administrator.post(TEST, "");

        assertThat(written()).isEqualTo(3);
    }

    @Test
    void theKeysOfTwoUsersHaveNothingToDoWithEachOther() {
        Answer one = withKey("k1").post("/api/payments", POSTING);
        Answer other = web.program(Role.INTEGRATION)
                .with("Idempotency-Key", "k1")
                .post("/api/payments",
                        POSTING.replace("R1", "R2"));

        assertThat(one.status()).isEqualTo(201);
        assertThat(other.status()).isEqualTo(201);
        assertThat(other.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void theSameKeyWithAnotherBodyOrAddressIsRefusedAndNothingIsDone() {
        withKey("k1").post("/api/payments", POSTING);

        Answer otherBody = withKey("k1").post("/api/payments", POSTING.replace("10.00", "11.00"));
        Answer otherAddress = withKey("k1").post(TEST, "");

        assertThat(otherBody.status()).isEqualTo(422);
        assertThat(otherBody.detail()).contains("Idempotency-Key was used for another request");
        assertThat(otherAddress.status()).isEqualTo(422);
        assertThat(written()).isZero();
    }

    @Test
    void aRequestThatIsBeingDoneAnswers409() {
        String fingerprint = new BodyHash()
                .add(("POST " + TEST + "\n" + new BodyHash().text()).getBytes(StandardCharsets.UTF_8))
                .text();
        Claim claim = web.keys.claim(
                new KeyedRequest(web.user(Role.ADMINISTRATOR).id(), "k1", fingerprint, web.clock.instant()));
        assertThat(claim).isInstanceOf(Claim.Fresh.class);

        Answer answer = withKey("k1").send("POST", TEST, new byte[0]);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(written()).isZero();
    }

    @Test
    void ofManyAtOnceOneIsDone() {
        List<CompletableFuture<Answer>> sent = Stream
                .generate(() -> CompletableFuture.supplyAsync(() -> withKey("k1").post(TEST, "")))
                .limit(8)
                .toList();

        assertThat(sent).allSatisfy(each -> assertThat(each.join().status()).isIn(202, 409));
        assertThat(written()).isOne();
    }

    @Test
    void aRefusalIsGivenAgainToo() {
        Answer first = withKey("k1").post("/api/payments", "{\"lender\": \"Lender\"}");
        Answer again = withKey("k1").post("/api/payments", "{\"lender\": \"Lender\"}");

        assertThat(first.status()).isEqualTo(422);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void anAnswerThatLeavesItOpenIsNotKept() {
        web.payments.fault = true;
        Answer first = withKey("k1").post("/api/payments", POSTING);
        web.payments.fault = false;
        Answer again = withKey("k1").post("/api/payments", POSTING);

        assertThat(first.status()).isEqualTo(503);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void anUploadIsKnownByItsContent() {
        Client csv = withKey("k1").with("Content-Type", "text/csv");
        byte[] file = "case_ref\nC1\n".getBytes(StandardCharsets.UTF_8);

        Answer first = csv.send("POST", "/api/imports?name=a.csv", file);
        Answer again = csv.stream("POST", "/api/imports?name=a.csv", file);
        Answer other = csv.send("POST", "/api/imports?name=a.csv", "case_ref\nC2\n".getBytes(StandardCharsets.UTF_8));

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(other.status()).isEqualTo(422);
        assertThat(web.inbox.came).hasSize(1);
    }

    @Test
    void aKeyThatIsNoneIsRefused() {
        assertThat(withKey("a b").post(TEST, "").status()).isEqualTo(400);
        assertThat(withKey("k".repeat(256)).post(TEST, "").status()).isEqualTo(400);
        assertThat(written()).isZero();
    }

    @Test
    void nothingOfASignInIsKept() {
        Answer first = web.anonymous().with("Idempotency-Key", "k1").post("/api/session", """
                {"login": "agent", "password": "%s"}""".formatted(WebFixture.PASSWORD));

        assertThat(first.status()).isEqualTo(200);
        assertThat(web.keys.count()).isZero();
    }

    @Test
    void whoMayNotDoItTakesNoKey() {
        assertThat(web.program(Role.AUDITOR).with("Idempotency-Key", "k1").post(TEST, "").status()).isEqualTo(403);
        assertThat(web.keys.count()).isZero();
    }
}
