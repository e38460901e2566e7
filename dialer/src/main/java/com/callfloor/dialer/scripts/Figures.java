package com.callfloor.dialer.scripts;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import com.callfloor.dialer.cases.Money;

/** Amounts and days as people say and write them, so that nobody has to translate while they speak. */
public final class Figures {
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private Figures() {}

    /** Such as {@code 1,234.56元}, or {@code CNY 1,234.56}: letters that every SMS can hold. */
    public static String amount(Money money, Language language) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.ENGLISH);
        format.setMinimumFractionDigits(money.major().scale());
        format.setMaximumFractionDigits(money.major().scale());
        String number = format.format(money.major());
        String currency = money.currency().getCurrencyCode();
        return switch (language) {
            case ZH_CN -> number
                    + (currency.equals("CNY") ? "元" : money.currency().getDisplayName(Locale.SIMPLIFIED_CHINESE));
            case EN -> currency + " " + number;
        };
    }

    /** Such as {@code 2026年1月15日}, or {@code 15 January 2026}. */
    public static String day(LocalDate day, Language language) {
        return switch (language) {
            case ZH_CN -> day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
            case EN -> ENGLISH_DAY.format(day);
        };
    }
}
