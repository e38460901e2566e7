package com.callfloor.dialer.pbx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import com.callfloor.dialer.calls.AnsweringMachines;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Heard;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.floor.DialRequest;
import com.callfloor.dialer.floor.DialRequest.MessageLanguage;
import com.callfloor.dialer.floor.PbxEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the PBX makes of a carrier's SIP status, as {@code config/causes.md} has it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SipStatusIT {
    private final Random random = new Random(5);
    private PbxRig rig;
    private SipRefuser refuser;

    @BeforeAll
    void aPbxBehindACarrierThatRefuses() throws IOException {
        refuser = new SipRefuser();
        rig = new PbxRig("sip-status", refuser.address());
    }

    @AfterAll
    void end() throws IOException {
        rig.close();
        refuser.close();
    }

    static Stream<Arguments> documented() throws IOException {
        List<Arguments> rows = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("..", "config", "causes.md"))) {
            List<String> cells = Arrays.stream(line.split("\\|", -1)).skip(1).map(String::strip).toList();
            if (line.matches("\\| \\d+ \\|.*")) {
                for (String status : cells.get(2).replace("; none at all", "").split(", ?", -1)) {
                    if (!status.isBlank()) {
                        rows.add(Arguments.of(Integer.parseInt(status), Integer.parseInt(cells.get(0)), cells.get(3)));
                    }
                }
            }
        }
        return rows.stream();
    }

    @ParameterizedTest
    @MethodSource("documented")
    void aStatusBecomesTheDocumentedCauseAndOutcome(int status, int cause, String outcome) {
        PbxEvent.Ended ended = ended(status);

        assertThat(ended.cause().q850()).isEqualTo(cause);
        assertThat(ended.cause().outcomeUnanswered(Heard.NOTHING).code()).isEqualTo(outcome);
    }

    /** Found by experiment, and said in the document: what stands in a refusal beside its status is lost. */
    @ParameterizedTest
    @CsvSource({"20, 480, 19", "44, 503, 34", "1, 503, 34", "25, 404, 1"})
    void aReasonHeaderInARefusalChangesNothing(int reason, int status, int cause) {
        assertThat(ended(reason, status).cause().q850()).isEqualTo(cause);
    }

    @Test
    void aTimeoutAtTheGatewayIsNoWordOfTheNumber() {
        assertThat(ended(504).cause().outcomeUnanswered(Heard.NOTHING).code()).isEqualTo("failed");
    }

    private PbxEvent.Ended ended(int status) {
        return ended(0, status);
    }

    private PbxEvent.Ended ended(int cause, int status) {
        AttemptId attempt = AttemptId.next(InstantSource.system().instant(), random);
        rig.pbx.dial(
                new DialRequest(attempt, new PhoneNumber("+8613800%03d%d".formatted(cause, status)), "carrier", null,
                        Duration.ofSeconds(15), MessageLanguage.ZH, AnsweringMachines.OFF, Duration.ZERO, false));
        return rig.awaited(PbxEvent.Ended.class, event -> event.attempt().equals(attempt));
    }
}
