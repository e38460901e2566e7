package com.callfloor.dialer.quality.speech;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.quality.review.NotNow;
import com.callfloor.dialer.quality.speech.Transcriber.Said;
import com.callfloor.dialer.quality.speech.Transcriber.Unavailable;
import com.callfloor.dialer.scripts.Language;

/** Takes transcripts in, has them made, and looks for phrases. Every method blocks. */
public final class SpeechDesk {
    private final TranscriptBook book;
    private final CallSound sound;
    private final Optional<Transcriber> engine;
    private final Map<Language, Phrases> phrases;
    private final Clock clock;

    /** {@code engine} empty: transcripts come from elsewhere only. {@code clock}: the floor's. */
    public SpeechDesk(TranscriptBook book, CallSound sound, Optional<Transcriber> engine,
            Map<Language, Phrases> phrases, Clock clock) {
        this.book = book;
        this.sound = sound;
        this.engine = engine;
        this.phrases = Map.copyOf(phrases);
        this.clock = clock;
    }

    public TranscriptBook book() {
        return book;
    }

    /** Keeps a transcript that was made elsewhere; false if there is no stored recording of the call. */
    public boolean keep(AttemptId call, Language language, String source, List<Segment> segments) {
        var transcript = new Transcript(call, language, source, clock.instant(), segments);
        Optional<Phrases> list = Optional.ofNullable(phrases.get(language));
        return book.keep(transcript, list.map(Phrases::version),
                list.map(known -> PhraseSpotting.spot(known, transcript)).orElse(List.of()));
    }

    /**
     * Has the engine write down a call, one side at a time, so that it is known who spoke.
     *
     * @return false if there is no stored recording of the call
     * @throws NotNow if no engine is configured
     */
    public boolean transcribe(AttemptId call) throws Unavailable, IOException {
        Transcriber transcriber = engine.orElseThrow(() -> new NotNow(
                "No engine is configured: name one under speech.url in config/floor.yaml, or send a transcript that was"
                        + " made elsewhere.",
                "没有配置语音转写引擎：请在 config/floor.yaml 的 speech.url 中填写，或上传别处生成的转写文本。"));
        Optional<Language> language = book.languageOf(call);
        List<Segment> segments = new ArrayList<>();
        for (Side side : Side.values()) {
            Optional<byte[]> wav = language.isEmpty() ? Optional.empty() : sound.of(call, side);
            if (wav.isEmpty()) {
                return false;
            }
            add(segments, side, transcriber.transcribe(wav.get(), language.orElseThrow()));
        }
        return keep(call, language.orElseThrow(), transcriber.name(), segments);
    }

    private static void add(List<Segment> segments, Side side, List<Said> said) {
        said.forEach(each -> segments.add(new Segment(side, each.fromMs(), each.toMs(), each.text())));
    }
}
