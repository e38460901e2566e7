package com.callfloor.dialer.cases.intake;

import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;

/**
 * What a case file may leave unsaid on this floor.
 *
 * @param defaultCountry ISO 3166-1, two capital letters; in it numbers without a country code are read
 * @param defaultCurrency of amounts without a currency
 * @param defaultLanguage BCP 47; of debtors without a language
 */
public record IntakeSettings(String defaultCountry, Currency defaultCurrency, String defaultLanguage) {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** @throws IllegalArgumentException naming the setting that cannot be used */
    public IntakeSettings {
        if (!COUNTRIES.contains(defaultCountry)) {
            throw new IllegalArgumentException("default country '" + defaultCountry
                    + "' is not an ISO 3166-1 code: give two capital letters, such as CN");
        }
        try {
            defaultLanguage = new Locale.Builder().setLanguageTag(defaultLanguage).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException(
                    "default language '" + defaultLanguage + "' is not a BCP 47 tag: give one such as zh-CN", e);
        }
    }
}
