package com.callfloor.dialer.cases;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;

/**
 * A telephone number that cannot hold anything but E.164: a plus sign and 7 to 15 digits, the first not 0.
 *
 * <p>Everything that is dialed passes through this type, so that no file, page or program can put another character
 * into a dial string.
 */
public record PhoneNumber(String e164) implements Comparable<PhoneNumber> {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final int SHOWN_AT_THE_START = 3;
    private static final int SHOWN_AT_THE_END = 4;
    private static final int LONGEST_CALLING_CODE = 3;

    /**
     * Checks what it is given.
     *
     * @throws IllegalArgumentException if {@code e164} is not an E.164 number; the message does not repeat it
     */
    public PhoneNumber {
        if (!E164.matcher(e164).matches()) {
            throw new IllegalArgumentException("not an E.164 number: expected + and 7 to 15 digits");
        }
    }

    /**
     * Reads a number as people write it.
     *
     * @param text digits with any usual punctuation, with or without the country code
     * @param region the ISO 3166-1 country assumed where no country code is written, such as {@code CN}
     * @return empty if the text cannot be a telephone number of any country
     */
    public static Optional<PhoneNumber> parse(String text, String region) {
        PhoneNumberUtil util = PhoneNumberUtil.getInstance();
        try {
            var parsed = util.parse(text, region);
            if (!util.isPossibleNumber(parsed) || parsed.hasExtension()) {
                return Optional.empty();
            }
            String e164 = util.format(parsed, PhoneNumberUtil.PhoneNumberFormat.E164);
            return E164.matcher(e164).matches() ? Optional.of(new PhoneNumber(e164)) : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** The number as people on the floor may see it: {@code 138****0001}. */
    public String masked() {
        String national = national();
        if (national.length() <= SHOWN_AT_THE_START + SHOWN_AT_THE_END) {
            return "****" + national.substring(Math.max(0, national.length() - 2));
        }
        return national.substring(0, SHOWN_AT_THE_START) + "****"
                + national.substring(national.length() - SHOWN_AT_THE_END);
    }

    /** ISO 3166-1 country whose plan holds this number; empty if none, or more than can be told apart, does. */
    public Optional<String> country() {
        PhoneNumberUtil util = PhoneNumberUtil.getInstance();
        try {
            return Optional.ofNullable(util.getRegionCodeForNumber(util.parse(e164, null)));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** What follows the country's calling code; no calling code is the beginning of another. */
    private String national() {
        Set<Integer> callingCodes = PhoneNumberUtil.getInstance().getSupportedCallingCodes();
        for (int end = 2; end <= 1 + LONGEST_CALLING_CODE; end++) {
            if (callingCodes.contains(Integer.parseInt(e164, 1, end, 10))) {
                return e164.substring(end);
            }
        }
        return e164.substring(1);
    }

    /** Masked, so that a number never reaches a log by accident. */
    @Override
    public String toString() {
        return masked();
    }

    @Override
    public int compareTo(PhoneNumber other) {
        return e164.compareTo(other.e164);
    }
}
