package com.callfloor.dialer.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import com.callfloor.dialer.local.DebtorBehaviour.Talks;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A lender's file whose texts try to speak to the PBX, to the shell and to the page. */
class HostileCaseIT {
    private static final Path PROOF = Path.of("/tmp/callfloor-pwn");
    private static final String NAME = "O'Brien \"Bob\"\r\nAction: Originate\r\nChannel: Local/1@callfloor-debtor\r\n\r\n"
            + "${SHELL(touch " + PROOF + ")}<b> 😀";
    private static final String NOTES = "'; DROP TABLE cases; -- ${SHELL(touch " + PROOF
            + ")}\r\n\r\nAction: Command\r\nCommand: !touch " + PROOF + "\r\n\r\n`touch " + PROOF + "` 🧨";

    @Test
    void theCaseIsCalledAndItsTextStaysText() throws Exception {
        Files.deleteIfExists(PROOF);
        var debtors = Debtors.numberedFrom(300)
                .with("hostile", NAME, NOTES, new Talks(Duration.ofMillis(300), Duration.ofSeconds(6)))
                .with("harmless", new Talks(Duration.ofMillis(300), Duration.ofSeconds(1)));
        try (var floor = WholeFloor.open(FloorPlan.of("hostile", 1, debtors))) {
            AgentConsole agent = floor.agent(1).disposingEverything("refuses").ready();

            JsonNode shown = agent.awaitPop("hostile").path("case");
            floor.call("hostile", "connected");
            String channels = floor.parts.pbx.cli("core show channels concise");
            JsonNode call = floor.call("hostile", "closed");
            floor.call("harmless", "closed");

            assertThat(shown.path("debtor_name").asText()).startsWith("O'Brien \"Bob\"")
                    .contains("${SHELL(touch " + PROOF + ")}", "😀")
                    .doesNotContain("\r", "\n");
            assertThat(shown.path("notes").asText()).contains("DROP TABLE", "🧨").doesNotContain("\r");
            assertThat(call.path("outcome").asText()).isEqualTo("connected");
            assertThat(channels.lines()).as("the debtor and the agent")
                    .hasSize(2)
                    .noneMatch(line -> line.contains("Local"));
            assertThat(floor.parts.carrier.calls()).extracting(one -> one.number())
                    .containsExactlyInAnyOrderElementsOf(debtors.behaviours().keySet());
            assertThat(PROOF).doesNotExist();
            assertThat(floor.api.get("/api/cases").path("items")).hasSize(2);
        }
    }
}
