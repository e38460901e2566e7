package com.callfloor.dialer.scripts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

import com.callfloor.dialer.cases.Money;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FiguresTest {
    @Test
    void anAmountIsSaidAsItIsSaidInTheLanguage() {
        Money yuan = money("1234.50", "CNY");

        assertThat(Figures.amount(yuan, Language.ZH_CN)).isEqualTo("1,234.50元");
        assertThat(Figures.amount(yuan, Language.EN)).isEqualTo("CNY 1,234.50");
        assertThat(Figures.amount(money("12864.50", "USD"), Language.ZH_CN)).isEqualTo("12,864.50美元");
        assertThat(Figures.amount(money("1234567", "JPY"), Language.EN)).isEqualTo("JPY 1,234,567");
    }

    @Test
    void aDayIsSaidAsItIsSaidInTheLanguage() {
        LocalDate day = LocalDate.of(2026, 1, 5);

        assertThat(Figures.day(day, Language.ZH_CN)).isEqualTo("2026年1月5日");
        assertThat(Figures.day(day, Language.EN)).isEqualTo("5 January 2026");
    }

    private static Money money(String major, String currency) {
        return Money.of(new BigDecimal(major), Currency.getInstance(currency));
    }
}
