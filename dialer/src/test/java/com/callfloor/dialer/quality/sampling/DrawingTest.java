package com.callfloor.dialer.quality.sampling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.quality.ShippedQuality;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class DrawingTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private final RandomGenerator random = new Random(1);

    private Candidate candidate(long agent, int weight) {
        return new Candidate(AttemptId.next(NOON, random), agent, weight,
                weight == 1 ? Set.of() : Set.of(Risk.COMPLAINT));
    }

    private List<Candidate> candidates() {
        List<Candidate> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            all.add(candidate(1 + i % 3, i % 4 == 0 ? 9 : 1));
        }
        return all;
    }

    @Test
    void theSameSeedDrawsTheSameWhateverOrderTheCandidatesComeIn() {
        List<Candidate> all = candidates();
        List<Candidate> drawn = Drawing.draw("seed", new Candidates(all), 3);
        List<Candidate> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(2));

        assertThat(Drawing.draw("seed", new Candidates(shuffled), 3)).isEqualTo(drawn);
        assertThat(drawn).hasSize(9).doesNotHaveDuplicates();
        assertThat(Drawing.draw("another", new Candidates(all), 3)).isNotEqualTo(drawn);
    }

    @Test
    void whatIsKeptAsTextDrawsTheSame() {
        var all = new Candidates(candidates());

        Candidates read = Candidates.parse(all.text());

        assertThat(read).isEqualTo(all);
        assertThat(read.sha256()).isEqualTo(all.sha256());
        assertThat(Drawing.draw("seed", read, 2)).isEqualTo(Drawing.draw("seed", all, 2));
    }

    @Test
    void anAgentWithFewCallsGivesAllOfThem() {
        assertThat(Drawing.draw("seed", new Candidates(List.of(candidate(1, 1), candidate(1, 9))), 3)).hasSize(2);
        assertThat(Drawing.draw("seed", new Candidates(List.of()), 3)).isEmpty();
    }

    /** The chance of being drawn first is the weight over all weights. */
    @Test
    void aCallIsDrawnFirstAsOftenAsItsWeightSays() {
        var all = new Candidates(List.of(candidate(1, 1), candidate(1, 2), candidate(1, 3), candidate(1, 4)));
        int rounds = 20_000;
        int[] first = new int[5];
        for (int round = 0; round < rounds; round++) {
            first[Drawing.draw("seed " + round, all, 1).getFirst().weight()]++;
        }

        for (int weight = 1; weight <= 4; weight++) {
            assertThat(first[weight] / (double) rounds).as("weight " + weight).isCloseTo(weight / 10.0, within(0.012));
        }
    }

    /** Known values: another machine, and a later Java, must draw the same. */
    @Test
    void aDrawOfTheKnownPastComesOutAgain() {
        var all = Candidates.parse("""
                019ab000-0000-7000-8000-000000000001 5 1 -
                019ab000-0000-7000-8000-000000000002 5 9 complaint
                019ab000-0000-7000-8000-000000000003 5 3 short_conversation,new_agent
                019ab000-0000-7000-8000-000000000004 5 1 -
                019ab000-0000-7000-8000-000000000005 5 1 -
                """);

        assertThat(Drawing.draw("00112233445566778899aabbccddeeff", all, 2))
                .extracting(each -> each.call().toString().substring(35))
                .containsExactly("2", "1");
    }

    @Test
    void aPlanWeighsACallByTheReasonsThatHold() {
        var plan = new SamplingPlan("weekly", "1", 3, Duration.ofSeconds(20), Duration.ofSeconds(15),
                Duration.ofSeconds(10), Duration.ofDays(30), Map.of(Risk.COMPLAINT, 8, Risk.LONG_SILENCE, 2));
        var call = new CallFigures(AttemptId.next(NOON, random), 1, NOON, Duration.ofSeconds(19),
                NOON.minus(Duration.ofDays(30)), true, false, false, false);
        var silent = new TalkFigures(Duration.ofSeconds(15), Duration.ofSeconds(9), Duration.ZERO, Duration.ZERO);

        Candidate unheard = plan.candidate(call, Optional.empty());
        Candidate heard = plan.candidate(call, Optional.of(silent));

        assertThat(unheard.reasons()).isEqualTo(EnumSet.of(Risk.COMPLAINT, Risk.SHORT_CONVERSATION));
        assertThat(unheard.weight()).isEqualTo(9);
        assertThat(heard.reasons()).contains(Risk.LONG_SILENCE).doesNotContain(Risk.OVERLAP);
        assertThat(heard.weight()).isEqualTo(11);
    }

    @Test
    void theShippedPlanIsRead() {
        assertThat(ShippedQuality.plan().perAgent()).isEqualTo(3);
        assertThat(ShippedQuality.plan().weights()).containsEntry(Risk.COMPLAINT, 8);
    }
}
