package com.callfloor.recorder.remote;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import com.callfloor.recorder.audio.Flaw;
import com.callfloor.recorder.audio.Levels;
import com.callfloor.recorder.audio.RecordingFormat;
import com.callfloor.recorder.audio.SideLevels;
import com.callfloor.recorder.register.ExpectedRecording;
import com.callfloor.recorder.register.RecordingState;
import com.callfloor.recorder.register.StoredRecording;
import com.callfloor.recorder.testing.Calls;
import com.callfloor.recorder.vault.VaultKey;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecorderJsonTest {
    private final RecorderJson json = new RecorderJson();
    private final ExpectedRecording connected = Calls.connected(Duration.ofMillis(2_125));
    private final ExpectedRecording abandoned = Calls.abandoned(Duration.ofSeconds(2));
    private final StoredRecording recording = new StoredRecording(connected.attemptId(), "案件 \"7\"",
            VaultKey.ofRecording(connected.attemptId(), connected.answeredAt(), RecordingFormat.OPUS),
            RecordingFormat.OPUS, "ab".repeat(32), "cd".repeat(32), 68_044,
            Duration.ofNanos(2_125_125_000), new Levels(new SideLevels(-20.5, -3, Duration.ofMillis(40), false),
                    new SideLevels(SideLevels.FLOOR_DBFS, SideLevels.FLOOR_DBFS, Duration.ofSeconds(2), true)),
            Set.of(Flaw.AGENT_SILENT, Flaw.ODD_LENGTH), Instant.parse("2026-11-23T08:00:05.123456Z"));

    @Test
    void whatIsAwaited_comesThroughWhole() throws IOException {
        var calls = json.readAwaiting(json.writeAwaiting(List.of(connected, abandoned)));

        assertThat(json.readExpected(calls.getFirst())).isEqualTo(connected);
        assertThat(json.readExpected(calls.getLast())).isEqualTo(abandoned);
    }

    @Test
    void whatIsStored_comesThroughWhole() throws IOException {
        assertThat(json.readStored(json.writeStored(recording))).isEqualTo(recording);
    }

    @Test
    void eachState_comesThroughWhole() throws IOException {
        for (RecordingState state : List.of(new RecordingState.Unknown(), new RecordingState.Due(abandoned),
                new RecordingState.Kept(recording))) {
            assertThat(json.readState(json.writeState(state))).isEqualTo(state);
        }
    }

    @Test
    void aReason_comesThroughWhole() throws IOException {
        assertThat(json.readMissing(json.writeMissing("no \"raw\" file\n"))).isEqualTo("no \"raw\" file\n");
    }

    @Test
    void aBrokenCall_isRefusedByTheNameOfItsField() throws IOException {
        String good = json.writeAwaiting(List.of(connected));

        thenRefused(good.replace(connected.attemptId().toString(), "../../etc/passwd"), "attempt_id must be a UUID");
        thenRefused(good.replace("case-1", " "), "case_id must be a text");
        thenRefused(good.replace("answered_at", "answeredAt"), "answered_at must be an instant");
        thenRefused("[{}]", "attempt_id must be a UUID, found nothing");
    }

    @Test
    void aCallThatEndsBeforeItsAnswer_isRefused() throws IOException {
        String body = json.writeAwaiting(List.of(connected)).replace("08:00:02.125", "07:00:00");

        assertThatThrownBy(() -> json.readExpected(json.readAwaiting(body).getFirst())).isInstanceOf(IOException.class)
                .hasMessageContaining("before its answer");
    }

    @Test
    void anotherAnswerThanAList_isRefused() {
        assertThatThrownBy(() -> json.readAwaiting("{\"error\": 1}")).hasMessageContaining("not a JSON list");
    }

    private void thenRefused(String body, String what) throws IOException {
        var calls = json.readAwaiting(body);

        assertThatThrownBy(() -> json.readExpected(calls.getFirst())).isInstanceOf(IOException.class)
                .hasMessageContaining(what);
    }
}
