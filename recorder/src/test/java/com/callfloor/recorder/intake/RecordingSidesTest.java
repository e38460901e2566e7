package com.callfloor.recorder.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;

import com.callfloor.recorder.audio.DebtorSide;
import com.callfloor.recorder.audio.RecordingFormat;
import com.callfloor.recorder.audio.WavHeader;
import com.callfloor.recorder.register.ExpectedRecording;
import com.callfloor.recorder.testing.Calls;
import com.callfloor.recorder.testing.Desk;
import com.callfloor.recorder.testing.MovableClock;
import com.callfloor.recorder.testing.Sound;
import com.callfloor.recorder.vault.VaultKey;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static com.callfloor.recorder.testing.Calls.ANSWERED;
import static com.callfloor.recorder.testing.Sound.amplitudeOf;
import static org.assertj.core.api.Assertions.assertThat;

class RecordingSidesTest {
    private static final double DEBTOR_HZ = 440;
    private static final double AGENT_HZ = 1_000;
    private static final Duration LENGTH = Duration.ofSeconds(5);

    private final Desk desk;

    RecordingSidesTest(@TempDir Path folder) throws IOException {
        desk = new Desk(folder);
    }

    @ParameterizedTest
    @EnumSource
    void whereverThePbxWritesTheDebtor_theStoredFileHasHimLeftAndTheAgentRight(DebtorSide side) throws IOException {
        ExpectedRecording call = Calls.connected(LENGTH);
        Calls.writeRaw(desk.spoolFolder, call, switch (side) {
            case LEFT -> Sound.tones(LENGTH, DEBTOR_HZ, AGENT_HZ);
            case RIGHT -> Sound.tones(LENGTH, AGENT_HZ, DEBTOR_HZ);
        });

        desk.intake(side, desk.vault, desk.register, new MovableClock(ANSWERED.plusSeconds(60))).take(call);

        byte[] wav = stored(call);
        assertThat(amplitudeOf(DEBTOR_HZ, wav, WavHeader.BYTES, 0)).isGreaterThan(9_900);
        assertThat(amplitudeOf(AGENT_HZ, wav, WavHeader.BYTES, 0)).isLessThan(10);
        assertThat(amplitudeOf(AGENT_HZ, wav, WavHeader.BYTES, 1)).isGreaterThan(9_900);
        assertThat(amplitudeOf(DEBTOR_HZ, wav, WavHeader.BYTES, 1)).isLessThan(10);
    }

    private byte[] stored(ExpectedRecording call) throws IOException {
        try (InputStream in = desk.vault
                .open(VaultKey.ofRecording(call.attemptId(), call.answeredAt(), RecordingFormat.WAV))) {
            return in.readAllBytes();
        }
    }
}
