package com.callfloor.dialer.quality.review;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.quality.card.Scorecard;
import com.callfloor.dialer.quality.card.Scorecards;
import com.callfloor.dialer.quality.card.Scoring;
import com.callfloor.dialer.quality.card.Scoring.Result;
import com.callfloor.dialer.quality.card.Scoring.Unscorable;
import com.callfloor.dialer.words.Words;

/** Where reviewers and agents do their steps. Every method blocks on the database. */
public final class ReviewDesk {
    private final ReviewBook book;
    private final Scorecards cards;
    private final Duration appealsWithin;
    private final Clock clock;

    /** {@code clock}: the floor's. */
    public ReviewDesk(ReviewBook book, Scorecards cards, Duration appealsWithin, Clock clock) {
        this.book = book;
        this.cards = cards;
        this.appealsWithin = appealsWithin;
        this.clock = clock;
    }

    public ReviewBook book() {
        return book;
    }

    public Scorecards cards() {
        return cards;
    }

    public Duration appealsWithin() {
        return appealsWithin;
    }

    /** What is wrong with a draft's answers, by item. */
    public Map<String, Words> flaws(Review review, Content content) {
        return Scoring.flaws(card(review), content.plain());
    }

    public Optional<Review> open(AttemptId recording, Scorecard card, Person by) {
        return book.open(recording, card, by, clock.instant());
    }

    public Optional<Review> save(long id, Person by, Content content) {
        return book.change(id, review -> review.save(by, clock.instant(), content));
    }

    public Optional<Review> submit(long id, Person by) throws Unscorable {
        return scored(id, review -> {
            // Who may not is told that before anything about answers.
            Review checked = review.save(by, review.latest().at(), review.latest().content());
            return checked.submit(by, clock.instant(), result(review, review.latest().content()));
        });
    }

    public Optional<Review> correct(long id, Person by, String why, Content content) throws Unscorable {
        return scored(id, review -> review.correct(by, clock.instant(), why, content, result(review, content)));
    }

    public Optional<Review> acknowledge(long id, Person by) {
        return book.change(id, review -> review.acknowledge(by, clock.instant()));
    }

    public Optional<Review> appeal(long id, Person by, String text) {
        return book.change(id, review -> review.appeal(by, clock.instant(), text, appealsWithin));
    }

    public Optional<Review> uphold(long id, Person by, String why) {
        return book.change(id, review -> review.uphold(by, clock.instant(), why));
    }

    public Optional<Review> changeAfterAppeal(long id, Person by, String why, Content content) throws Unscorable {
        return scored(id, review -> review.change(by, clock.instant(), why, content, result(review, content)));
    }

    private Scorecard card(Review review) {
        return cards.of(review.card(), review.cardVersion())
                .orElseThrow(() -> new IllegalStateException("review " + review.id() + " was made by the card "
                        + review.card() + ", version " + review.cardVersion() + ", which no archive holds"));
    }

    private Result result(Review review, Content content) {
        try {
            return Scoring.score(card(review), content.plain());
        } catch (Unscorable e) {
            throw new Carried(e);
        }
    }

    private Optional<Review> scored(long id, UnaryOperator<Review> step) throws Unscorable {
        try {
            return book.change(id, step);
        } catch (Carried e) {
            throw e.unscorable;
        }
    }

    /** Through the book and its transaction. */
    private static final class Carried extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Unscorable unscorable;

        Carried(Unscorable unscorable) {
            super(unscorable);
            this.unscorable = unscorable;
        }
    }
}
