package com.callfloor.dialer.gateway;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.callfloor.dialer.quality.speech.Transcriber.Said;
import com.callfloor.dialer.quality.speech.Transcriber.Unavailable;
import com.callfloor.dialer.scripts.Language;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A server that answers as whisper.cpp's does. */
class HttpTranscriberTest {
    private static final String ANSWER = """
            {"task":"transcribe","language":"chinese","duration":3.2,"text":"x","segments":[
             {"id":0,"start":0.0,"end":1.25,"text":" 您好"},{"id":1,"start":1.25,"end":3.2,"text":"  "}]}""";
    private final Map<String, String> asked = new ConcurrentHashMap<>();
    private HttpServer server;
    private volatile int status = 200;
    private volatile String answer = ANSWER;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/audio/transcriptions", exchange -> {
            asked.put("body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            asked.put("token", String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private HttpTranscriber transcriber() {
        return new HttpTranscriber(new HttpTranscriber.Settings(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/audio/transcriptions"), "tiny",
                "hush", Duration.ofSeconds(5)));
    }

    @Test
    void aSideIsSentAsAFormAndItsSegmentsComeBackInMilliseconds() throws Exception {
        try (HttpTranscriber transcriber = transcriber()) {
            assertThat(transcriber.transcribe("RIFF sound".getBytes(StandardCharsets.US_ASCII), Language.ZH_CN))
                    .containsExactly(new Said(0, 1_250, "您好"));
        }

        assertThat(asked.get("token")).isEqualTo("Bearer hush");
        assertThat(asked.get("body")).contains("name=\"model\"\r\n\r\ntiny\r\n", "name=\"language\"\r\n\r\nzh\r\n",
                "name=\"response_format\"\r\n\r\nverbose_json\r\n", "Content-Type: audio/wav\r\n\r\nRIFF sound\r\n--");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8178/", "http://127.0.0.2/", "http://[::1]:8178/", "http://10.0.0.5/",
            "http://172.16.9.9/", "http://192.168.1.2:8178/", "http://[fd00::7]/", "https://speech.example/"})
    void whatWasSaidGoesInTheClearToThisMachineAndItsOwnNetworkOnly(String near) {
        assertThat(settings(near).url()).isEqualTo(URI.create(near));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://speech.example/", "http://8.8.8.8/", "http://172.32.0.1/", "http://[2001:db8::1]/",
            "http://10.example/"})
    void toEverywhereElseItGoesEncrypted(String far) {
        assertThatThrownBy(() -> settings(far)).hasMessageContaining("Use https");
    }

    private static HttpTranscriber.Settings settings(String url) {
        return new HttpTranscriber.Settings(URI.create(url), "tiny", "", Duration.ofSeconds(5));
    }

    @Test
    void whatCannotBeUsedSaysWhyAndNothingOfWhatWasSaid() {
        try (HttpTranscriber transcriber = transcriber()) {
            answer = "{\"text\":\"hello\"}";
            assertThatThrownBy(() -> transcriber.transcribe(new byte[1], Language.EN)).isInstanceOf(Unavailable.class)
                    .hasMessageContaining("no segments")
                    .hasMessageNotContaining("hello");
            status = 500;
            assertThatThrownBy(() -> transcriber.transcribe(new byte[1], Language.EN)).isInstanceOf(Unavailable.class)
                    .hasMessageContaining("answered 500");
            server.stop(0);
            assertThatThrownBy(() -> transcriber.transcribe(new byte[1], Language.EN)).isInstanceOf(Unavailable.class)
                    .hasMessageContaining("could not be asked");
        }
    }
}
