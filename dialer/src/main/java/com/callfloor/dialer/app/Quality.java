package com.callfloor.dialer.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.FloorConfig.SpeechSection;
import com.callfloor.dialer.config.PhrasesFile;
import com.callfloor.dialer.config.QualityFile;
import com.callfloor.dialer.config.ScorecardFile;
import com.callfloor.dialer.gateway.HttpTranscriber;
import com.callfloor.dialer.quality.TextArchive;
import com.callfloor.dialer.quality.TextArchive.Kept;
import com.callfloor.dialer.quality.TextArchive.Kind;
import com.callfloor.dialer.quality.card.Scorecard;
import com.callfloor.dialer.quality.card.Scorecards;
import com.callfloor.dialer.quality.review.ReviewDesk;
import com.callfloor.dialer.quality.sampling.SampleDesk;
import com.callfloor.dialer.quality.speech.Phrases;
import com.callfloor.dialer.quality.speech.SpeechDesk;
import com.callfloor.dialer.quality.speech.Transcriber;
import com.callfloor.dialer.recordings.RecordingAudio;
import com.callfloor.dialer.scripts.Language;
import com.callfloor.dialer.web.QualityParts;

/** What QA works with, read and put together. */
final class Quality {
    private static final int SEED_BYTES = 16;

    private Quality() {}

    static QualityParts load(DialerParts parts, Books books, RecordingAudio audio, Optional<Transcriber> engine)
            throws ConfigProblem {
        Instant now = parts.clock().instant();
        QualityFile.Read read = new QualityFile().read(parts.home().quality());
        keep(books.texts, Kind.SAMPLING, read.plan().name(), read.plan().version(), read.planText(), now,
                "config/quality.yaml, sampling");
        return new QualityParts(
                new ReviewDesk(books.reviews, cards(parts.home(), books.texts, now), read.appealsWithin(),
                        parts.clock()),
                new SampleDesk(books.samples, books.talkFigures, read.plan(), seeds(), ZoneId.systemDefault(),
                        parts.clock()),
                books.callSearch, books.trends, books.calibrations,
                new SpeechDesk(books.transcripts, new RecordedSides(audio), engine,
                        phrases(parts.home(), books.texts, now), parts.clock()));
    }

    /** The speech engine that is configured; empty: none. */
    static Optional<HttpTranscriber> engine(SpeechSection speech) throws ConfigProblem {
        if (speech.url().isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new HttpTranscriber(new HttpTranscriber.Settings(new URI(speech.url()), speech.model(),
                    speech.secret(), speech.timeout())));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new ConfigProblem("config/floor.yaml, speech: " + e.getMessage());
        }
    }

    private static Map<Language, Phrases> phrases(Home home, TextArchive archive, Instant now) throws ConfigProblem {
        Map<Language, Phrases> lists = new EnumMap<>(Language.class);
        for (PhrasesFile.Read read : new PhrasesFile().readAll(home.phrases())) {
            Phrases list = read.phrases();
            keep(archive, Kind.PHRASES, list.language().tag(), list.version(), read.text(), now,
                    "config/phrases/" + list.language().tag() + ".yaml");
            lists.put(list.language(), list);
        }
        return lists;
    }

    private static Scorecards cards(Home home, TextArchive archive, Instant now) throws ConfigProblem {
        var file = new ScorecardFile();
        List<Scorecard> current = new ArrayList<>();
        for (ScorecardFile.Read read : file.readAll(home.scorecards())) {
            Scorecard card = read.card();
            keep(archive, Kind.SCORECARD, card.name(), card.version(), read.text(), now,
                    "config/scorecards/" + card.name() + ".yaml");
            current.add(card);
        }
        List<Scorecard> earlier = new ArrayList<>();
        for (Kept kept : archive.all(Kind.SCORECARD)) {
            earlier.add(file.parse("version " + kept.version() + " of scorecard " + kept.name(), kept.text()));
        }
        return new Scorecards(current, earlier);
    }

    private static void keep(TextArchive archive, Kind kind, String name, String version, String text, Instant now,
            String where) throws ConfigProblem {
        try {
            archive.keep(kind, name, version, text, now);
        } catch (IllegalArgumentException e) {
            throw new ConfigProblem(where + ": " + e.getMessage());
        }
    }

    private static Supplier<String> seeds() {
        var random = new SecureRandom();
        return () -> {
            byte[] seed = new byte[SEED_BYTES];
            random.nextBytes(seed);
            return HexFormat.of().formatHex(seed);
        };
    }
}
