package com.callfloor.dialer.web.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.quality.ShippedQuality;
import com.callfloor.dialer.quality.calibration.CalibrationBook;
import com.callfloor.dialer.quality.calibration.Session;
import com.callfloor.dialer.quality.card.Scorecard;
import com.callfloor.dialer.quality.review.Person;
import com.callfloor.dialer.quality.review.ReviewBook;
import com.callfloor.dialer.quality.review.ReviewDesk;
import com.callfloor.dialer.quality.sampling.CallFigures;
import com.callfloor.dialer.quality.sampling.Sample;
import com.callfloor.dialer.quality.sampling.SampleBook;
import com.callfloor.dialer.quality.sampling.SampleDesk;
import com.callfloor.dialer.quality.sampling.TalkFiguresBook;
import com.callfloor.dialer.quality.speech.Hit;
import com.callfloor.dialer.quality.speech.SpeechDesk;
import com.callfloor.dialer.quality.speech.Transcript;
import com.callfloor.dialer.quality.speech.TranscriptBook;
import com.callfloor.dialer.recordings.ListeningRights.Scope;
import com.callfloor.dialer.scripts.Language;
import com.callfloor.dialer.web.QualityParts;

/** The cards that come with the floor, and books of QA of which only the reviews' takes entries; store/QualityApiIT has real ones. */
final class FakeQuality {
    private FakeQuality() {}

    static QualityParts parts(ReviewBook reviews) {
        Clock clock = Clock.fixed(Instant.parse("2026-03-02T02:00:00Z"), ZoneId.of("UTC"));
        return new QualityParts(new ReviewDesk(reviews, ShippedQuality.cards(), Duration.ofDays(7), clock),
                new SampleDesk(new NoSamples(), TalkFiguresBook.NONE, ShippedQuality.plan(), () -> "0".repeat(32),
                        ZoneId.of("UTC"), clock),
                (scope, wanted, before, limit) -> List.of(), (from, to, agent, scope) -> List.of(), new NoSessions(),
                new SpeechDesk(new NoTranscripts(), (call, side) -> Optional.empty(), Optional.empty(), Map.of(),
                        clock));
    }

    private static final class NoSessions implements CalibrationBook {
        @Override
        public Optional<Session> open(AttemptId recording, Scorecard card, List<Person> reviewers, Person lead,
                Instant at) {
            return Optional.empty();
        }

        @Override
        public Optional<Session> byId(long id) {
            return Optional.empty();
        }

        @Override
        public List<Session> page(Scope scope, Optional<Long> before, int limit) {
            return List.of();
        }

        @Override
        public Optional<Session> close(long id, Instant at) {
            return Optional.empty();
        }

        @Override
        public List<Session> of(String card, String cardVersion, Scope scope, int most) {
            return List.of();
        }
    }

    private static final class NoTranscripts implements TranscriptBook {
        @Override
        public boolean keep(Transcript transcript, Optional<String> phrases, List<Hit> hits) {
            return false;
        }

        @Override
        public Optional<Transcript> of(AttemptId call) {
            return Optional.empty();
        }

        @Override
        public Optional<Spotted> spotted(AttemptId call) {
            return Optional.empty();
        }

        @Override
        public Optional<Language> languageOf(AttemptId call) {
            return Optional.empty();
        }
    }

    private static final class NoSamples implements SampleBook {
        @Override
        public List<CallFigures> conversations(Instant from, Instant to) {
            return List.of();
        }

        @Override
        public Optional<Long> keep(New sample) {
            return Optional.empty();
        }

        @Override
        public String candidates(long id) {
            return "";
        }

        @Override
        public List<Sample> page(Optional<Long> before, int limit) {
            return List.of();
        }

        @Override
        public List<Sample.Pick> picks(long id, Scope scope) {
            return List.of();
        }

        @Override
        public List<Sample.Pick> assignments(Optional<Long> reviewer, boolean done, Scope scope, Optional<Long> after,
                int limit) {
            return List.of();
        }

        @Override
        public Optional<Sample> byId(long id) {
            return Optional.empty();
        }
    }
}
