package com.callfloor.dialer.supervision.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.supervision.alerts.FloorFigures.AbandonmentFigures;
import com.callfloor.dialer.supervision.alerts.FloorFigures.AgentFigures;
import com.callfloor.dialer.supervision.alerts.FloorFigures.AnswerFigures;
import com.callfloor.dialer.supervision.alerts.FloorFigures.CampaignFigures;
import com.callfloor.dialer.supervision.alerts.FloorFigures.RecordingFigures;
import com.callfloor.dialer.supervision.alerts.FloorFigures.TrunkFigures;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AlertRulesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T04:00:00Z");
    private static final AnswerFigures NO_CALLS = new AnswerFigures(0, 0, 0, 0);

    private final AlertRules rules = new AlertRules(
            new AlertSettings(Duration.ofMinutes(1), 0.8, 50, 0.5, 40, 0.3, 20, 2,
                    Duration.ofMinutes(3), Map.of("lunch", Duration.ofHours(1))));

    private List<Concern> ofAbandonment(double answered, double rate) {
        return of(new CampaignFigures("main", "Main", 0.03,
                List.of(new AbandonmentFigures(Duration.ofHours(24), answered, rate)), NO_CALLS, 0, 0));
    }

    private List<Concern> ofAnswers(long calls, long answered, long before, long answeredBefore) {
        return of(new CampaignFigures("main", "Main", 0.03, List.of(),
                new AnswerFigures(calls, answered, before, answeredBefore), 0, 0));
    }

    private List<Concern> ofCases(long cases, long met) {
        return of(new CampaignFigures("main", "Main", 0.03, List.of(), NO_CALLS, cases, met));
    }

    private List<Concern> of(CampaignFigures campaign) {
        return rules.concerns(new FloorFigures(NOW, List.of(campaign), List.of(), Map.of(), Optional.empty(),
                RecordingFigures.NONE, List.of()));
    }

    private List<Concern> of(TrunkFigures trunk) {
        return rules.concerns(new FloorFigures(NOW, List.of(), List.of(trunk), Map.of(), Optional.empty(),
                RecordingFigures.NONE, List.of()));
    }

    private List<Concern> of(Optional<String> breakReason, Duration time) {
        return rules
                .concerns(new FloorFigures(NOW, List.of(), List.of(), Map.of(), Optional.empty(), RecordingFigures.NONE,
                        List.of(new AgentFigures(7, "Li", breakReason, NOW.minus(time)))));
    }

    @Test
    void abandonmentNearTheCapIsBadAndALittleBelowIsNotFineYet() {
        assertThat(ofAbandonment(100, 0.025)).singleElement().satisfies(concern -> {
            assertThat(concern.kind()).isEqualTo(AlertKind.ABANDONMENT);
            assertThat(concern.bad()).isTrue();
            assertThat(concern.figures())
                    .isEqualTo(Map.of("share", 0.025, "cap", 0.03, "window", 86_400L, "calls", 100L));
        });
        assertThat(ofAbandonment(100, 0.022)).singleElement().satisfies(concern -> assertThat(concern.bad()).isFalse());
        assertThat(ofAbandonment(100, 0.02)).isEmpty();
        assertThat(ofAbandonment(49, 0.5)).as("too few calls to tell").isEmpty();
    }

    @Test
    void theWorstWindowOfACampaignIsNamed() {
        List<Concern> found = of(new CampaignFigures("main", "Main", 0.03,
                List.of(new AbandonmentFigures(Duration.ofHours(24), 100, 0.026),
                        new AbandonmentFigures(Duration.ofDays(30), 900, 0.029)),
                NO_CALLS, 0, 0));

        assertThat(found).singleElement()
                .satisfies(concern -> assertThat(concern.figures()).containsEntry("window", 2_592_000L));
    }

    @Test
    void callsThatAreAnsweredFarLessOftenThanBeforeAreAlarming() {
        assertThat(ofAnswers(100, 14, 400, 120)).singleElement().satisfies(concern -> {
            assertThat(concern.kind()).isEqualTo(AlertKind.ANSWER_RATE);
            assertThat(concern.bad()).isTrue();
            assertThat(concern.figures()).isEqualTo(Map.of("share", 0.14, "before", 0.3, "calls", 100L));
        });
        assertThat(ofAnswers(100, 16, 400, 120)).singleElement()
                .satisfies(concern -> assertThat(concern.bad()).isFalse());
        assertThat(ofAnswers(100, 18, 400, 120)).isEmpty();
        assertThat(ofAnswers(39, 0, 400, 120)).as("too few lately").isEmpty();
        assertThat(ofAnswers(100, 0, 39, 39)).as("too few before").isEmpty();
    }

    @Test
    void manyCasesBehindTheirCadenceAreAlarmingAFewAreNot() {
        assertThat(ofCases(100, 60)).singleElement().satisfies(concern -> {
            assertThat(concern.kind()).isEqualTo(AlertKind.CADENCE);
            assertThat(concern.bad()).isTrue();
            assertThat(concern.figures()).isEqualTo(Map.of("share", 0.4, "cases", 40L));
        });
        assertThat(ofCases(100, 72)).singleElement().satisfies(concern -> assertThat(concern.bad()).isFalse());
        assertThat(ofCases(19, 0)).isEmpty();
    }

    @Test
    void aTrunkThatRestsIsBadAndOneThatProvesItselfIsNotFineYet() {
        var why = Optional.of(new Words("refused three calls in a row", "连续三次被拒"));
        assertThat(of(new TrunkFigures("carrier", true, why, Optional.empty()))).extracting(Concern::bad)
                .containsExactly(true);
        assertThat(of(new TrunkFigures("carrier", false, why, Optional.empty()))).extracting(Concern::bad)
                .containsExactly(false);
        assertThat(of(new TrunkFigures("carrier", false, Optional.empty(), Optional.empty()))).isEmpty();
    }

    @Test
    void aTrunkWhoseFarSideDoesNotAnswerIsBadThoughItHasRefusedNothingYet() {
        var silent = Optional.of(new Words("sip:10.0.0.9 does not answer the PBX", "sip:10.0.0.9 不应答 PBX"));

        assertThat(of(new TrunkFigures("carrier", false, Optional.empty(), silent))).singleElement()
                .satisfies(concern -> {
                    assertThat(concern.kind()).isEqualTo(AlertKind.TRUNK);
                    assertThat(concern.bad()).isTrue();
                    assertThat(concern.figures()).isEqualTo(Map.of("why", "sip:10.0.0.9 does not answer the PBX",
                            "why_zh", "sip:10.0.0.9 不应答 PBX"));
                });
    }

    @Test
    void aLostRegistrationIsBadUnderTheCarriersAddress() {
        assertThat(rules.concerns(new FloorFigures(NOW, List.of(), List.of(),
                Map.of("sip:carrier.example", new Words("lost", "丢失")), Optional.empty(), RecordingFigures.NONE,
                List.of()))).containsExactly(
                        new Concern(AlertKind.TRUNK, "sip:carrier.example", "sip:carrier.example", true,
                                Map.of("why", "lost", "why_zh", "丢失")));
    }

    @Test
    void flawedRecordingsAreBadFromTheLeastNumberOnAndNotFineWhileThereIsOne() {
        assertThat(ofRecordings(new RecordingFigures(1, 0, 1))).singleElement().satisfies(concern -> {
            assertThat(concern.kind()).isEqualTo(AlertKind.RECORDING_FLAWS);
            assertThat(concern.bad()).isTrue();
            assertThat(concern.figures()).isEqualTo(Map.of("missing", 1L, "too_short", 0L, "one_sided", 1L));
        });
        assertThat(ofRecordings(new RecordingFigures(0, 1, 0))).extracting(Concern::bad).containsExactly(false);
        assertThat(ofRecordings(RecordingFigures.NONE)).isEmpty();
    }

    private List<Concern> ofRecordings(RecordingFigures recordings) {
        return rules.concerns(new FloorFigures(NOW, List.of(), List.of(), Map.of(), Optional.empty(), recordings,
                List.of()));
    }

    @Test
    void recordingTroubleIsBadAtOnce() {
        List<Concern> found = rules.concerns(
                new FloorFigures(NOW, List.of(), List.of(), Map.of(),
                        Optional.of(new Words("the disk is full", "磁盘已满")),
                        RecordingFigures.NONE, List.of()));

        assertThat(found).containsExactly(
                new Concern(AlertKind.RECORDING, "", "", true, Map.of("why", "the disk is full", "why_zh", "磁盘已满")));
    }

    @Test
    void whoIsAwayOrWrapsUpForTooLongIsNamedAndAReasonWithoutALimitMayTakeItsTime() {
        assertThat(of(Optional.of("lunch"), Duration.ofMinutes(61))).singleElement()
                .satisfies(concern -> assertThat(concern.figures())
                        .isEqualTo(Map.of("state", "break", "seconds", 3_660L, "allowed", 3_600L)));
        assertThat(of(Optional.empty(), Duration.ofMinutes(4))).singleElement()
                .satisfies(concern -> assertThat(concern.figures()).containsEntry("state", "wrap_up"));
        assertThat(of(Optional.of("training"), Duration.ofHours(9))).isEmpty();
        assertThat(of(Optional.of("lunch"), Duration.ofMinutes(59))).isEmpty();
    }
}
