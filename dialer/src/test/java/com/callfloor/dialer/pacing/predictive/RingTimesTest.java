package com.callfloor.dialer.pacing.predictive;

import com.callfloor.dialer.pacing.PacingEvent.RingEnd;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RingTimesTest {
    private final RingTimes ring = new RingTimes();

    @Test
    void whenPeopleAnswerIsLearnedFromThoseWhoDo() {
        callsAnsweredAfterFourOrEightSeconds();
        ring.rebuild(new double[0]);

        assertThat(ring.answeredBy(6)).isCloseTo(0.5, within(0.05));
        assertThat(ring.answeredBy(10)).isCloseTo(1, within(0.05));
        assertThat(ring.quantile(0.25)).isBetween(4.0, 5.0);
        assertThat(ring.quantile(0.75)).isBetween(8.0, 9.0);
    }

    @Test
    void rebuildingTwiceTellsTheSame() {
        callsAnsweredAfterFourOrEightSeconds();
        ring.rebuild(new double[]{1, 2, 3});
        double before = ring.answersWithin(3, 5, 0.3);

        ring.rebuild(new double[]{1, 2, 3});

        assertThat(ring.answersWithin(3, 5, 0.3)).isEqualTo(before);
    }

    @Test
    void aPhoneThatHasRungPastAllAnswersIsHardlyAnsweredAnyMore() {
        callsAnsweredAfterFourOrEightSeconds();
        ring.rebuild(new double[0]);

        assertThat(ring.answersWithin(10, 0, 0.3)).isCloseTo(0.3, within(0.03));
        assertThat(ring.answersWithin(10, 12, 0.3)).isLessThan(0.05);
        assertThat(ring.answersWithin(5, 0, 0.3)).isLessThan(ring.answersWithin(5, 4, 0.3) + 0.05);
    }

    private void callsAnsweredAfterFourOrEightSeconds() {
        for (int i = 0; i < 300; i++) {
            ring.ended(4.5, RingEnd.ANSWERED);
            ring.ended(8.5, RingEnd.ANSWERED);
            for (int silent = 0; silent < 4; silent++) {
                ring.ended(25.5, RingEnd.UNANSWERED);
            }
        }
    }
}
