package com.callfloor.dialer.pbx;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.floor.PbxEvent;
import com.callfloor.dialer.floor.PbxEvent.LiveAttempt;
import com.callfloor.dialer.pbx.SnapshotReader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SnapshotMergerTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-02T03:04:05Z"));
    private static final AttemptId ATTEMPT = AttemptId.next(Instant.EPOCH, new Random(1));
    private static final LegId LEG = new LegId(new AgentId(7), 1);
    private static final String DEBTOR = ATTEMPT.toString();
    private static final String AGENT = LEG.toString();

    private final Told told = new Told();
    private final List<String> hungUp = new ArrayList<>();
    private final Dispatcher dispatcher = new Dispatcher();
    private final ChannelBook book = new ChannelBook();
    private final ChannelTeller teller = new ChannelTeller(book,
            new Joins(dispatcher, Duration.ofMinutes(1), CLOCK, told), CLOCK, told, channel -> hungUp.add(channel.id),
            leg -> {
            });
    private final EventTranslator translator = new EventTranslator(book, teller, (delay, task) -> {
    });
    private final SnapshotMerger merger = new SnapshotMerger(book, teller, CLOCK, channel -> hungUp.add(channel.id));

    @AfterEach
    void end() {
        dispatcher.close();
    }

    @Test
    void theFirstListIsAllThatIsKnown() {
        book.enter("agent-1-1", new Party.Agent(new LegId(new AgentId(1), 1)));

        PbxEvent.Snapshot snapshot = merger
                .first(List.of(row(DEBTOR, 6, "b"), row(AGENT, 6, "b"), row("1700000000.1", 6, "c")));

        assertThat(snapshot.attempts()).containsExactly(new LiveAttempt(ATTEMPT, true, Optional.of(LEG)));
        assertThat(snapshot.legs()).containsExactly(LEG);
    }

    @Test
    void eventsOlderThanTheFirstListTellNothingAgain() {
        merger.first(List.of(row(DEBTOR, 6, "b"), row(AGENT, 6, "b")));

        translator.translate(AmiEvents.ringing(DEBTOR));
        translator.translate(AmiEvents.up(DEBTOR));
        translator.translate(AmiEvents.up(AGENT));
        translator.translate(AmiEvents.enters(AGENT, "b", "simple_bridge"));

        assertThat(told.all()).isEmpty();
    }

    @Test
    void anAdoptedLegIsIdleWhenItsAdoptedCallEnds() {
        merger.first(List.of(row(DEBTOR, 6, "b"), row(AGENT, 6, "b")));

        translator.translate(AmiEvents.leaves(AGENT, "b"));
        translator.translate(AmiEvents.agentIdle(AGENT));
        translator.translate(AmiEvents.hangup(DEBTOR, 16));

        assertThat(told.kinds()).containsExactly("AgentLegIdle", "Ended");
    }

    @Test
    void anAdoptedLegThatWaitsIsNotToldIdleAgain() {
        merger.first(List.of(row(AGENT, 6, "wait-1")));
        translator.translate(AmiEvents.agentIdle(AGENT));
        assertThat(told.all()).isEmpty();
    }

    @Test
    void aHeadsetThatStillRingsIsHungUpAndNotListed() {
        assertThat(merger.first(List.of(row(AGENT, 5, null))).legs()).isEmpty();
        assertThat(hungUp).containsExactly(AGENT);
    }

    @Test
    void aLaterListKeepsWhatIsInFlightAndForgetsWhatWasLost() {
        book.enter(DEBTOR, new Party.Debtor(ATTEMPT));
        LiveChannel lost = book.enter(AGENT, new Party.Agent(LEG));
        lost.touchedNanos -= Duration.ofSeconds(10).toNanos();

        PbxEvent.Snapshot snapshot = merger.again(List.of(), System.nanoTime());

        assertThat(snapshot.attempts()).containsExactly(new LiveAttempt(ATTEMPT, false, Optional.empty()));
        assertThat(snapshot.legs()).isEmpty();
    }

    @Test
    void anAnswerThatALaterListTellsFirstIsToldOnce() {
        book.enter(DEBTOR, new Party.Debtor(ATTEMPT));

        PbxEvent.Snapshot snapshot = merger.again(List.of(row(DEBTOR, 6, null)), System.nanoTime());
        assertThat(told.all()).as("its recording is not known to run").isEmpty();
        translator.translate(AmiEvents.up(DEBTOR));
        translator.translate(AmiEvents.recorded(DEBTOR));

        assertThat(told.kinds()).containsExactly("Answered");
        assertThat(snapshot.attempts()).containsExactly(new LiveAttempt(ATTEMPT, true, Optional.empty()));
    }

    @Test
    void aHeadsetThatRingsIsListedAsSuchLater() {
        book.enter(AGENT, new Party.Agent(LEG));

        PbxEvent.Snapshot snapshot = merger.again(List.of(row(AGENT, 5, null)), System.nanoTime());

        assertThat(snapshot.legs()).isEmpty();
        assertThat(snapshot.ringingLegs()).containsExactly(LEG);
    }

    @Test
    void ringingThatWasNotHeardOfIsTold() {
        merger.first(List.of(row(DEBTOR, 5, null)));
        merger.tellRinging(List.of(row(DEBTOR, 5, null)));
        merger.again(List.of(row(DEBTOR, 5, null)), System.nanoTime());

        assertThat(told.kinds()).containsExactly("Ringing");
    }

    @Test
    void aJoinWhoseEventsWereLostIsToldOnce() {
        merger.first(List.of(row(DEBTOR, 6, null), row(AGENT, 6, "wait-1")));
        longAgo();

        PbxEvent.Snapshot snapshot = merger.again(List.of(row(DEBTOR, 6, "b"), row(AGENT, 6, "b")),
                System.nanoTime());

        assertThat(told.kinds()).containsExactly("Connected");
        assertThat(snapshot.attempts()).containsExactly(new LiveAttempt(ATTEMPT, true, Optional.of(LEG)));
    }

    @Test
    void anAgentWhoIsBackInTheWaitUnheardIsIdle() {
        merger.first(List.of(row(DEBTOR, 6, "b"), row(AGENT, 6, "b")));
        longAgo();

        PbxEvent.Snapshot snapshot = merger.again(List.of(row(AGENT, 6, "wait-2")), System.nanoTime());

        assertThat(told.kinds()).containsExactly("AgentLegIdle");
        assertThat(snapshot.attempts()).isEmpty();
    }

    /** The list was made before the join that was just heard of. */
    @Test
    void aListDoesNotTakeBackWhatWasJustHeard() {
        merger.first(List.of(row(DEBTOR, 6, null), row(AGENT, 6, "wait-1")));
        translator.translate(AmiEvents.enters(DEBTOR, "b", "simple_bridge"));
        translator.translate(AmiEvents.enters(AGENT, "b", "simple_bridge"));
        told.forget();

        PbxEvent.Snapshot snapshot = merger.again(List.of(row(DEBTOR, 6, null), row(AGENT, 6, "wait-1")),
                System.nanoTime());

        assertThat(told.all()).isEmpty();
        assertThat(snapshot.attempts()).containsExactly(new LiveAttempt(ATTEMPT, true, Optional.of(LEG)));
    }

    private void longAgo() {
        book.all().forEach(channel -> channel.touchedNanos -= Duration.ofSeconds(10).toNanos());
    }

    private static Row row(String id, int state, @Nullable String bridge) {
        return new Row(id, AmiEvents.name(id), state, bridge);
    }
}
