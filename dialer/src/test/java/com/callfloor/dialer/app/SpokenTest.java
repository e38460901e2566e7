package com.callfloor.dialer.app;

import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.FloorConfig.FloorSection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SpokenTest {
    @Test
    void aNameAndANumberWillDo() {
        assertThatCode(() -> Spoken.check(section("kèfú zhōngxīn", "the service centre", "021 6000-0000")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"'', centre, 021 600, spoken_name_zh", "kèfú, '', 021 600, spoken_name_en",
            "kèfú, centre, '', callback_number", "kèfú, centre, ask John, callback_number",
            "kèfú, Debt Recovery, 021 600, spoken_name_en", "催收中心, centre, 021 600, spoken_name_zh",
            "cuīshōu zhōngxīn, centre, 021 600, spoken_name_zh"})
    void whatIsMissingOrTellsOfADebtIsRefusedByItsKey(String zh, String en, String number, String key) {
        assertThatThrownBy(() -> Spoken.check(section(zh, en, number))).isInstanceOf(ConfigProblem.class)
                .hasMessageContaining("floor." + key);
    }

    private static FloorSection section(String zh, String en, String number) {
        return new FloorSection("Floor", "CN", "CNY", "zh", zh, en, number);
    }
}
