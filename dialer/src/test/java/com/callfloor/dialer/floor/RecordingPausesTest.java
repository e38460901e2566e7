package com.callfloor.dialer.floor;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.floor.AttemptLedger.OpenAttempt;
import com.callfloor.dialer.floor.FakePbx.RecordingMute;
import com.callfloor.dialer.floor.PbxEvent.LiveAttempt;
import com.callfloor.dialer.recordings.PauseEnd;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.FloorReply.Accepted;
import com.callfloor.dialer.supervision.FloorReply.Refused;
import com.callfloor.dialer.supervision.RecordingPause;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecordingPausesTest extends FloorScenario {
    @Test
    void theAgentIsAnsweredOnlyOnceThePbxHasConfirmedThePause() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);

        CompletableFuture<FloorReply> reply = pause(floor, true);
        assertThat(pbx.mutes).containsExactly(new RecordingMute(call, true));
        assertThat(reply).isNotDone();
        assertThat(shown(floor)).isEmpty();

        tell(new PbxEvent.RecordingMuted(now(), call, true));

        assertThat(reply.join()).isInstanceOf(Accepted.class);
        assertThat(shown(floor)).contains(new RecordingPause(now(), now().plus(Duration.ofMinutes(2))));
        assertThat(Objects.requireNonNull(floor.current().pops().get(ANN)).recordingPause())
                .isEqualTo(shown(floor).orElseThrow());
        assertThat(facts).contains(new FloorFact.RecordingPaused(now(), call, ANN));
    }

    @Test
    void theAgentHasItGoOn() {
        Floor floor = openFloor(List.of());
        AttemptId call = paused(floor);

        clock.pass(Duration.ofSeconds(30));
        CompletableFuture<FloorReply> reply = pause(floor, false);
        tell(new PbxEvent.RecordingMuted(now(), call, false));

        assertThat(reply.join()).isInstanceOf(Accepted.class);
        assertThat(shown(floor)).isEmpty();
        assertThat(facts).contains(new FloorFact.RecordingResumed(now(), call, PauseEnd.AGENT));
    }

    @Test
    void aRefusalOfThePbxIsToldAtOnceAndTheRecordingGoesOn() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);

        CompletableFuture<FloorReply> reply = pause(floor, true);
        tell(new PbxEvent.RecordingMuteFailed(now(), call, true, Words.same("Cannot set mute flag")));

        assertThat(reply.join()).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.why().en()).contains("NOT paused", "Cannot set mute flag"));
        assertThat(shown(floor)).isEmpty();
        assertThat(facts).noneMatch(FloorFact.RecordingPaused.class::isInstance);
    }

    @Test
    void aPauseThatIsConfirmedTooLateIsTakenBack() {
        Floor floor = openFloor(List.of());
        AttemptId call = talk(floor);

        CompletableFuture<FloorReply> reply = pause(floor, true);
        clock.pass(Duration.ofSeconds(3));
        thread.tick();
        assertThat(reply.join()).isInstanceOf(Refused.class);
        tell(new PbxEvent.RecordingMuted(now(), call, true));
        tell(new PbxEvent.RecordingMuted(now(), call, false));

        assertThat(pbx.mutes).last().isEqualTo(new RecordingMute(call, false));
        assertThat(shown(floor)).isEmpty();
        assertThat(facts).noneMatch(FloorFact.RecordingPaused.class::isInstance);
    }

    @Test
    void aForgottenPauseEndsByItself() {
        Floor floor = openFloor(List.of());
        AttemptId call = paused(floor);

        clock.pass(Duration.ofSeconds(119));
        thread.tick();
        assertThat(pbx.mutes).hasSize(1);
        clock.pass(Duration.ofSeconds(1));
        thread.tick();
        assertThat(pbx.mutes).last().isEqualTo(new RecordingMute(call, false));
        tell(new PbxEvent.RecordingMuted(now(), call, false));

        assertThat(facts).contains(new FloorFact.RecordingResumed(now(), call, PauseEnd.LONGEST));
        assertThat(shown(floor)).isEmpty();
    }

    @Test
    void aPauseThatThePbxDoesNotEndIsEndedAgainUntilItDoes() {
        Floor floor = openFloor(List.of());
        AttemptId call = paused(floor);

        CompletableFuture<FloorReply> reply = pause(floor, false);
        tell(new PbxEvent.RecordingMuteFailed(now(), call, false, Words.same("no")));
        assertThat(reply.join()).isInstanceOf(Refused.class);
        assertThat(shown(floor)).isPresent();
        clock.pass(Duration.ofSeconds(3));
        thread.tick();

        assertThat(pbx.mutes).hasSize(3);
        tell(new PbxEvent.RecordingMuted(now(), call, false));
        assertThat(shown(floor)).isEmpty();
    }

    @Test
    void theEndOfTheCallEndsThePauseAndTheNextCallIsRecorded() {
        Floor floor = openFloor(List.of());
        AttemptId call = paused(floor);

        tell(new PbxEvent.Ended(now(), call, HangupCause.NORMAL));

        assertThat(Objects.requireNonNull(floor.current().pops().get(ANN)).recordingPause()).isNull();
        assertThat(answerOf(floor.pauseRecording(ANN, false))).isInstanceOf(Refused.class);
        assertThat(pbx.mutes).hasSize(1);
    }

    @Test
    void onlyWhoIsInAConversationCanPauseItsRecording() {
        Floor floor = openFloor(List.of());
        talk(floor);

        assertThat(answerOf(floor.pauseRecording(BO, true))).isInstanceOf(Refused.class);
        assertThat(pbx.mutes).isEmpty();
    }

    @Test
    void afterALostLinkTheRecordingGoesOn() {
        Floor floor = openFloor(List.of());
        AttemptId call = paused(floor);
        LegId leg = pbx.rung.getLast();

        CompletableFuture<FloorReply> waiting = pause(floor, false);
        tell(new PbxEvent.LinkDown(now(), Words.same("gone")));
        assertThat(waiting.join()).isInstanceOf(Refused.class);
        link(List.of(new LiveAttempt(call, true, Optional.of(leg))), List.of(leg));

        assertThat(pbx.mutes).last().isEqualTo(new RecordingMute(call, false));
        tell(new PbxEvent.RecordingMuted(now(), call, false));
        assertThat(shown(floor)).isEmpty();
        assertThat(facts).contains(new FloorFact.RecordingResumed(now(), call, PauseEnd.RECONNECTED));
    }

    @Test
    void aRestartedDialerHasTheRecordingGoOnAndEndsThePauseInTheBooks() {
        LegId leg = new LegId(ANN, 77);
        OpenAttempt open = openAttempt(leg);
        restartedIn(open);

        link(List.of(new LiveAttempt(open.id(), true, Optional.of(leg))), List.of(leg));
        tell(new PbxEvent.RecordingMuted(now(), open.id(), false));

        assertThat(pbx.mutes).containsExactly(new RecordingMute(open.id(), false));
        assertThat(facts).contains(new FloorFact.RecordingResumed(now(), open.id(), PauseEnd.RECONNECTED));
    }

    private CompletableFuture<FloorReply> pause(Floor floor, boolean paused) {
        CompletableFuture<FloorReply> reply = floor.pauseRecording(ANN, paused).toCompletableFuture();
        thread.runAll();
        return reply;
    }

    private AttemptId paused(Floor floor) {
        AttemptId call = talk(floor);
        CompletableFuture<FloorReply> reply = pause(floor, true);
        tell(new PbxEvent.RecordingMuted(now(), call, true));
        assertThat(reply.join()).isInstanceOf(Accepted.class);
        return call;
    }

    private static Optional<RecordingPause> shown(Floor floor) {
        return floor.current()
                .calls()
                .stream()
                .flatMap(call -> Optional.ofNullable(call.recordingPause()).stream())
                .findFirst();
    }
}
