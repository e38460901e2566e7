package com.callfloor.dialer.trunks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.trunks.CallerIdHistory.ShownCall;
import com.callfloor.dialer.trunks.TrunkView.CallerIdView;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TrunksTest {
    private static final List<String> NO_REGION = List.of();
    private static final CallerId SHANGHAI_1 = callerId(1, "CN-SH", "CN-ZJ");
    private static final CallerId SHANGHAI_2 = callerId(2, "CN-SH");
    private static final CallerId CHINA = callerId(3, "CN");
    private static final CallerId ANYWHERE_1 = callerId(4, "*");
    private static final CallerId ANYWHERE_2 = callerId(5, "*");

    private final Random random = new Random(1);
    private Instant now = Instant.parse("2026-03-02T02:00:00Z");

    @Test
    void theFirstTrunkWithRoomTakesTheCallAndTheNextOneWhatIsTooMuchForIt() {
        Trunks trunks = trunks(trunk("a", 2, 100), trunk("b", 1, 100));

        assertThat(trunks.room(now)).isEqualTo(3);
        assertThat(names(trunks, 4)).containsExactly("a", "a", "b", "none");
        assertThat(trunks.room(now)).isZero();
        assertThat(trunks.fullBecause(now)).hasValueSatisfying(why -> assertThat(why.en()).contains("limit"));
    }

    @Test
    void linesAreCountedWhateverTheCallsASecondAllow() {
        Trunks trunks = trunks(trunk("a", 30, 1), trunk("b", 2, 1));
        trunks.adopt(attempt());
        trunks.place(attempt(), NO_REGION, now);

        assertThat(trunks.linesFree(now)).as("the earlier run's call may be on either").isEqualTo(28 + 1);
        assertThat(trunks.room(now)).isEqualTo(1);
    }

    @Test
    void aLineIsFreeAgainWhenItsCallIsOver() {
        Trunks trunks = trunks(trunk("a", 1, 100));
        AttemptId first = attempt();
        trunks.place(first, NO_REGION, now);
        assertThat(trunks.place(attempt(), NO_REGION, now)).isEmpty();

        trunks.ended(first, true, true, now);
        trunks.ended(first, true, true, now);

        assertThat(trunks.room(now)).isEqualTo(1);
        assertThat(trunks.view(now).getFirst().inUse()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"10, 5, 10", "1, 1, 1", "0.5, 1, 0", "3, 1, 3"})
    void callsASecondAreHeldAndHalfASecondsWorthMayGoAtOnce(double perSecond, int atOnce, int inTheNextSecond) {
        Trunks trunks = trunks(trunk("a", 1_000, perSecond));
        assertThat(trunks.room(now)).isEqualTo(atOnce);
        assertThat(names(trunks, 50).stream().filter("a"::equals)).hasSize(atOnce);

        int placed = 0;
        for (int i = 0; i < 100; i++) {
            pass(Duration.ofMillis(10));
            placed += trunks.place(attempt(), NO_REGION, now).isPresent() ? 1 : 0;
        }

        assertThat(placed).isBetween(inTheNextSecond - 1, inTheNextSecond);
    }

    @Test
    void aClockThatIsSetBackBringsNoCallsAndStopsNone() {
        Trunks trunks = trunks(trunk("a", 100, 2));
        names(trunks, 1);
        now = now.minusSeconds(3_600);

        assertThat(trunks.room(now)).isZero();
        pass(Duration.ofSeconds(1));
        assertThat(trunks.room(now)).isEqualTo(1);
    }

    @Test
    void callsOfAnEarlierRunHoldALineOfEachTrunkUntilTheyEnd() {
        Trunks trunks = trunks(trunk("a", 1, 100), trunk("b", 2, 100));
        AttemptId earlier = attempt();

        trunks.adopt(earlier);
        assertThat(trunks.room(now)).isEqualTo(1);
        trunks.ended(earlier, true, true, now);

        assertThat(trunks.room(now)).isEqualTo(3);
    }

    @Test
    void aCallThatATrunkRefusedGoesOutThroughTheNextAndNeverThroughTheSame() {
        Trunks trunks = trunks(trunk("a", 10, 100), trunk("b", 10, 100));
        AttemptId attempt = attempt();
        trunks.place(attempt, NO_REGION, now);

        trunks.refused(attempt, Words.same("cause 34"), now);
        Optional<Line> second = trunks.place(attempt, NO_REGION, now);
        trunks.refused(attempt, Words.same("cause 34"), now);

        assertThat(second).map(Line::trunk).contains("b");
        assertThat(trunks.place(attempt, NO_REGION, now)).isEmpty();
        assertThat(trunks.view(now)).allSatisfy(view -> assertThat(view.inUse()).isZero());
    }

    @Test
    void oneOrTwoRefusalsAmongManyCallsAreNoReasonToRest() {
        Trunks trunks = trunks(trunk("a", 100, 1_000));
        for (int i = 0; i < 50; i++) {
            refuse(trunks, 2);
            ring(trunks);
        }
        assertThat(trunks.view(now).getFirst().backsOffUntil()).isEmpty();
    }

    @Test
    void aTrunkThatGoesOnRefusingRestsForOneSecondThenTwoUpToSixty() {
        Trunks trunks = trunks(trunk("a", 100, 1_000));
        refuse(trunks, 3);
        List<Long> rests = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Instant until = trunks.view(now).getFirst().backsOffUntil().orElseThrow();
            rests.add(Duration.between(now, until).toSeconds());
            assertThat(trunks.room(now)).isZero();
            assertThat(trunks.place(attempt(), NO_REGION, now)).isEmpty();
            now = until;
            assertThat(trunks.room(now)).as("one call to prove itself").isEqualTo(1);
            refuse(trunks, 1);
        }

        assertThat(rests).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
        assertThat(trunks.fullBecause(now)).hasValueSatisfying(
                why -> assertThat(why.en()).contains("trunk a rests for another").contains("cause 34"));
    }

    @Test
    void theFirstCallThatRingsEndsTheRest() {
        Trunks trunks = trunks(trunk("a", 100, 1_000));
        refuse(trunks, 3);
        pass(Duration.ofSeconds(1));
        refuse(trunks, 1);
        pass(Duration.ofSeconds(2));
        AttemptId trial = attempt();
        trunks.place(trial, NO_REGION, now);
        assertThat(trunks.room(now)).as("nothing more before it rings").isZero();

        trunks.carried(trial);

        assertThat(trunks.room(now)).isGreaterThan(90);
        assertThat(trunks.view(now).getFirst().why()).isEmpty();
        refuse(trunks, 2);
        assertThat(trunks.view(now).getFirst().backsOffUntil()).isEmpty();
    }

    /** A batch that was placed together fails together: that is one piece of news, not ten. */
    @Test
    void whatWasPlacedBeforeARestBeganCannotLengthenIt() {
        Trunks trunks = trunks(trunk("a", 100, 1_000));
        List<AttemptId> batch = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            AttemptId attempt = attempt();
            batch.add(attempt);
            trunks.place(attempt, NO_REGION, now);
        }
        pass(Duration.ofMillis(50));

        batch.forEach(attempt -> trunks.refused(attempt, Words.same("cause 34"), now));

        assertThat(trunks.view(now).getFirst().backsOffUntil()).contains(now.plusSeconds(1));
    }

    @Test
    void callerIdsLocalToTheDebtorTakeTurnsAndTheNarrowestRegionComesFirst() {
        Trunks trunks = trunks(new Trunk("a", 100, 1_000, List.of(SHANGHAI_1, SHANGHAI_2, CHINA, ANYWHERE_1,
                ANYWHERE_2)));

        assertThat(shown(trunks, "CN-SH", "CN")).isEqualTo(SHANGHAI_1.number());
        assertThat(shown(trunks, "CN-SH", "CN")).isEqualTo(SHANGHAI_2.number());
        assertThat(shown(trunks, "CN-ZJ", "CN")).isEqualTo(SHANGHAI_1.number());
        assertThat(shown(trunks, "CN-SH", "CN")).isEqualTo(SHANGHAI_2.number());
        assertThat(shown(trunks, "CN-BJ", "CN")).isEqualTo(CHINA.number());
        assertThat(shown(trunks, "US-NY", "US")).isEqualTo(ANYWHERE_1.number());
        assertThat(shown(trunks)).isEqualTo(ANYWHERE_2.number());
        assertThat(shown(trunks)).isEqualTo(ANYWHERE_1.number());
    }

    @Test
    void aTrunkWithoutCallerIdsShowsItsOwn() {
        assertThat(trunks(trunk("a", 1, 1)).place(attempt(), List.of("CN"), now)).contains(new Line("a", null));
    }

    @Test
    void aCallerIdThatPeopleAnswerFarLessThanItsPoolRestsAndIsReported() {
        Trunks trunks = trunks(new Trunk("a", 1_000, 1_000, List.of(ANYWHERE_1, ANYWHERE_2, callerId(6, "*"))));

        for (int i = 0; i < 300; i++) {
            call(trunks, shown -> shown.equals(ANYWHERE_1.number()) ? random.nextInt(100) < 5 : inOneOf100(40));
        }

        CallerIdView shunned = trunks.view(now).getFirst().callerIds().getFirst();
        assertThat(shunned.callerId()).isEqualTo(ANYWHERE_1);
        assertThat(shunned.restsUntil()).hasValueSatisfying(until -> assertThat(until)
                .isBetween(now.plus(Duration.ofHours(4)).minusSeconds(1), now.plus(Duration.ofHours(4))));
        assertThat(trunks.view(now).getFirst().callerIds().subList(1, 3))
                .allSatisfy(other -> assertThat(other.restsUntil()).isEmpty());
        for (int i = 0; i < 10; i++) {
            assertThat(shown(trunks)).isNotEqualTo(ANYWHERE_1.number());
        }
        pass(Duration.ofHours(4));
        assertThat(shown(trunks)).isEqualTo(ANYWHERE_1.number());
    }

    @Test
    void aRestThatBeganInAnEarlierRunGoesOn() {
        Trunks trunks = trunks(new Trunk("a", 1_000, 1_000, List.of(ANYWHERE_1, ANYWHERE_2)));
        List<ShownCall> before = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            before.add(new ShownCall(now.minusSeconds(3_600 - i), "a", ANYWHERE_2.number(), true));
            before.add(new ShownCall(now.minusSeconds(3_600 - i), "a", ANYWHERE_1.number(), false));
            before.add(new ShownCall(now.minusSeconds(3_600 - i), "gone", ANYWHERE_2.number(), false));
        }

        trunks.recall(before);

        assertThat(trunks.view(now).getFirst().callerIds().getFirst().restsUntil()).hasValueSatisfying(
                until -> assertThat(until).isBefore(now.plus(Duration.ofHours(4))));
        assertThat(trunks.view(now).getFirst().callerIds().get(1).answered()).isEqualTo(60);
        assertThat(shown(trunks)).isEqualTo(ANYWHERE_2.number());
        assertThat(shown(trunks)).isEqualTo(ANYWHERE_2.number());
    }

    @Test
    void callerIdsThatPeopleAnswerAlikeNeverRest() {
        Trunks trunks = trunks(new Trunk("a", 1_000, 1_000, List.of(ANYWHERE_1, ANYWHERE_2, callerId(6, "*"))));
        for (int i = 0; i < 5_000; i++) {
            call(trunks, shown -> inOneOf100(30));
            assertThat(trunks.view(now).getFirst().callerIds())
                    .allSatisfy(callerId -> assertThat(callerId.restsUntil()).isEmpty());
        }
    }

    @Test
    void theOnlyCallerIdForARegionIsShownEvenWhileItRests() {
        CallerId local = callerId(7, "CN-SH", "*");
        Trunks trunks = trunks(new Trunk("a", 1_000, 1_000, List.of(local, CHINA)));
        for (int i = 0; i < 80; i++) {
            callFrom(trunks, List.of("CN"), true);
        }
        for (int i = 0; i < 80; i++) {
            callFrom(trunks, List.of("US"), false);
        }

        assertThat(trunks.view(now).getFirst().callerIds().getFirst().restsUntil()).isPresent();
        assertThat(shown(trunks, "US")).isEqualTo(local.number());
    }

    @Test
    void callsThatReachedNoPhoneSayNothingOfTheCallerId() {
        Trunks trunks = trunks(new Trunk("a", 1_000, 1_000, List.of(ANYWHERE_1)));
        AttemptId attempt = attempt();
        trunks.place(attempt, NO_REGION, now);
        trunks.ended(attempt, false, false, now);

        assertThat(trunks.view(now).getFirst().callerIds().getFirst().calls()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"carrier/x", "carrier,1", "carrier&PJSIP", "car rier", "", "ca|rrier", "${SHELL(ls)}",
            "x\r\nAction: Originate"})
    void aTrunkIsAPlainName(String evil) {
        assertThatIllegalArgumentException().isThrownBy(() -> trunk(evil, 1, 1)).withMessageContaining("trunk");
    }

    @Test
    void whatCannotBeMeantIsRefusedWithWhatToDo() {
        assertThatIllegalArgumentException().isThrownBy(() -> trunk("a", 0, 1)).withMessageContaining("channels");
        assertThatIllegalArgumentException().isThrownBy(() -> trunk("a", 1, 0))
                .withMessageContaining("calls_per_second");
        assertThatIllegalArgumentException().isThrownBy(() -> trunk("a", 1, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Trunk("a", 1, 1, List.of(SHANGHAI_1)))
                .withMessageContaining("\"*\"");
        assertThatIllegalArgumentException().isThrownBy(() -> new Trunk("a", 1, 1, List.of(ANYWHERE_1, ANYWHERE_1)));
        assertThatIllegalArgumentException().isThrownBy(() -> callerId(1, "Shanghai"))
                .withMessageContaining("CN-SH");
        assertThatIllegalArgumentException().isThrownBy(() -> trunks(trunk("a", 1, 1), trunk("a", 1, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> trunks());
    }

    private boolean inOneOf100(int percent) {
        return random.nextInt(100) < percent;
    }

    private interface Debtors {
        boolean answer(PhoneNumber shown);
    }

    private void call(Trunks trunks, Debtors debtors) {
        AttemptId attempt = attempt();
        pass(Duration.ofMillis(1));
        Line line = trunks.place(attempt, NO_REGION, now).orElseThrow();
        trunks.carried(attempt);
        boolean answered = debtors.answer(Objects.requireNonNull(line.callerId()));
        trunks.ended(attempt, true, answered, now);
    }

    private void callFrom(Trunks trunks, List<String> regions, boolean answered) {
        AttemptId attempt = attempt();
        assertThat(trunks.place(attempt, regions, now)).isPresent();
        trunks.carried(attempt);
        trunks.ended(attempt, true, answered, now);
    }

    private PhoneNumber shown(Trunks trunks, String... regions) {
        AttemptId attempt = attempt();
        Line line = trunks.place(attempt, List.of(regions), now).orElseThrow();
        trunks.ended(attempt, false, false, now);
        pass(Duration.ofSeconds(1));
        return Objects.requireNonNull(line.callerId());
    }

    private void refuse(Trunks trunks, int times) {
        for (int i = 0; i < times; i++) {
            AttemptId attempt = attempt();
            assertThat(trunks.place(attempt, NO_REGION, now)).isPresent();
            trunks.refused(attempt, Words.same("cause 34"), now);
            trunks.ended(attempt, false, false, now);
        }
    }

    private void ring(Trunks trunks) {
        AttemptId attempt = attempt();
        assertThat(trunks.place(attempt, NO_REGION, now)).isPresent();
        trunks.carried(attempt);
        trunks.ended(attempt, true, false, now);
        pass(Duration.ofSeconds(1));
    }

    private List<String> names(Trunks trunks, int calls) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            names.add(trunks.place(attempt(), NO_REGION, now).map(Line::trunk).orElse("none"));
        }
        return names;
    }

    private Trunks trunks(Trunk... trunks) {
        return new Trunks(List.of(trunks), now);
    }

    private static Trunk trunk(String name, int channels, double callsPerSecond) {
        return new Trunk(name, channels, callsPerSecond, List.of());
    }

    private static CallerId callerId(int nth, String... regions) {
        return new CallerId(new PhoneNumber("+86216000000" + nth), Set.of(regions));
    }

    private AttemptId attempt() {
        return AttemptId.next(now, random);
    }

    private void pass(Duration duration) {
        now = now.plus(duration);
    }
}
