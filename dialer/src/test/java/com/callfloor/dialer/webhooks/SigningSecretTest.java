package com.callfloor.dialer.webhooks;

import java.time.Instant;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SigningSecretTest {
    private static final SigningSecret PUBLISHED = SigningSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final Instant THEN = Instant.ofEpochSecond(1_614_265_330);

    @Test
    void theExampleThatStandardWebhooksPublishesIsSignedAsThere() {
        assertThat(PUBLISHED.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", THEN, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void anotherIdTimeOrBodyIsAnotherSignature() {
        String signature = PUBLISHED.sign("msg_1", THEN, "{}");

        assertThat(PUBLISHED.sign("msg_2", THEN, "{}")).isNotEqualTo(signature);
        assertThat(PUBLISHED.sign("msg_1", THEN.plusSeconds(1), "{}")).isNotEqualTo(signature);
        assertThat(PUBLISHED.sign("msg_1", THEN, "{ }")).isNotEqualTo(signature);
    }

    @Test
    void whileASecretIsReplacedBothSign() {
        SigningSecret next = SigningSecret.parse("whsec_" + Base64.getEncoder().encodeToString(new byte[32]));

        assertThat(SigningSecret.signAll(List.of(PUBLISHED, next), "msg_1", THEN, "{}"))
                .isEqualTo(PUBLISHED.sign("msg_1", THEN, "{}") + " " + next.sign("msg_1", THEN, "{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "whsec_", "whsec_???", "whsec_c2hvcnQ="})
    void whatIsNoSecretIsRefusedWithoutBeingRepeated(String text) {
        assertThatThrownBy(() -> SigningSecret.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains("whsec_")
                .doesNotContain("c2hvcnQ", "???");
    }

    @Test
    void aSecretIsNotPrinted() {
        assertThat(PUBLISHED).hasToString("a signing secret");
    }
}
