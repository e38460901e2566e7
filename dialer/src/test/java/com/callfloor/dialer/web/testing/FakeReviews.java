package com.callfloor.dialer.web.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.UnaryOperator;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.quality.card.Scorecard;
import com.callfloor.dialer.quality.review.Content;
import com.callfloor.dialer.quality.review.Person;
import com.callfloor.dialer.quality.review.Review;
import com.callfloor.dialer.quality.review.ReviewBook;
import com.callfloor.dialer.quality.review.Step;
import com.callfloor.dialer.quality.review.Version;

/** Reviews in memory. */
public final class FakeReviews implements ReviewBook {
    /** The calls that may be reviewed; all of them were talked by {@link #agent}. */
    public final Set<AttemptId> recorded = new CopyOnWriteArraySet<>();
    public volatile Person agent = new Person(1, "The agent");
    private final ConcurrentSkipListMap<Long, Review> reviews = new ConcurrentSkipListMap<>();

    @Override
    public synchronized Optional<Review> open(AttemptId recording, Scorecard card, Person reviewer, Instant at) {
        if (!recorded.contains(recording)) {
            return Optional.empty();
        }
        Optional<Review> known = reviews.values()
                .stream()
                .filter(review -> review.recording().equals(recording) && review.reviewer().equals(reviewer))
                .findFirst();
        Review opened = known.orElseGet(() -> new Review(reviews.size() + 1L, recording, "CF-5", Optional.of(agent),
                card.name(), card.version(), reviewer, Optional.empty(),
                List.of(new Version(1, reviewer, at, Optional.empty(), Content.EMPTY, Optional.empty())),
                List.of(new Step(Step.Kind.OPENED, reviewer, at, Optional.empty()))));
        reviews.put(opened.id(), opened);
        return Optional.of(opened);
    }

    @Override
    public Optional<Review> byId(long id) {
        return Optional.ofNullable(reviews.get(id));
    }

    @Override
    public synchronized Optional<Review> change(long id, UnaryOperator<Review> step) {
        return byId(id).map(review -> {
            Review changed = step.apply(review);
            reviews.put(id, changed);
            return changed;
        });
    }

    @Override
    public List<Review> page(Filter filter, Optional<Long> before, int limit) {
        return new ArrayList<>(reviews.descendingMap().values()).stream()
                .filter(review -> before.isEmpty() || review.id() < before.get())
                .filter(review -> filter.drafts() || !review.state().code().equals("draft"))
                .filter(review -> fits(filter.state(), review.state().code()))
                .filter(review -> fits(filter.recording(), review.recording()))
                .filter(review -> fits(filter.reviewer(), review.reviewer().id()))
                .filter(review -> filter.agent().isEmpty()
                        || fits(filter.agent(), review.agent().map(Person::id).orElse(-1L)))
                .limit(limit)
                .toList();
    }

    private static <T> boolean fits(Optional<T> wanted, T found) {
        return wanted.isEmpty() || wanted.get().equals(found);
    }
}
