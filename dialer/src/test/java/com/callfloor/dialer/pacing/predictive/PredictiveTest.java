package com.callfloor.dialer.pacing.predictive;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.callfloor.dialer.pacing.FloorPicture;
import com.callfloor.dialer.pacing.FloorPicture.Activity;
import com.callfloor.dialer.pacing.FloorPicture.BusyAgent;
import com.callfloor.dialer.pacing.FloorPicture.RingingCall;
import com.callfloor.dialer.pacing.Pace;
import com.callfloor.dialer.pacing.PacingEvent;
import com.callfloor.dialer.pacing.PacingEvent.RingEnd;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PredictiveTest {
    private static final Instant BEGIN = Instant.parse("2026-03-02T01:00:00Z");
    private static final String OURS = "ours";
    private static final int AGENTS = 20;

    private final Predictive pacing = new Predictive(Duration.ofSeconds(2), new AbandonmentCap(0.03));
    private Instant now = BEGIN;

    @BeforeEach
    void aMorningTeaches() {
        teach(OURS, 0.2, 60);
    }

    @Test
    void everyFreeAgentHasACallOfTheirOwn() {
        assertThat(pace(AGENTS, 0, 0).lines()).isGreaterThanOrEqualTo(AGENTS);
    }

    @Test
    void moreCallsThanFreeAgentsArePlacedSinceMostAreNotAnswered() {
        assertThat(pace(2, AGENTS - 2, 2).lines()).isPositive();
    }

    @Test
    void enoughCallsAreEnough() {
        Pace pace = pace(2, AGENTS - 2, 60);
        assertThat(pace.lines()).isZero();
        assertThat(pace.why())
                .matches("60 calls ringing, [0-9.]+ expected to answer within [0-9]+ s, [0-9.]+ agents free"
                        + " by then: no further call");
    }

    @Test
    void debtorsWhoWaitTakeAgentsFirst() {
        int without = pacing.pace(floor(4, 16, 0, 4), OURS).lines();
        int with = pacing.pace(floor(4, 16, 4, 4), OURS).lines();
        assertThat(with).isLessThan(without);
    }

    @Test
    void anAgentWhoIsAboutToLeaveIsNotCountedOn() {
        int staying = pacing.pace(busyWith(false), OURS).lines();
        int leaving = pacing.pace(busyWith(true), OURS).lines();
        assertThat(leaving).isLessThan(staying);
    }

    @Test
    void likelierAnswersMeanFewerCalls() {
        FloorPicture floor = floor(3, 17, 0, 3);
        int average = pacing.pace(floor, OURS).lines();
        int likely = pacing.pace(floor.withNextLifts(nth -> 3), OURS).lines();
        assertThat(likely).isLessThan(average);
    }

    @Test
    void withoutAllowanceOnlyOwnAgentsAreUsedAndThePageSaysSo() {
        pacing.answeredBefore(now.minusSeconds(60), OURS, 1_000, 40);

        Pace pace = pace(5, 15, 2);

        assertThat(pace.lines()).isEqualTo(3);
        assertThat(pace.why()).startsWith("the allowance of abandoned calls is used up").endsWith("dial 3 more");
    }

    @Test
    void anotherCampaignsCallsTakeAgentsToo() {
        teach("theirs", 0.5, 20);
        List<RingingCall> none = List.of();
        List<RingingCall> theirs = Collections.nCopies(12, new RingingCall("theirs", now.minusSeconds(4), 1));
        int alone = pacing.pace(floor(6, 14, 0, none), OURS).lines();
        int shared = pacing.pace(floor(6, 14, 0, theirs), OURS).lines();
        assertThat(shared).isLessThan(alone);
    }

    @Test
    void aMachineThatMayHaveBeenAPersonUsesAllowanceUp() {
        for (int i = 0; i < 400; i++) {
            pacing.hear(new PacingEvent.TakenForMachine(now, OURS, 0.1));
        }
        assertThat(pace(0, AGENTS, 0).why()).startsWith("the allowance of abandoned calls is used up");
    }

    @Test
    void aLowerTargetHoldsAtOnceAndIsForgottenWhenTheFloorsOwnComesBack() {
        pacing.answeredBefore(now.minusSeconds(60), OURS, 1_000, 20);
        assertThat(pace(0, AGENTS, 0).why()).doesNotContain("used up");

        pacing.hear(new PacingEvent.TargetChanged(now, OURS, 0.01));
        assertThat(pace(0, AGENTS, 0).why()).startsWith("the allowance of abandoned calls is used up");

        pacing.hear(new PacingEvent.TargetChanged(now, OURS, null));
        assertThat(pace(0, AGENTS, 0).why()).doesNotContain("used up");
    }

    @Test
    void aHigherTargetThanTheFloorsOwnDoesNotCount() {
        pacing.answeredBefore(now.minusSeconds(60), OURS, 1_000, 40);

        pacing.hear(new PacingEvent.TargetChanged(now, OURS, 0.09));

        assertThat(pace(0, AGENTS, 0).why()).startsWith("the allowance of abandoned calls is used up");
    }

    private Pace pace(int free, int busy, int ringing) {
        return pacing.pace(floor(free, busy, 0, ringing), OURS);
    }

    private FloorPicture floor(int free, int busy, int waiting, int ringing) {
        return floor(free, busy, waiting,
                Collections.nCopies(ringing, new RingingCall(OURS, now.minusSeconds(3), 1)));
    }

    private FloorPicture floor(int free, int busy, int waiting, List<RingingCall> ringing) {
        List<BusyAgent> agents = new ArrayList<>();
        for (int i = 0; i < busy; i++) {
            agents.add(new BusyAgent(OURS, Activity.TALK, now.minusSeconds(5 + 7L * i), false));
        }
        return new FloorPicture(now, free, 0, agents, waiting, ringing, 1_000, FloorPicture.ALL_ALIKE);
    }

    private FloorPicture busyWith(boolean leaves) {
        List<BusyAgent> agents = Collections.nCopies(AGENTS,
                new BusyAgent(OURS, Activity.WRAP_UP, now.minusSeconds(12), leaves));
        return new FloorPicture(now, 0, 0, agents, 0, List.of(), 1_000, FloorPicture.ALL_ALIKE);
    }

    /** One call in two seconds; talks of 60 s, wrap-ups of 15 s. */
    private void teach(String campaign, double rate, int minutes) {
        double owed = 0;
        for (int i = 0; i < minutes * 30; i++) {
            now = now.plusSeconds(2);
            pacing.hear(new PacingEvent.Dialed(now, campaign, 1));
            owed += rate;
            if (owed >= 1) {
                owed--;
                pacing.hear(new PacingEvent.RingingEnded(now, campaign, Duration.ofSeconds(8), RingEnd.ANSWERED));
                pacing.hear(new PacingEvent.Settled(now, campaign, false));
                pacing.hear(new PacingEvent.TalkEnded(now, campaign, Duration.ofSeconds(60)));
                pacing.hear(new PacingEvent.WrapUpEnded(now, campaign, Duration.ofSeconds(15)));
            } else {
                pacing.hear(new PacingEvent.RingingEnded(now, campaign, Duration.ofSeconds(25), RingEnd.UNANSWERED));
            }
            pacing.pace(new FloorPicture(now, AGENTS, 0, List.of(), 0, List.of(), 1_000, FloorPicture.ALL_ALIKE),
                    campaign);
        }
    }
}
