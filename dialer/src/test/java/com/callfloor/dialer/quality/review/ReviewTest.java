package com.callfloor.dialer.quality.review;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.quality.card.Answer;
import com.callfloor.dialer.quality.card.Scoring.Result;
import com.callfloor.dialer.quality.review.Content.Answered;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReviewTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Person AGENT = new Person(1, "Agent");
    private static final Person FIRST = new Person(2, "First");
    private static final Person SECOND = new Person(3, "Second");
    private static final Result GOOD = new Result(new BigDecimal("90.00"), true, List.of());
    private static final Result BAD = new Result(new BigDecimal("40.00"), false, List.of());
    private static final Content CONTENT = new Content(
            Map.of("tone", new Answered(new Answer.Points(3), Optional.empty())), List.of(new Note(900, "here", true)),
            Optional.empty());

    private final Review draft = new Review(7,
            new AttemptId(UUID.fromString("019ab000-0000-7000-8000-000000000001")), "C1", Optional.of(AGENT), "debtor",
            "1", FIRST, Optional.empty(),
            List.of(new Version(1, FIRST, NOON, Optional.empty(), Content.EMPTY, Optional.empty())),
            List.of(new Step(Step.Kind.OPENED, FIRST, NOON, Optional.empty())));
    private final Review submitted = draft.save(FIRST, NOON, CONTENT).submit(FIRST, NOON, BAD);

    @Test
    void aDraftIsSavedAndSubmittedByItsReviewerOnly() {
        assertThat(submitted.state()).isEqualTo(new ReviewState.Submitted(FIRST, NOON));
        assertThat(submitted.latest().content()).isEqualTo(CONTENT);
        assertThatThrownBy(() -> draft.save(SECOND, NOON, CONTENT)).isInstanceOf(NotNow.class)
                .hasMessageContaining("draft of First");
    }

    @Test
    void whatWasSubmittedIsNotChangedButCorrectedByANewVersionThatSaysWhy() {
        assertThatThrownBy(() -> submitted.save(FIRST, NOON, Content.EMPTY)).isInstanceOf(NotNow.class);

        Review corrected = submitted.correct(SECOND, NOON.plusSeconds(60), "wrong item", CONTENT, GOOD);

        assertThat(corrected.versions()).hasSize(2);
        assertThat(corrected.versions().getFirst()).isEqualTo(submitted.latest());
        assertThat(corrected.latest().why()).contains("wrong item");
        assertThat(corrected.latest().by()).isEqualTo(SECOND);
        assertThat(corrected.latest().result()).contains(GOOD);
    }

    @Test
    void theAgentAcknowledgesAndMayStillAppealInTime() {
        Review read = submitted.acknowledge(AGENT, NOON.plusSeconds(5));

        assertThat(read.state()).isInstanceOf(ReviewState.Acknowledged.class);
        assertThat(read.appeal(AGENT, NOON.plus(WEEK), "I did say it", WEEK).state())
                .isEqualTo(new ReviewState.Appealed(AGENT, NOON.plus(WEEK), "I did say it"));
        assertThatThrownBy(() -> read.appeal(AGENT, NOON.plus(WEEK).plusMillis(1), "late", WEEK))
                .isInstanceOf(NotNow.class)
                .hasMessageContaining("was possible until 2026-11-30T04:00:00Z");
    }

    @Test
    void nobodyDecidesAboutWhatTheyWrote() {
        Review appealed = submitted.correct(SECOND, NOON, "a slip", CONTENT, BAD).appeal(AGENT, NOON, "no", WEEK);

        assertThatThrownBy(() -> appealed.uphold(FIRST, NOON, "fine")).isInstanceOf(NotNow.class);
        assertThatThrownBy(() -> appealed.change(SECOND, NOON, "fine", CONTENT, GOOD)).isInstanceOf(NotNow.class);
        assertThat(appealed.uphold(new Person(4, "Third"), NOON, "it stands").state())
                .isInstanceOf(ReviewState.Upheld.class);
    }

    @Test
    void aDecisionIsFinal() {
        Review changed = submitted.appeal(AGENT, NOON, "no", WEEK).change(SECOND, NOON, "heard again", CONTENT, GOOD);

        assertThat(changed.state()).isEqualTo(new ReviewState.Changed(SECOND, NOON, "heard again"));
        assertThat(changed.latest().result()).contains(GOOD);
        assertThatThrownBy(() -> changed.appeal(AGENT, NOON, "again", WEEK)).isInstanceOf(NotNow.class);
        assertThatThrownBy(() -> changed.correct(FIRST, NOON, "but", CONTENT, BAD)).isInstanceOf(NotNow.class);
    }
}
