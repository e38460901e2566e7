package com.callfloor.dialer.messages;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import com.callfloor.dialer.messages.Gateway.Handed;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What follows from a try: nobody gets a message twice because we were unsure. */
class SendingPlanTest {
    private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
    private final SendingPlan plan = new SendingPlan(3, Duration.ofSeconds(30));

    @Test
    void whatSurelyDidNotGoOutIsTriedAgainLaterAndLaterWhateverTheProviderIs() {
        var first = plan.after(new Handed.NotReached(Words.same("no connection")), 1, false, false, NOW);
        var second = plan.after(new Handed.NotReached(Words.same("no connection")), 2, false, false, NOW);
        var third = plan.after(new Handed.NotReached(Words.same("no connection")), 3, false, false, NOW);

        assertThat(first.nextAt()).contains(NOW.plusSeconds(30));
        assertThat(first.counts()).isFalse();
        assertThat(second.nextAt()).contains(NOW.plusSeconds(60));
        assertThat(third.state()).isEqualTo(MessageState.FAILED);
        assertThat(third.counts()).isFalse();
        assertThat(third.reason()).isEqualTo(
                new Words("given up after 3 tries: no connection", "尝试 3 次后放弃：no connection"));
    }

    @Test
    void withoutAnAnswerItIsSentAgainOnlyWhereTheReferenceIsTakenOnce() {
        var once = plan.after(new Handed.NoAnswer(Words.same("silence")), 1, false, true, NOW);
        var twice = plan.after(new Handed.NoAnswer(Words.same("silence")), 1, false, false, NOW);

        assertThat(once.state()).isEqualTo(MessageState.PLANNED);
        assertThat(once.inDoubt()).isTrue();
        assertThat(once.counts()).isTrue();
        assertThat(twice.state()).isEqualTo(MessageState.IN_DOUBT);
        assertThat(twice.nextAt()).isEmpty();
    }

    @Test
    void aProviderThatFaultsIsAskedAgainOnlyWhereTheReferenceIsTakenOnce() {
        assertThat(plan.after(new Handed.Faulted(Words.same("answered 503")), 1, false, true, NOW).state())
                .isEqualTo(MessageState.PLANNED);
        assertThat(plan.after(new Handed.Faulted(Words.same("answered 503")), 3, false, true, NOW).state())
                .isEqualTo(MessageState.FAILED);
        assertThat(plan.after(new Handed.Faulted(Words.same("answered 503")), 1, false, false, NOW).state())
                .isEqualTo(MessageState.IN_DOUBT);
    }

    @Test
    void aDoubtOfAnEarlierTryOutlivesARefusalButNotAnAcceptance() {
        assertThat(plan.after(new Handed.Refused(Words.same("answered 400")), 2, true, true, NOW).state())
                .isEqualTo(MessageState.IN_DOUBT);
        assertThat(plan.after(new Handed.Refused(Words.same("answered 400")), 2, false, true, NOW).state())
                .isEqualTo(MessageState.FAILED);
        assertThat(plan.after(new Handed.Taken(Optional.of("p1")), 2, true, true, NOW).inDoubt()).isFalse();
    }

    @Test
    void statesOnlyMoveForward() {
        assertThat(MessageState.SENDING.mayBecome(MessageState.DELIVERED)).as("a report overtakes the answer").isTrue();
        assertThat(MessageState.IN_DOUBT.mayBecome(MessageState.DELIVERED)).as("a late report").isTrue();
        assertThat(MessageState.SENT.mayBecome(MessageState.PLANNED)).isFalse();
        assertThat(MessageState.IN_DOUBT.mayBecome(MessageState.PLANNED)).isFalse();
        assertThat(MessageState.DELIVERED.next()).isEmpty();
        assertThat(MessageState.REFUSED.next()).isEmpty();
    }

    @Test
    void whatCannotBeMeantIsNamed() {
        assertThatThrownBy(() -> new SendingPlan(0, Duration.ofSeconds(1))).hasMessageContaining("tries");
        assertThatThrownBy(() -> new SendingPlan(1, Duration.ZERO)).hasMessageContaining("back_off");
    }
}
