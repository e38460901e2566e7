package com.callfloor.dialer.cases.intake;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.words.Words;

/** Reads amounts in a row's currency. */
final class AmountCleaner {
    private static final Pattern AMOUNT = Pattern
            .compile("(?<sign>-?)(?<unit>(?:[¥$€£₹₽]|[A-Z]{3})?) ?(?<number>[0-9]{1,15}|[0-9]{1,3}(,[0-9]{3}){1,4})"
                    + "(?<decimals>\\.[0-9]{1,15})? ?(?<wan>万?)(?<yuan>(?:元|[A-Z]{3})?)整?");
    private static final String RENMINBI = "RMB";

    /** A sign that stands for several currencies is no contradiction to any of them. */
    private static final Map<String, Set<String>> CURRENCIES = Map.of("¥", Set.of("CNY", "JPY"), "元",
            Set.of("CNY", "HKD", "TWD", "MOP"), "$",
            Set.of("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "BRL", "CLP", "COP", "ARS"), "€",
            Set.of("EUR"), "£", Set.of("GBP"), "₹", Set.of("INR"), "₽", Set.of("RUB"));

    private AmountCleaner() {}

    /** The row's currency, or the default; empty and the row bad if it is none. */
    static Optional<Currency> currency(Cells cells, Currency usual, Findings findings) {
        String code = cells.plain(Column.CURRENCY).toUpperCase(Locale.ROOT);
        if (code.isEmpty()) {
            return Optional.of(usual);
        }
        Optional<Currency> currency = currencyOf(code);
        if (currency.isEmpty()) {
            findings.refuse(Column.CURRENCY, Reason.UNKNOWN_CODE,
                    Words.of("'%s' is not an ISO 4217 currency: give one such as CNY", "“%s”不是 ISO 4217 币种：请填写如 CNY",
                            Text.shown(code)));
        }
        return currency;
    }

    /** Empty where it is not a code, or that of something that is no money, such as XAU. */
    static Optional<Currency> currencyOf(String code) {
        if (code.equals("人民币") || code.equals("RMB")) {
            return Optional.of(Currency.getInstance("CNY"));
        }
        try {
            return Optional.of(Currency.getInstance(code)).filter(currency -> currency.getDefaultFractionDigits() >= 0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Optional<Money> due(Cells cells, Currency currency, Findings findings) {
        return switch (read(cells.plain(Column.AMOUNT_DUE), cells.unit(Column.AMOUNT_DUE), currency)) {
            case Amount.Read(Money money) when money.minor() > 0 -> Optional.of(money);
            case Amount.Read(Money money) -> {
                findings.refuse(Column.AMOUNT_DUE, Reason.NOT_POSITIVE,
                        Words.of("%s is not above zero: a case with nothing due is not to be called",
                                "%s 不大于零：没有欠款的案件不应拨打", money));
                yield Optional.empty();
            }
            case Amount.None() -> {
                findings.refuse(Column.AMOUNT_DUE, Reason.MISSING,
                        new Words("empty, but every case needs it", "为空，但每个案件都须填写"));
                yield Optional.empty();
            }
            case Amount.Wrong(Reason reason, Words words) -> {
                findings.refuse(Column.AMOUNT_DUE, reason, words);
                yield Optional.empty();
            }
        };
    }

    /** What cannot be read, or is negative, is left out: the agent then sees no principal rather than a wrong one. */
    static Optional<Money> principal(Cells cells, Currency currency, Findings findings) {
        return switch (read(cells.plain(Column.PRINCIPAL), cells.unit(Column.PRINCIPAL), currency)) {
            case Amount.Read(Money money) when money.minor() >= 0 -> Optional.of(money);
            case Amount.Read(Money money) -> {
                findings.warn(Column.PRINCIPAL, Reason.OUT_OF_RANGE,
                        Words.of("%s is negative; it was left out", "%s 为负数；已略去", money));
                yield Optional.empty();
            }
            case Amount.None() -> Optional.empty();
            case Amount.Wrong(Reason reason, Words words) -> {
                findings.warn(Column.PRINCIPAL, reason, words.then(NumbersCleaner.LEFT_OUT));
                yield Optional.empty();
            }
        };
    }

    static Amount read(String text, AmountUnit usual, Currency currency) {
        if (text.isEmpty()) {
            return new Amount.None();
        }
        Matcher amount = AMOUNT.matcher(text);
        if (!amount.matches()) {
            return new Amount.Wrong(Reason.UNREADABLE,
                    Words.of("'%s' is not an amount: write it like 1234.56 or 1,234.56",
                            "“%s”不是金额：写法如 1234.56 或 1,234.56", Text.shown(text)));
        }
        if (contradicts(amount.group("unit"), currency) || contradicts(amount.group("yuan"), currency)) {
            return new Amount.Wrong(Reason.CURRENCY_MISMATCH,
                    Words.of("'%s' is not in %s: correct the sign or give the row's currency",
                            "“%s”不是 %s：请更正货币符号，或填写该行的币种", Text.shown(text), currency.getCurrencyCode()));
        }
        String decimals = Optional.ofNullable(amount.group("decimals")).orElse("");
        // What stands beside the number is nearer to it than what the header says: 5元 in a column of 万元 is five yuan.
        AmountUnit scale = !amount.group("wan").isEmpty()
                ? AmountUnit.WAN
                : amount.group("yuan").isEmpty() ? usual : AmountUnit.YUAN;
        try {
            return new Amount.Read(Money.of(
                    new BigDecimal(amount.group("sign") + amount.group("number").replace(",", "") + decimals)
                            .movePointRight(scale.shift()),
                    currency));
        } catch (ArithmeticException e) {
            return new Amount.Wrong(Reason.TOO_PRECISE,
                    Words.of("'%1$s' has more decimals than the %2$d of %3$s", "“%1$s”的小数位超过 %3$s 的 %2$d 位",
                            Text.shown(text), currency.getDefaultFractionDigits(), currency.getCurrencyCode()));
        }
    }

    private static boolean contradicts(String unit, Currency currency) {
        Set<String> codes = CURRENCIES.getOrDefault(unit, Set.of(unit.equals(RENMINBI) ? "CNY" : unit));
        return !unit.isEmpty() && !codes.contains(currency.getCurrencyCode());
    }

    /** What a cell holds. */
    sealed interface Amount {
        record None() implements Amount {}

        record Read(Money money) implements Amount {}

        record Wrong(Reason reason, Words words) implements Amount {}
    }
}
