package com.callfloor.dialer.web.console;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.ProblemHandler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConsoleFilesTest {
    private final Vertx vertx = Vertx.vertx();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newHttpClient();
    private URLClassLoader classes;
    private int port;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        Path assets = Files.createDirectories(folder.resolve("webroot/assets"));
        Files.writeString(folder.resolve("webroot/index.html"), "<title>Callfloor</title>");
        Files.writeString(assets.resolve("index-4f3a.js"), "let calls = 0;".repeat(500));
        Files.writeString(folder.resolve("secret.txt"), "not for everybody");
        classes = new URLClassLoader(new URL[]{folder.toUri().toURL()}, null);
        Router router = Router.router(vertx);
        router.route().failureHandler(new ProblemHandler());
        router.route()
                .handler(
                        new ConsoleFiles(classes, new Blocking(vertx, threads, Duration.ofSeconds(5), 10)));
        HttpServer server = vertx.createHttpServer().requestHandler(router);
        port = server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join().actualPort();
    }

    @AfterEach
    void stop() throws IOException {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        threads.close();
        http.close();
        classes.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/agent", "/floor?x=1", "/recordings/", "/a/b/c", "/assets",
            "/assets/"})
    void everyPageOfTheConsoleIsItsIndexAndNeverKept(String path) throws Exception {
        HttpResponse<String> answer = get(path, "identity");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("<title>Callfloor</title>");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void aFileWhoseNameChangesWithItsContentIsKeptForGood() throws Exception {
        HttpResponse<String> answer = get("/assets/index-4f3a.js", "identity");

        assertThat(answer.body()).startsWith("let calls");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/javascript; charset=utf-8");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
    }

    @Test
    void largeFilesAreSentCompressedToWhoTakesThat() throws Exception {
        HttpResponse<String> answer = get("/assets/index-4f3a.js", "br, gzip");

        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(answer.headers().firstValue("Vary")).contains("Accept-Encoding");
        assertThat(answer.headers().firstValueAsLong("Content-Length").orElseThrow()).isLessThan(7000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing.js", "/assets/old-1111.js", "/../secret.txt", "/assets/../../secret.txt",
            "/..%2Fsecret.txt", "/%2e%2e/secret.txt", "/assets/..%5c..%5csecret.txt", "//secret.txt",
            "/webroot/../../secret.txt"})
    void aFileThatIsNotTheConsolesIsNotFound(String path) throws Exception {
        HttpResponse<String> answer = get(path, "identity");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("not for everybody");
    }

    private HttpResponse<String> get(String path, String encoding) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept-Encoding", encoding)
                .build(), BodyHandlers.ofString());
    }
}
