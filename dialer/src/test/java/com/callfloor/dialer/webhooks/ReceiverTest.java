package com.callfloor.dialer.webhooks;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.webhooks.WebhookEvent.OfCase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReceiverTest {
    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");
    private static final List<SigningSecret> SECRETS = List
            .of(SigningSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

    private static Receiver receiver(String url, String... lenders) {
        return new Receiver("crm", URI.create(url), Set.of(EventKind.CALL_ENDED), Set.of(lenders), SECRETS);
    }

    private static WebhookEvent ended(@Nullable String lender) {
        AttemptId attempt = AttemptId.parse("019cac00-0000-7000-8000-000000000001").orElseThrow();
        return new WebhookEvent.CallEnded(NOON, new OfCase("C1", lender), attempt, Outcome.NO_ANSWER, NOON, null, null);
    }

    @Test
    void aReceiverOfSomeLendersIsToldOfTheirCasesOnly() {
        Receiver harbour = receiver("https://crm.example/", "Harbour Bank");

        assertThat(harbour.wants(ended("Harbour Bank"))).isTrue();
        assertThat(harbour.wants(ended("Other"))).isFalse();
        assertThat(harbour.wants(ended(null))).isFalse();
        assertThat(receiver("https://crm.example/").wants(ended(null))).isTrue();
    }

    @Test
    void aReceiverIsToldOfWhatItChose() {
        assertThat(receiver("https://crm.example/").wants(new WebhookEvent.Test(NOON))).isFalse();
    }

    @Test
    void whatIsKnownIsTold() {
        assertThat(ended("Harbour Bank").data()).containsExactlyInAnyOrderEntriesOf(Map.of("case_ref", "C1",
                "lender", "Harbour Bank", "attempt_id", "019cac00-0000-7000-8000-000000000001", "outcome",
                "no_answer", "reserved_at", "2026-11-24T04:00:00Z", "ended_at", "2026-11-24T04:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://crm.example/callfloor?token=1", "http://127.0.0.1:9000/", "http://localhost/x"})
    void messagesGoOverTlsOrStayOnThisMachine(String url) {
        assertThat(receiver(url).url()).hasToString(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://crm.example/", "ftp://crm.example/", "https:///path", "crm.example",
            "https://user:word@crm.example/", "https://crm.example/#part", "http://127.0.0.1.crm.example/"})
    void anyOtherAddressIsRefused(String url) {
        assertThatThrownBy(() -> receiver(url)).hasMessageContaining("https://HOST/");
    }
}
