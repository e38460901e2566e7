package com.callfloor.dialer.app;

import java.nio.file.Path;
import java.util.Map;

import com.callfloor.dialer.config.ConfigFile;
import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.FloorConfig;
import com.callfloor.dialer.strategy.Experiment;
import com.callfloor.dialer.strategy.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EffectReaderTest {
    private static final String ONE = "[{name: softer, lenders: [Harbour], start: '2026-12-01', end: '2026-12-31', seed: x, "
            + "arms: [{name: usual, weight: 1, strategy: '', scripts: {}}, "
            + "{name: soft, weight: 2, strategy: trial, scripts: {early: early_soft}}]}]";

    @Test
    void anExperimentIsReadAsItIsWritten() throws Exception {
        Experiment read = EffectReader.experiments(with("FLOOR_EXPERIMENTS", ONE)).all().getFirst();

        assertThat(read.name()).isEqualTo("softer");
        assertThat(read.lenders()).containsExactly("Harbour");
        assertThat(read.start()).hasToString("2026-12-01");
        assertThat(read.arms().get(0).strategy()).isNull();
        assertThat(read.arms().get(1).strategy()).isEqualTo("trial");
        assertThat(read.arms().get(1).scripts()).isEqualTo(Map.of(Stage.EARLY, "early_soft"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name: softer  | name: Softer Voice | experiments[0]: the name 'Softer Voice' must be small letters
            2026-12-31    | soon               | experiments[0]: end is 'soon'; it must be a day such as 2026-12-01
            2026-12-31    | 2026-11-30         | experiments[0]: it ends on 2026-11-30, before it starts
            weight: 2     | weight: 0          | experiments[0]: the arm 'soft' has the weight 0
            {early:       | {earl:             | experiments[0]: the arm 'soft' has a script for the stage 'earl'
            """)
    void whatCannotBeMeantIsRefusedWithItsPlace(String right, String wrong, String why) {
        assertThat(ONE).contains(right);
        assertThatThrownBy(() -> EffectReader.experiments(with("FLOOR_EXPERIMENTS", ONE.replace(right, wrong))))
                .isInstanceOf(ConfigProblem.class)
                .hasMessageContaining(why);
    }

    @Test
    void costsAreInTheFloorsCurrencyUnlessTheyNameAnother() throws Exception {
        assertThat(EffectReader.costs(with("FLOOR_EFFECT_COSTS_AGENT_HOUR", "4200")).agentHour())
                .isEqualByComparingTo("4200");
        assertThat(EffectReader.costs(with("FLOOR_EFFECT_COSTS_CURRENCY", "USD")).currency()).hasToString("USD");
        assertThat(EffectReader.costs(with("FLOOR_EFFECT_COSTS_CURRENCY", "")).currency()).hasToString("CNY");
        assertThatThrownBy(() -> EffectReader.costs(with("FLOOR_EFFECT_COSTS_CURRENCY", "YUAN")))
                .hasMessageContaining("'YUAN' is no ISO 4217 code");
        assertThatThrownBy(() -> EffectReader.costs(with("FLOOR_EFFECT_COSTS_LINE_MINUTE", "-1")))
                .hasMessageContaining("0 or more");
    }

    private static FloorConfig with(String variable, String value) throws ConfigProblem {
        return new ConfigFile().read(Path.of("..", "config", "floor.yaml"), Map.of(variable, value));
    }
}
