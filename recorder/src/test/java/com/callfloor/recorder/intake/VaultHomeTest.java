package com.callfloor.recorder.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

import com.callfloor.recorder.audio.Inspection;
import com.callfloor.recorder.audio.Levels;
import com.callfloor.recorder.audio.RecordingFormat;
import com.callfloor.recorder.audio.Sha256;
import com.callfloor.recorder.audio.SideLevels;
import com.callfloor.recorder.codec.ChangedSoundException;
import com.callfloor.recorder.codec.Encoding;
import com.callfloor.recorder.register.ExpectedRecording;
import com.callfloor.recorder.testing.Calls;
import com.callfloor.recorder.testing.Desk;
import com.callfloor.recorder.testing.ForwardingVault;
import com.callfloor.recorder.testing.Speech;
import com.callfloor.recorder.vault.Vault;
import com.callfloor.recorder.vault.VaultKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static com.callfloor.recorder.testing.Sound.wavStream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class VaultHomeTest {
    private static final Duration LENGTH = Duration.ofSeconds(3);

    private final Path folder;
    private final ExpectedRecording call = Calls.connected(LENGTH);
    private final byte[] frames = Speech.frames(LENGTH, true, false);

    VaultHomeTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @EnumSource
    void whatIsKept_isOfTheFormatThatIsSet_andProven(RecordingFormat format) throws IOException {
        Desk desk = new Desk(folder, format);

        StoredObject kept = desk.home().keep(call, measured(frames), () -> wavStream(frames));

        assertThat(kept.format()).isEqualTo(format);
        assertThat(kept.key().value()).endsWith("." + format.ending());
        assertThat(desk.vault.size(kept.key())).hasValue(kept.bytes());
        try (InputStream stored = desk.vault.open(kept.key())) {
            assertThat(Sha256.of(stored)).isEqualTo(kept.sha256());
        }
    }

    @Test
    void whatWouldNotSoundAlike_isKeptAsFlac() throws IOException {
        Desk desk = new Desk(folder, RecordingFormat.OPUS);
        Inspection found = measured(frames);
        SideLevels silent = found.levels().agent();
        SideLevels loud = found.levels().debtor();
        Levels swapped = new Levels(silent, loud);

        StoredObject kept = desk.home()
                .keep(call, new Inspection(found.sha256(), found.pcmSha256(), found.bytes(), found.duration(), swapped,
                        found.waveform()), () -> wavStream(frames));

        assertThat(kept.format()).isEqualTo(RecordingFormat.FLAC);
        assertThat(desk.vault.exists(VaultKey.ofRecording(call.attemptId(), call.answeredAt(), RecordingFormat.OPUS)))
                .isFalse();
        try (InputStream back = Encoding.frames(kept.format(), desk.vault.open(kept.key()))) {
            assertThat(back.readAllBytes()).isEqualTo(frames);
        }
    }

    @Test
    void whatDoesNotPlayOnceItIsStored_isKeptInAnotherForm_andLeavesNothingBehind() throws IOException {
        Desk desk = new Desk(folder, RecordingFormat.OPUS);
        var home = new VaultHome(new Garbling(desk.vault, Set.of("ogg", "flac")), RecordingFormat.OPUS,
                Beginnings.NONE);

        StoredObject kept = home.keep(call, measured(frames), () -> wavStream(frames));

        assertThat(kept.format()).isEqualTo(RecordingFormat.WAV);
        assertThat(desk.vault.exists(kept.key())).isTrue();
        for (RecordingFormat given : Set.of(RecordingFormat.OPUS, RecordingFormat.FLAC)) {
            assertThat(desk.vault.exists(VaultKey.ofRecording(call.attemptId(), call.answeredAt(), given))).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSourceThatChangesAfterItWasMeasured_leavesNothing(RecordingFormat format) throws IOException {
        Desk desk = new Desk(folder, format);
        byte[] other = frames.clone();
        other[10_000] ^= 1;

        assertThatThrownBy(() -> desk.home().keep(call, measured(frames), () -> wavStream(other)))
                .isInstanceOf(ChangedSoundException.class);

        assertThat(desk.vault.exists(VaultKey.ofRecording(call.attemptId(), call.answeredAt(), format))).isFalse();
    }

    /** Gives objects of these endings back with another beginning. */
    private record Garbling(Vault vault, Set<String> endings) implements ForwardingVault {
        @Override
        public InputStream open(VaultKey key) throws IOException {
            InputStream there = vault.open(key);
            return endings.stream().anyMatch(key.value()::endsWith)
                    ? new SequenceInputStream(new ByteArrayInputStream(new byte[60]), there)
                    : there;
        }
    }

    private static Inspection measured(byte[] frames) throws IOException {
        return Inspection.of(wavStream(frames));
    }
}
