package com.callfloor.dialer.effect;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.callfloor.dialer.effect.Comparison.Finding;
import com.callfloor.dialer.effect.ExperimentReport.ArmFigures;
import com.callfloor.dialer.strategy.Arm;
import com.callfloor.dialer.strategy.Experiment;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ComparisonTest {
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final LocalDate START = LocalDate.of(2026, 12, 1);
    private static final LocalDate END = LocalDate.of(2026, 12, 31);

    @Test
    void aDifferenceIsToldAsSuchOnlyAfterTheEnd() {
        Map<String, ArmFigures> figures = Map.of("usual", reached(1_000, 1_000, 280), "soft",
                reached(1_000, 1_000, 350));

        assertThat(says(Comparison.of(two(), figures, END.plusDays(1))))
                .startsWith("reached: more than under usual: 35.0 % against 28.0 %, interval +2.9 to +11.0 points")
                .doesNotContain("not decided");
        assertThat(says(Comparison.of(two(), figures, END))).endsWith("; not decided before 2026-12-31");
    }

    @Test
    void noDifferenceIsNoProofOfEqualityAndSaysHowFarItCouldBe() {
        Comparison comparison = Comparison.of(two(),
                Map.of("usual", reached(1_000, 1_000, 31), "soft", reached(1_000, 1_000, 28)), END.plusDays(1));

        assertThat(says(comparison)).isEqualTo(
                "reached: no difference can be told: 2.8 % against 3.1 %, interval \u22121.8 to +1.2 points");
        assertThat(comparison.findings().getFirst().saysChinese()).startsWith("联系到本人：看不出差别：2.8 %，对照 3.1 %");
    }

    @Test
    void severalArmsShareTheErrorThatIsAllowed() {
        var three = new Experiment("e", Set.of(), START, END, "s",
                List.of(arm("usual"), arm("soft"), arm("softer")));
        Map<String, ArmFigures> figures = Map.of("usual", reached(100, 100, 10), "soft", reached(100, 100, 10),
                "softer",
                reached(100, 100, 10));

        Comparison comparison = Comparison.of(three, figures, END);

        assertThat(comparison.confidence()).isCloseTo(0.975, within(1e-12));
        assertThat(comparison.findings()).extracting(Finding::arm).containsOnly("soft", "softer");
        assertThat(comparison.findings()).extracting(Finding::against).containsOnly("usual");
    }

    @Test
    void armsWithTheWrongNumberOfPeopleAreWarnedOfFirst() {
        Comparison comparison = Comparison.of(two(),
                Map.of("usual", reached(1_000, 900, 280), "soft", reached(800, 900, 280)), END);

        assertThat(comparison.warningsChinese()).hasSameSizeAs(comparison.warnings())
                .first()
                .asString()
                .contains("usual：1000 人，应为 900 人；soft：800 人");
        assertThat(comparison.warnings().getFirst()).contains("usual: 1000, expected 900; soft: 800, expected 900")
                .contains("do not trust");
    }

    @Test
    void anArmWithNobodyIsNotCompared() {
        Comparison comparison = Comparison.of(two(), Map.of("usual", reached(10, 5, 2)), END);

        assertThat(comparison.findings()).isEmpty();
        assertThat(comparison.sampleRatio()).isEmpty();
        assertThat(comparison.warnings().getFirst()).contains("nobody yet");
    }

    @Test
    void moneyIsComparedByPersonAndOnlyWithEnoughPayers() {
        ArmFigures rich = new ArmFigures(1_000, 1_000, Map.of(),
                Map.of(CNY, new Amounts(1_000, 100, 1_000_000, 1.1e10)));
        ArmFigures poor = new ArmFigures(1_000, 1_000, Map.of(), Map.of(CNY, new Amounts(1_000, 5, 50_000, 5e8)));

        Finding enough = money(Comparison.of(two(), Map.of("usual", rich, "soft", rich), END.plusDays(1)));
        Finding few = money(Comparison.of(two(), Map.of("usual", rich, "soft", poor), END.plusDays(1)));

        assertThat(enough.says()).startsWith("recovered: no difference can be told: 10.00 against 10.00 CNY a person, "
                + "interval \u2212");
        assertThat(few.interval()).isNull();
        assertThat(few.says()).isEqualTo(
                "recovered: too few people paid for an interval that holds: 0.50 against 10.00 CNY a person");
    }

    private static String says(Comparison comparison) {
        return comparison.findings().getFirst().says();
    }

    private static Finding money(Comparison comparison) {
        return comparison.findings().getLast();
    }

    private static ArmFigures reached(long people, double expected, long reached) {
        return new ArmFigures(people, expected, Map.of(PersonOutcome.REACHED, reached), Map.of());
    }

    private static Experiment two() {
        return new Experiment("e", Set.of(), START, END, "s", List.of(arm("usual"), arm("soft")));
    }

    private static Arm arm(String name) {
        return new Arm(name, 1, null, Map.of());
    }
}
