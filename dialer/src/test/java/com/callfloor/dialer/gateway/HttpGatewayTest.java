package com.callfloor.dialer.gateway;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.gateway.HttpGatewaySettings.Accepted;
import com.callfloor.dialer.gateway.HttpGatewaySettings.Content;
import com.callfloor.dialer.gateway.HttpGatewaySettings.Proof;
import com.callfloor.dialer.gateway.HttpGatewaySettings.ReportSettings;
import com.callfloor.dialer.gateway.ProviderStand.Told;
import com.callfloor.dialer.messages.EmailAddress;
import com.callfloor.dialer.messages.Gateway.Handed;
import com.callfloor.dialer.messages.Gateway.NotAuthentic;
import com.callfloor.dialer.messages.Gateway.Outgoing;
import com.callfloor.dialer.messages.Gateway.Unreadable;
import com.callfloor.dialer.messages.Incoming;
import com.callfloor.dialer.messages.MessageId;
import com.callfloor.dialer.messages.Recipient;
import com.callfloor.dialer.rules.history.Channel;
import com.callfloor.dialer.words.Words;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A provider over HTTP, spoken to for real. */
class HttpGatewayTest {
    private static final MessageId ID = MessageId.next();
    private static final String NASTY = "\"}, \"to\": [\"+8613900000000\"]} {to} \n 您好";
    private final ProviderStand provider = new ProviderStand();

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void aMessageIsPostedWithOurReferenceAndTheProvidersIdComesBack() throws Exception {
        try (HttpGateway gateway = provider.gateway(true)) {
            assertThat(gateway.send(message("您好"))).isEqualTo(new Handed.Taken(Optional.of("p1")));
        }

        JsonNode body = new ObjectMapper().readTree(provider.got.getFirst().body());
        assertThat(body.at("/message/to/0").asText()).isEqualTo("+8613800000001");
        assertThat(body.at("/message/body").asText()).isEqualTo("您好");
        assertThat(body.at("/client_ref").asText()).isEqualTo(ID.toString());
        assertThat(provider.got.getFirst().headers())
                .containsEntry("Authorization", List.of("Bearer token-of-the-floor"))
                .containsEntry("Idempotency-key", List.of(ID.toString()));
    }

    @Test
    void noTextReachesBeyondItsPlaceInJsonOrInAForm() throws Exception {
        try (HttpGateway json = provider.gateway(true);
                HttpGateway form = provider.gateway(true, Content.FORM, """
                        {"To": "{to}", "Body": "{text}"}""")) {
            json.send(message(NASTY));
            form.send(message(NASTY));
        }

        JsonNode body = new ObjectMapper().readTree(provider.got.get(0).body());
        assertThat(body.at("/message/body").asText()).isEqualTo(NASTY);
        assertThat(body.at("/message/to")).hasSize(1);
        String[] fields = provider.got.get(1).body().split("&");
        assertThat(fields).hasSize(2);
        assertThat(fields[0]).isEqualTo("To=%2B8613800000001");
        assertThat(URLDecoder.decode(fields[1].substring("Body=".length()), StandardCharsets.UTF_8)).isEqualTo(NASTY);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 408})
    void aProviderThatFaultsSaysSo(int status) {
        provider.answers(new Told(status, "no"));
        try (HttpGateway gateway = provider.gateway(true)) {
            assertThat(gateway.send(message("x")))
                    .isEqualTo(new Handed.Faulted(Words.of("answered %d", "应答 %d", status)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 302})
    void whatItWillNotHaveIsRefused(int status) {
        provider.answers(new Told(status, ""));
        try (HttpGateway gateway = provider.gateway(true)) {
            assertThat(gateway.send(message("x")))
                    .isEqualTo(new Handed.Refused(Words.of("answered %d", "应答 %d", status)));
        }
    }

    @Test
    void anAnswerThatIsAllRightOnlyByItsStatusIsRead() {
        provider.answers(new Told(200, "{\"code\":\"isv.AMOUNT_NOT_ENOUGH\"}"), new Told(429, ""));
        try (HttpGateway gateway = provider.gateway(true)) {
            assertThat(gateway.send(message("x")))
                    .isEqualTo(new Handed.Refused(new Words("answered 200 with isv.AMOUNT_NOT_ENOUGH at /code",
                            "应答 200，/code 为 isv.AMOUNT_NOT_ENOUGH")));
            assertThat(gateway.send(message("x"))).isInstanceOf(Handed.NotReached.class);
        }
    }

    @Test
    void silenceIsNoAnswerAndAClosedDoorIsNotReached() {
        provider.answers(new Told(0, ""));
        try (HttpGateway gateway = provider.impatient()) {
            assertThat(gateway.send(message("x"))).isInstanceOf(Handed.NoAnswer.class);
            provider.close();

            assertThat(gateway.send(message("x"))).isInstanceOf(Handed.NotReached.class);
        }
    }

    @Test
    void reportsAndAnswersAreReadAsTheSettingsMapThem() throws Exception {
        try (HttpGateway gateway = provider.gateway(true)) {
            List<Incoming> read = read(gateway, """
                    {"events": [
                      {"client_ref": "%s", "status": "DELIVRD"},
                      {"id": "p7", "status": "EXPIRED"},
                      {"id": "p8", "status": "ENROUTE"},
                      {"from": "13800000001", "text": "退订"},
                      {"from": "Li@Example.com", "text": "STOP"}]}""".formatted(ID));

            assertThat(read).containsExactly(
                    new Incoming.Report(Optional.of(ID), Optional.empty(), true, "DELIVRD"),
                    new Incoming.Report(Optional.empty(), Optional.of("p7"), false, "EXPIRED"),
                    new Incoming.Nothing("ENROUTE"),
                    new Incoming.Answer(new Recipient.Phone(new PhoneNumber("+8613800000001")), "退订"),
                    new Incoming.Answer(new Recipient.Mail(new EmailAddress("li@example.com")), "STOP"));
            assertThatThrownBy(() -> read(gateway, "{}")).isInstanceOf(Unreadable.class);
            assertThatThrownBy(() -> read(gateway, "no JSON")).isInstanceOf(Unreadable.class);
        }
    }

    @Test
    void whoDoesNotKnowTheSecretReportsNothing() {
        byte[] body = "{\"events\":[]}".getBytes(StandardCharsets.UTF_8);
        try (HttpGateway gateway = provider.gateway(true)) {
            assertThatThrownBy(() -> gateway.read(header -> null, body)).isInstanceOf(NotAuthentic.class)
                    .hasMessageContaining("missing");
            assertThatThrownBy(() -> gateway.read(header -> "00".repeat(32), body)).isInstanceOf(NotAuthentic.class);
            assertThatThrownBy(() -> gateway.read(ProviderStand.signed("another body"), body))
                    .isInstanceOf(NotAuthentic.class);
        }
    }

    @Test
    void whatCannotBeMeantIsNamed() {
        assertThatThrownBy(() -> settings("http://sms.example/send", "{\"a\":\"{to}{text}\"}"))
                .hasMessageContaining("https");
        assertThatThrownBy(() -> settings("https://sms.example/send", "{\"a\":\"{to}\"}"))
                .hasMessageContaining("{text}");
        assertThatThrownBy(() -> settings("https://sms.example/send", "{\"a\":\"{to}{text}{txet}\"}"))
                .hasMessageContaining("{txet}");
        assertThatThrownBy(() -> settings("https://sms.example/send", "[]")).hasMessageContaining("JSON object");
    }

    @Test
    void secretsAreInNoText() {
        try (HttpGateway gateway = settings("https://sms.example/send", "{\"a\":\"{to}{text}\"}")) {
            assertThat(gateway.name()).isEqualTo("house");
        }
        assertThat(reports().toString()).doesNotContain(ProviderStand.SECRET);
        assertThat(new EmailAddress("li@example.com").toString()).isEqualTo("l****@example.com");
    }

    private static HttpGateway settings(String url, String body) {
        return new HttpGateway(new HttpGatewaySettings("house", "CN", Set.of(Channel.SMS), URI.create(url), "POST",
                Map.of(), Content.JSON, body, "", Duration.ofSeconds(1), Duration.ofSeconds(1), false,
                new Accepted("", List.of()), "", reports()));
    }

    private static ReportSettings reports() {
        return new ReportSettings(ProviderStand.SECRET, "X-Secret", Proof.SECRET, "", "/ref", "", "/status", Set.of(),
                Set.of(), "", "");
    }

    private static List<Incoming> read(HttpGateway gateway, String body) throws NotAuthentic, Unreadable {
        return gateway.read(ProviderStand.signed(body), body.getBytes(StandardCharsets.UTF_8));
    }

    private static Outgoing message(String text) {
        return new Outgoing(ID, Channel.SMS, new Recipient.Phone(new PhoneNumber("+8613800000001")), Optional.empty(),
                text);
    }
}
