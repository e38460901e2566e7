package com.callfloor.dialer.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

import com.callfloor.dialer.recordings.AccessBook.Access;
import com.callfloor.dialer.staff.ListeningLimits;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.web.http.BodyHash;
import com.callfloor.dialer.web.testing.Answer;
import com.callfloor.dialer.web.testing.Samples;
import com.callfloor.dialer.web.testing.WebFixture;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ExportTest {
    private static final String REASON = "Ordered by the court of Xuhui, 2026-117";

    @TempDir
    private Path folder;
    private WebFixture web;

    @BeforeEach
    void start() {
        web = new WebFixture(folder.resolve("uploads"));
        web.archive.cases.add(Samples.caseView(5));
        web.recordings.recordings.add(Samples.recording(2, "stored"));
        web.recordings.recordings.add(Samples.recording(1, "expected"));
        web.recordings.sha256 = new BodyHash().add(web.recordings.sound).text();
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void aCaseLeavesAsAZipThatProvesItself() throws Exception {
        Answer answer = web.as(Role.AUDITOR).post("/api/recordings/exports", ofCase(REASON));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/zip");
        Path unpacked = unpack(answer.response().body());
        String sound = "recordings/" + Samples.attempt(2) + ".wav";
        assertThat(Files.readAllBytes(unpacked.resolve(sound))).isEqualTo(web.recordings.sound);
        Process check = new ProcessBuilder("sha256sum", "-c", "SHA256SUMS").directory(unpacked.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(check.waitFor()).as(said).isZero();
        assertThat(said).contains(sound + ": OK", "manifest.json: OK", "README.txt: OK");
        JsonObject manifest = new JsonObject(Files.readString(unpacked.resolve("manifest.json")));
        assertThat(manifest.getString("reason")).isEqualTo(REASON);
        assertThat(manifest.getJsonObject("by").getString("login")).isEqualTo("auditor");
        JsonArray recordings = manifest.getJsonArray("recordings");
        assertThat(recordings).hasSize(2);
        assertThat(recordings.getJsonObject(0).getString("file")).isEqualTo(sound);
        assertThat(recordings.getJsonObject(0).getString("sha256")).isEqualTo(web.recordings.sha256);
        assertThat(recordings.getJsonObject(0).getLong("chain_position")).isEqualTo(7);
        assertThat(recordings.getJsonObject(0).getString("chain_hash")).isEqualTo("c".repeat(64));
        assertThat(recordings.getJsonObject(1).getString("state")).isEqualTo("expected");
        assertThat(recordings.getJsonObject(1).getValue("file")).isNull();
        assertThat(Files.readString(unpacked.resolve("README.txt"))).contains(REASON, "The auditor",
                "1 are not stored");
    }

    @Test
    void theBooksTellAForgedManifest() throws Exception {
        Answer answer = web.as(Role.AUDITOR).post("/api/recordings/exports", ofCase(REASON));
        byte[] manifest = Files.readAllBytes(unpack(answer.response().body()).resolve("manifest.json"));
        String id = new JsonObject(new String(manifest, StandardCharsets.UTF_8)).getString("export");

        JsonObject kept = web.as(Role.QA).get("/api/recordings/exports/" + id).json();

        assertThat(kept.getString("manifest_sha256")).isEqualTo(new BodyHash().add(manifest).text());
        assertThat(kept.getInteger("recordings")).isEqualTo(2);
        assertThat(web.as(Role.QA).get("/api/recordings/exports/" + Samples.attempt(9)).status()).isEqualTo(404);
    }

    @Test
    void itIsNotedWithEachRecordingBeforeItLeavesAndNothingStaysBehind() throws IOException {
        web.as(Role.SUPERVISOR).post("/api/recordings/exports", ofCase(REASON));

        assertThat(web.accesses.noted).hasSize(2).extracting(Access::reason).containsOnly(REASON);
        await().atMost(Duration.ofSeconds(5)).until(this::isEmpty);
        web.accesses.away = true;
        Answer unnoted = web.as(Role.SUPERVISOR).post("/api/recordings/exports", ofCase(REASON));
        assertThat(unnoted.status()).isEqualTo(503);
        await().atMost(Duration.ofSeconds(5)).until(this::isEmpty);
    }

    @Test
    void whatIsNotWhatWasTakenInDoesNotLeave() {
        web.recordings.sha256 = "ef".repeat(32);

        Answer answer = web.as(Role.AUDITOR).post("/api/recordings/exports", ofCase(REASON));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.detail()).contains(Samples.attempt(2).toString(), "recordings verify");
        assertThat(web.exports.noted).isEmpty();
        assertThat(web.accesses.noted).isEmpty();
    }

    @Test
    void whoMayNotHearOneOfThemGetsNoneAndTheTryIsNoted() {
        web.teams.limits.put(web.user(Role.SUPERVISOR).id(), new ListeningLimits(Set.of("Another Bank"), Set.of()));

        Answer chosen = web.as(Role.SUPERVISOR)
                .post("/api/recordings/exports", new JsonObject().put("reason", REASON)
                        .put("recordings", new JsonArray().add(Samples.attempt(2).toString()))
                        .encode());
        Answer searched = web.as(Role.SUPERVISOR).post("/api/recordings/exports", ofCase(REASON));

        assertThat(chosen.status()).isEqualTo(403);
        assertThat(searched.status()).isEqualTo(422);
        assertThat(web.accesses.noted).singleElement()
                .satisfies(access -> assertThat(access.refused()).contains("other lenders"));
    }

    @Test
    void whatIsWrongWithTheRequestIsToldAtOnce() {
        var auditor = web.as(Role.AUDITOR);

        assertThat(auditor.post("/api/recordings/exports", ofCase("why")).text()).contains("10 to 1000 characters");
        assertThat(auditor.post("/api/recordings/exports", "{\"reason\":\"" + REASON + "\"}").text())
                .contains("ids of recordings, or a case");
        assertThat(auditor.post("/api/recordings/exports",
                "{\"from\":\"2026-01-01T00:00:00Z\",\"reason\":\"" + REASON + "\"}").text())
                .contains("must both be given");
        assertThat(auditor.post("/api/recordings/exports",
                "{\"recordings\":[\"" + Samples.attempt(9) + "\"],\"reason\":\"" + REASON + "\"}").text())
                .contains("there is no recording " + Samples.attempt(9));
        assertThat(auditor.post("/api/recordings/exports",
                "{\"recordings\":[\"me\"],\"reason\":\"" + REASON + "\"}").text()).contains("'me' is not the id");
        assertThat(auditor.post("/api/recordings/exports",
                "{\"case\":\"nosuch\",\"reason\":\"" + REASON + "\"}").text()).contains("there is no case nosuch");
    }

    private static String ofCase(String reason) {
        return new JsonObject().put("case", "CF-5").put("reason", reason).encode();
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> left = Files.list(folder.resolve("uploads"))) {
            return left.findAny().isEmpty();
        }
    }

    private Path unpack(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("evidence.zip"), bytes);
        Path into = folder.resolve("evidence");
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.getComment()).contains(REASON, "auditor");
            for (var entry : zip.stream().toList()) {
                Path to = into.resolve(entry.getName());
                Files.createDirectories(to.getParent());
                try (InputStream content = zip.getInputStream(entry)) {
                    Files.write(to, content.readAllBytes());
                }
            }
        }
        return into;
    }
}
