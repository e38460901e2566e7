package com.callfloor.dialer.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** {@code bin/floor up}, from its first word to what it leaves behind. */
class LauncherIT {
    private static final List<String> REPORT = List.of("attempts", "answered", "connected", "abandoned", "failed",
            "denied_by_rule", "answer_to_bridge_ms", "answer_to_screen_pop_ms", "hangup_to_playable_ms", "recordings",
            "occupancy", "agents", "seconds", "errors");

    @Test
    void aFloorOnTimeEndsByItselfAndReports() throws Exception {
        Home home = TestHome.fresh("launcher-timed");
        Path report = home.root().resolve("r.json");

        try (var up = new LaunchedUp(home, "--for", "20s", "--agents", "2", "--report", report.toString(), "--port",
                "0")) {
            assertThat(up.exitStatus()).as(up.said()).isZero();
        }

        JsonNode written = ApiClient.JSON.readTree(report.toFile());
        assertThat(written.fieldNames()).toIterable().containsAll(REPORT);
        assertThat(written.path("errors")).isEmpty();
        assertThat(written.path("agents").asInt()).isEqualTo(2);
        assertThat(written.path("connected").asInt()).isPositive();
        JsonNode recordings = written.path("recordings");
        assertThat(recordings.path("missing").asInt()).isZero();
        assertThat(recordings.path("verified").asInt()).isPositive().isEqualTo(recordings.path("expected").asInt());
        assertThat(List.of("p50", "p99", "max")).allMatch(written.path("answer_to_bridge_ms")::has);
        assertThat(LaunchedUp.processesOver(home)).isEmpty();
    }

    @Test
    void aKilledFloorLeavesNothingAndTheNextOneStartsAndEndsByCtrlC() throws Exception {
        Home home = TestHome.fresh("launcher-killed");

        try (var first = new LaunchedUp(home, "--agents", "2", "--port", "0")) {
            awaitConversations(first.open(), 1);
            assertThat(LaunchedUp.processesOver(home)).hasSizeGreaterThanOrEqualTo(4);
            first.kill();
        }
        awaitNothingLeft(home);

        try (var second = new LaunchedUp(home, "--agents", "2", "--port", "0")) {
            ApiClient api = second.open();
            awaitConversations(api, conversations(api) + 1);
            second.interrupt();
            assertThat(second.exitStatus()).as(second.said()).isIn(0, 130);
            assertThat(second.said()).contains("recordings:").doesNotContain("ERRORS");
        }
        awaitNothingLeft(home);
    }

    @Test
    void simulatedTimeIsRefusedWhereACallCouldReachSomebody() throws Exception {
        Home home = TestHome.fresh("launcher-refuses-time");

        try (var up = new LaunchedUp(home, "--at", "2026-03-02T10:00:00+08:00", "--trunk", "127.0.0.1:5099")) {
            assertThat(up.exitStatus()).isNotZero();
            assertThat(up.said()).contains("--at is for the local demo floor only");
        }
        assertThat(LaunchedUp.processesOver(home)).isEmpty();
    }

    @Test
    void anUnknownModeIsRefusedByName() throws Exception {
        Home home = TestHome.fresh("launcher-refuses-mode");

        try (var up = new LaunchedUp(home, "--mode", "warp")) {
            assertThat(up.exitStatus()).isNotZero();
            assertThat(up.said()).contains("'warp'").contains("progressive");
        }
    }

    /** Since midnight, what an earlier run of the same floor had included. */
    private static void awaitConversations(ApiClient api, int count) {
        await("conversations").atMost(Duration.ofSeconds(90))
                .until(() -> conversations(api) >= count);
    }

    private static int conversations(ApiClient api) throws IOException, InterruptedException {
        return api.get("/api/floor").path("today").path("connected").asInt();
    }

    private static void awaitNothingLeft(Home home) {
        await("no process is left").atMost(Duration.ofSeconds(30)).until(() -> left(home).isEmpty());
    }

    private static List<Path> left(Home home) throws IOException {
        return LaunchedUp.processesOver(home);
    }
}
