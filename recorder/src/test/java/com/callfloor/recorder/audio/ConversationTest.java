package com.callfloor.recorder.audio;

import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.LongToDoubleFunction;

import com.callfloor.recorder.audio.Mark.Kind;
import com.callfloor.recorder.testing.Sound;
import com.callfloor.recorder.testing.Speech;
import org.junit.jupiter.api.Test;

import static com.callfloor.recorder.testing.Sound.wavStream;
import static org.assertj.core.api.Assertions.assertThat;

class ConversationTest {
    private static final Duration TWENTY_SECONDS = Duration.ofSeconds(20);

    @Test
    void whoSpeaksWhen_isMarkedToTheWindow() throws IOException {
        // The agent greets, the debtor falls in, both are silent for long, the debtor ends it.
        LongToDoubleFunction debtor = tone(List.of(new Mark(Kind.DEBTOR, 3_500, 5_000),
                new Mark(Kind.DEBTOR, 17_000, 18_000)));
        LongToDoubleFunction agent = tone(List.of(new Mark(Kind.AGENT, 1_000, 4_000),
                new Mark(Kind.AGENT, 6_000, 6_700)));

        Conversation found = Inspection.of(wavStream(Sound.frames(TWENTY_SECONDS, debtor, agent)))
                .waveform()
                .conversation();

        assertThat(found.marks()).containsExactly(new Mark(Kind.SILENCE, 0, 1_000), new Mark(Kind.AGENT, 1_000, 4_000),
                new Mark(Kind.DEBTOR, 3_500, 5_000), new Mark(Kind.OVERLAP, 3_500, 4_000),
                new Mark(Kind.SILENCE, 5_000, 6_000), new Mark(Kind.AGENT, 6_000, 6_700),
                new Mark(Kind.SILENCE, 6_700, 17_000), new Mark(Kind.DEBTOR, 17_000, 18_000),
                new Mark(Kind.SILENCE, 18_000, 20_000));
        assertThat(found.agentTalk()).isEqualTo(Duration.ofMillis(3_700));
        assertThat(found.debtorTalk()).isEqualTo(Duration.ofMillis(2_500));
        assertThat(found.overlap()).isEqualTo(Duration.ofMillis(500));
        assertThat(found.silence()).isEqualTo(Duration.ofMillis(14_300));
        assertThat(found.longestSilence()).isEqualTo(Duration.ofMillis(10_300));
        assertThat(found.agentFirst()).isEqualTo(Duration.ofSeconds(1));
        assertThat(found.debtorFirst()).isEqualTo(Duration.ofMillis(3_500));
    }

    @Test
    void theFiguresAddUpToTheLength() throws IOException {
        Conversation found = Inspection.of(wavStream(Speech.frames(TWENTY_SECONDS, true, true)))
                .waveform()
                .conversation();

        assertThat(found.debtorTalk().plus(found.agentTalk()).minus(found.overlap()).plus(found.silence()))
                .isEqualTo(TWENTY_SECONDS);
        assertThat(found.debtorTalk()).isGreaterThan(Duration.ofSeconds(10));
        assertThat(found.overlap()).isPositive();
    }

    @Test
    void shortPausesAreSpeech_clicksAndLineNoiseAreNot() throws IOException {
        LongToDoubleFunction twoWords = frame -> frame / 8 % 600 < 400 ? Sound.tone(300).applyAsDouble(frame) : 0;
        LongToDoubleFunction clicksOnNoise = frame -> frame % 8_000 == 0 ? 20_000 : frame % 2 == 0 ? 30 : -30;

        Conversation found = Inspection.of(wavStream(Sound.frames(TWENTY_SECONDS, twoWords, clicksOnNoise)))
                .waveform()
                .conversation();

        assertThat(found.marks()).containsExactly(new Mark(Kind.DEBTOR, 0, 20_000));
        assertThat(found.agentFirst()).isNull();
        assertThat(found.agentTalk()).isZero();
    }

    @Test
    void nobodySpeaks_isOneSilence() throws IOException {
        Conversation found = Inspection.of(wavStream(new byte[8_000 * 4])).waveform().conversation();

        assertThat(found.marks()).containsExactly(new Mark(Kind.SILENCE, 0, 1_000));
        assertThat(found.longestSilence()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void peaksShowTheLoudestOfEachTwentieth() throws IOException {
        Waveform drawn = Inspection
                .of(wavStream(Sound.frames(Duration.ofMillis(1_010), frame -> frame == 450 ? -32_768 : 0,
                        frame -> frame >= 400 ? 16_384 : 0)))
                .waveform();

        byte[] debtor = Base64.getDecoder().decode(drawn.debtorPeaks());
        byte[] agent = Base64.getDecoder().decode(drawn.agentPeaks());
        assertThat(debtor).hasSize(21).startsWith(0, 255, 0);
        assertThat(agent).hasSize(21).startsWith(0, 128, 128).endsWith(128);
    }

    private static LongToDoubleFunction tone(List<Mark> spans) {
        return frame -> spans.stream().anyMatch(span -> frame / 8 >= span.from() && frame / 8 < span.to())
                ? Sound.tone(400).applyAsDouble(frame)
                : 0;
    }
}
