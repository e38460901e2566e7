package com.callfloor.dialer.quality.calibration;

import java.util.ArrayList;
import java.util.List;

import com.callfloor.dialer.quality.calibration.Krippendorff.Metric;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class KrippendorffTest {
    /** Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section D: four observers, twelve units. */
    private static final List<List<Double>> FOUR_OBSERVERS = units(
            "1 2 3 3 2 1 4 1 2 . . .",
            "1 2 3 3 2 2 4 1 2 5 . 3",
            ". 3 3 3 2 3 4 2 2 5 1 .",
            "1 2 3 3 2 4 4 1 2 5 1 .");
    /** The example of three coders and fifteen units that the literature computes by hand: 0.691 and 0.811. */
    private static final List<List<Double>> THREE_CODERS = units(
            ". . . . . 3 4 1 2 1 1 3 3 . 3",
            "1 . 2 1 3 3 4 3 . . . . . . .",
            ". . 2 1 3 4 4 . 2 1 1 3 3 . 4");

    private static List<List<Double>> units(String... coders) {
        List<List<Double>> units = new ArrayList<>();
        for (String coder : coders) {
            String[] values = coder.split(" ", -1);
            for (int unit = 0; unit < values.length; unit++) {
                if (units.size() == unit) {
                    units.add(new ArrayList<>());
                }
                if (!values[unit].equals(".")) {
                    units.get(unit).add(Double.valueOf(values[unit]));
                }
            }
        }
        return units;
    }

    @Test
    void theWorkedExampleOfFourObserversComesOut() {
        assertThat(Krippendorff.alpha(FOUR_OBSERVERS, Metric.NOMINAL)).isPresent();
        assertThat(Krippendorff.alpha(FOUR_OBSERVERS, Metric.NOMINAL).getAsDouble()).isCloseTo(0.743, within(0.0005));
        assertThat(Krippendorff.alpha(FOUR_OBSERVERS, Metric.ORDINAL).getAsDouble()).isCloseTo(0.815, within(0.0005));
        assertThat(Krippendorff.alpha(FOUR_OBSERVERS, Metric.INTERVAL).getAsDouble()).isCloseTo(0.849, within(0.0005));
    }

    @Test
    void theWorkedExampleOfThreeCodersComesOut() {
        assertThat(Krippendorff.alpha(THREE_CODERS, Metric.NOMINAL).getAsDouble()).isCloseTo(0.691, within(0.0005));
        assertThat(Krippendorff.alpha(THREE_CODERS, Metric.INTERVAL).getAsDouble()).isCloseTo(0.811, within(0.0005));
    }

    @Test
    void agreementIsOneAndSystematicDisagreementIsBelowZero() {
        assertThat(Krippendorff.alpha(units("1 2 3", "1 2 3"), Metric.NOMINAL)).hasValue(1);
        assertThat(Krippendorff.alpha(units("1 2 1 2", "2 1 2 1"), Metric.NOMINAL).getAsDouble()).isNegative();
    }

    @Test
    void whereNothingDiffersOrNothingCanBeComparedThereIsNoAlpha() {
        assertThat(Krippendorff.alpha(units("1 1 1", "1 1 1"), Metric.NOMINAL)).isEmpty();
        assertThat(Krippendorff.alpha(units("1 . 2", ". 3 ."), Metric.INTERVAL)).isEmpty();
        assertThat(Krippendorff.alpha(List.of(), Metric.ORDINAL)).isEmpty();
    }

    @Test
    void pairsThatAgreeAreCounted() {
        assertThat(Krippendorff.pairsAgreeing(units("1 2", "1 3", "1 2"))).hasValue(4.0 / 6);
        assertThat(Krippendorff.pairsAgreeing(units("1 .", ". 2"))).isEmpty();
    }
}
