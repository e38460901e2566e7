package com.callfloor.dialer.dispositions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.promises.Instalment;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class DetailsTest {
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final Money SOME = new Money(1_306_892, CNY);
    private static final Money LESS = new Money(50_000, CNY);
    private static final LocalDate DAY = LocalDate.of(2026, 12, 3);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    static Stream<Arguments> saidInBothLanguages() {
        return Stream.of(
                arguments(new Details.PromiseToPay(List.of(new Instalment(DAY, SOME)), Optional.empty()),
                        "13068.92 CNY on 2026-12-03", "2026年12月3日还款 13,068.92元"),
                arguments(new Details.PromiseToPay(
                        List.of(new Instalment(DAY, SOME), new Instalment(DAY.plusDays(30), LESS)),
                        Optional.of("alipay"), Optional.of(LESS), List.of()),
                        "13068.92 CNY on 2026-12-03, 500.00 CNY on 2027-01-02, channel: alipay, waiver asked: 500.00 CNY",
                        "2026年12月3日还款 13,068.92元，2027年1月2日还款 500.00元，还款方式：alipay，申请减免 500.00元"),
                arguments(new Details.ClaimsPaid(LocalDate.of(2026, 11, 28), SOME, "bank_transfer"),
                        "13068.92 CNY on 2026-11-28, channel: bank_transfer",
                        "2026年11月28日已还款 13,068.92元，还款方式：bank_transfer"),
                arguments(new Details.CallBack(Instant.parse("2026-12-03T01:30:00Z"), true, SHANGHAI),
                        "2026-12-03T01:30:00Z, same agent", "2026年12月3日 09:30，由同一坐席回拨"),
                arguments(new Details.CallBack(Instant.parse("2026-12-03T16:00:00Z"), false, SHANGHAI),
                        "2026-12-03T16:00:00Z", "2026年12月4日 00:00"),
                arguments(new Details.Refuses(true), "no more calls", "要求不再致电"),
                arguments(new Details.Hardship(true, Optional.of(LESS)), "plan asked, 500.00 CNY a month",
                        "希望制定还款方案，每月可还 500.00元"),
                arguments(new Details.Hardship(false, Optional.empty()), "no plan asked", "未要求还款方案"),
                arguments(new Details.LanguageBarrier("粤语"), "language: 粤语", "语言：粤语"));
    }

    @ParameterizedTest
    @MethodSource("saidInBothLanguages")
    void whatWasSaidIsWordedInBothLanguages(Details details, String en, String zh) {
        assertThat(details.words()).isEqualTo(new Words(en, zh));
    }

    @Test
    void whatWasTypedStaysAsTypedAndNothingIsNothing() {
        assertThat(new Details.Complaint("called 50% at work").words()).isEqualTo(Words.same("called 50% at work"));
        assertThat(new Details.ClaimsPaid(DAY, LESS, "100%s").words().zh()).endsWith("100%s");
        assertThat(new Details.Refuses(false).words().isEmpty()).isTrue();
        assertThat(new Details.None().words().isEmpty()).isTrue();
    }
}
