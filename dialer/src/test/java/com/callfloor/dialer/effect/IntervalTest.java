package com.callfloor.dialer.effect;

import java.util.List;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Against values that others have published. */
class IntervalTest {
    private static final Offset<Double> FOUR_PLACES = within(0.000051);

    @ParameterizedTest(name = "{0} of {1}")
    // R. G. Newcombe, Two-sided confidence intervals for the single proportion, Stat. Med. 17 (1998), table I, method 3.
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void wilsonsIntervalIsAsPublished(long count, long of, double low, double high) {
        Interval interval = new Share(count, of).interval(0.95);

        assertThat(interval.low()).isCloseTo(low, FOUR_PLACES);
        assertThat(interval.high()).isCloseTo(high, FOUR_PLACES);
    }

    @ParameterizedTest(name = "{0} of {1} against {2} of {3}")
    // R. G. Newcombe, Interval estimation for the difference between independent proportions, Stat. Med. 17 (1998), table II,
    // method 10.
    @CsvSource({"56, 70, 48, 80, 0.0524, 0.3339", "9, 10, 3, 10, 0.1705, 0.8090", "10, 10, 0, 10, 0.6075, 1.0000",
            "0, 10, 0, 10, -0.2775, 0.2775"})
    void newcombesIntervalOfADifferenceIsAsPublished(long one, long ofOne, long two, long ofTwo, double low,
            double high) {
        Interval interval = new Share(one, ofOne).difference(new Share(two, ofTwo), 0.95);

        assertThat(interval.low()).isCloseTo(low, FOUR_PLACES);
        assertThat(interval.high()).isCloseTo(high, FOUR_PLACES);
    }

    @Test
    void welchsIntervalIsWhatTheManualOfRPrintsForSleep() {
        Amounts first = amounts(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0);
        Amounts second = amounts(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4);

        Interval interval = first.welch(second, 0.95);

        assertThat(interval.low()).isCloseTo(-3.3654832, within(1e-6));
        assertThat(interval.high()).isCloseTo(0.2054832, within(1e-6));
    }

    @Test
    void aFewPayersAreNotEnoughForAnInterval() {
        Amounts few = new Amounts(1_000, 29, 29_000, 29_000_000);
        Amounts many = new Amounts(1_000, 30, 30_000, 30_000_000);

        assertThat(few.difference(many, 0.95)).isEmpty();
        assertThat(many.difference(few, 0.95)).isEmpty();
        assertThat(many.difference(many, 0.95))
                .hasValueSatisfying(interval -> assertThat(interval.holdsZero()).isTrue());
    }

    @Test
    void aSampleThatIsSlightlyOffIsFoundWhereItIsLarge() {
        // A. Fabijan and others, Diagnosing Sample Ratio Mismatch in Online Controlled Experiments, KDD 2019.
        SampleRatio published = SampleRatio.of(List.of(818_535.0, 818_535.0), List.of(821_588L, 815_482L));

        assertThat(published.p()).isCloseTo(1.8e-6, within(0.05e-6));
        assertThat(published.mismatch()).isTrue();
        assertThat(SampleRatio.of(List.of(50.0, 50.0), List.of(58L, 42L)).mismatch()).isFalse();
    }

    private static Amounts amounts(double... each) {
        double sum = 0;
        double squares = 0;
        for (double one : each) {
            sum += one;
            squares += one * one;
        }
        return new Amounts(each.length, each.length, sum, squares);
    }
}
