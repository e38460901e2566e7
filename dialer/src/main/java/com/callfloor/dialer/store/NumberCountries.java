package com.callfloor.dialer.store;

import java.util.HashSet;
import java.util.Set;

import com.callfloor.dialer.cases.PhoneNumber;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;

/** The countries whose rules a number may be under. */
final class NumberCountries {
    private static final int NORTH_AMERICA = 1;
    private static final int RUSSIA_AND_KAZAKHSTAN = 7;
    /** libphonenumber's code for numbers of no country. */
    private static final String WORLD = "001";

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final String defaultCountry;

    /** {@code defaultCountry}: whose rules hold for a number of no country, such as a satellite's. */
    NumberCountries(String defaultCountry) {
        this.defaultCountry = defaultCountry;
    }

    /** ISO 3166-1; never empty. */
    Set<String> of(PhoneNumber number) {
        Set<String> countries = new HashSet<>();
        try {
            Phonenumber.PhoneNumber parsed = numbers.parse(number.e164(), null);
            int code = parsed.getCountryCode();
            String own = code == NORTH_AMERICA || code == RUSSIA_AND_KAZAKHSTAN
                    ? numbers.getRegionCodeForNumber(parsed)
                    : null;
            if (own != null) {
                countries.add(own);
            } else {
                countries.addAll(numbers.getRegionCodesForCountryCode(code));
            }
        } catch (NumberParseException e) {
            // Not in any plan: as good as a number of no country.
        }
        countries.remove(WORLD);
        return countries.isEmpty() ? Set.of(defaultCountry) : countries;
    }
}
