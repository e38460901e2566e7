package com.callfloor.dialer.floor;

import java.util.ArrayList;
import java.util.List;

import com.callfloor.dialer.pacing.FloorPicture;
import com.callfloor.dialer.pacing.FloorPicture.RingingCall;
import com.callfloor.dialer.pacing.Pace;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ForecastTest extends FloorScenario {
    private final List<FloorPicture> pictures = new ArrayList<>();

    @Test
    void withTheForecastPacingHearsHowLikelyEachCallIsOverTheAverage() {
        forecast = true;
        Floor floor = placeThree();

        floor.lookForCases();
        thread.runAll();

        assertThat(lifts()).containsExactlyInAnyOrder(1.0, 1.5, 0.25);
    }

    @Test
    void withoutItAllCallsAreAlike() {
        Floor floor = placeThree();

        floor.lookForCases();
        thread.runAll();

        assertThat(lifts()).containsExactly(1.0, 1.0, 1.0);
    }

    private Floor placeThree() {
        ledger.dueCases(3);
        ledger.answerChances.addAll(List.of(0.2, 0.6, 0.05));
        pacing = (picture, campaign) -> {
            pictures.add(picture);
            return new Pace(picture.ringing().isEmpty() ? 3 : 0, () -> Words.same("test"));
        };
        return openFloor(List.of());
    }

    private List<Double> lifts() {
        return pictures.getLast().ringing().stream().map(RingingCall::lift).map(ForecastTest::rounded).toList();
    }

    private static double rounded(double lift) {
        return Math.round(100 * lift) / 100.0;
    }
}
