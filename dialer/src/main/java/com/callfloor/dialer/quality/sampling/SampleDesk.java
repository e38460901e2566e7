package com.callfloor.dialer.quality.sampling;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.quality.review.NotNow;
import com.callfloor.dialer.quality.review.Person;
import com.callfloor.dialer.words.Words;

/** Draws samples and proves them. Every method blocks on the database. */
public final class SampleDesk {
    private final SampleBook book;
    private final TalkFiguresBook talk;
    private final SamplingPlan plan;
    private final Supplier<String> seeds;
    private final ZoneId zone;
    private final Clock clock;

    /**
     * Made once.
     *
     * @param seeds 32 hexadecimal digits each, that nobody can foresee
     * @param zone whose Mondays weeks begin on
     * @param clock the floor's
     */
    public SampleDesk(SampleBook book, TalkFiguresBook talk, SamplingPlan plan, Supplier<String> seeds, ZoneId zone,
            Clock clock) {
        this.book = book;
        this.talk = talk;
        this.plan = plan;
        this.seeds = seeds;
        this.zone = zone;
        this.clock = clock;
    }

    public SampleBook book() {
        return book;
    }

    public SamplingPlan plan() {
        return plan;
    }

    /**
     * Draws the sample of a week that is over, once: who could draw again until they like it would prove nothing.
     *
     * @param reviewers who the picks are given to in turn; empty: whoever takes them
     * @throws NotNow if the week is not over, or its sample was drawn
     */
    public Sample draw(LocalDate week, List<Long> reviewers, Person by) {
        LocalDate monday = week.with(DayOfWeek.MONDAY);
        Instant from = monday.atStartOfDay(zone).toInstant();
        Instant to = monday.plusWeeks(1).atStartOfDay(zone).toInstant();
        if (to.isAfter(clock.instant())) {
            throw new NotNow(Words.of("The week of %s is not over: its calls are not all there yet.",
                    "%s 所在周尚未结束，通话还不齐全。", monday));
        }
        List<CallFigures> calls = book.conversations(from, to);
        Map<AttemptId, TalkFigures> heard = talk.of(calls.stream().map(CallFigures::id).toList());
        var candidates = new Candidates(calls.stream()
                .map(call -> plan.candidate(call, Optional.ofNullable(heard.get(call.id()))))
                .toList());
        String seed = seeds.get();
        List<Candidate> drawn = Drawing.draw(seed, candidates, plan.perAgent());
        List<Optional<Long>> given = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            given.add(reviewers.isEmpty() ? Optional.empty() : Optional.of(reviewers.get(i % reviewers.size())));
        }
        long id = book
                .keep(new SampleBook.New(plan, monday, seed, candidates, drawn, given, clock.instant(), by.id()))
                .orElseThrow(() -> new NotNow(Words.of("The sample of the week of %s was drawn already.",
                        "%s 所在周的样本已抽取。", monday)));
        return book.byId(id).orElseThrow();
    }

    /** Whether the kept candidates are those of the kept hash, and the kept seed draws the same calls from them again. */
    public boolean reproduces(Sample sample) {
        String text = book.candidates(sample.id());
        if (!Candidates.sha256(text).equals(sample.candidatesSha256())) {
            return false;
        }
        Candidates candidates = Candidates.parse(text);
        Set<AttemptId> again = new TreeSet<>();
        Drawing.draw(sample.seed(), candidates, sample.perAgent()).forEach(each -> again.add(each.call()));
        Set<AttemptId> kept = new TreeSet<>();
        sample.picks().forEach(pick -> kept.add(pick.call()));
        return candidates.all().size() == sample.candidates() && again.equals(kept);
    }
}
