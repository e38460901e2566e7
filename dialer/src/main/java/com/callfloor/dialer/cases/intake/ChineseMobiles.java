package com.callfloor.dialer.cases.intake;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import org.jspecify.annotations.Nullable;

/**
 * Mobile numbers of China in their eleven digits, which is what most files of most lenders hold. The library takes longer
 * over one of them than over the rest of its row, so they are read here, to the same result; a test compares the two.
 * For one thread at a time.
 */
final class ChineseMobiles {
    private static final String CHINA = "CN";
    private static final int CODE = 86;
    private static final int DIGITS = 11;
    /** Ranges are given out in blocks of ten thousand numbers, which the first seven digits name. */
    private static final int OF_A_BLOCK = 7;
    /** All begin with 1. */
    private static final int BLOCKS = 1_000_000;

    private final PhoneNumberUtil util = PhoneNumberUtil.getInstance();
    private @Nullable PhoneNumberType[] typeOfBlock = {};

    /** Whether it is written as one; it may be in a range that is not in use. {@code 179} begins a carrier's code. */
    static boolean isOne(String text, String country) {
        if (text.length() != DIGITS || text.charAt(0) != '1' || text.charAt(1) < '3' || !country.equals(CHINA)) {
            return false;
        }
        for (int at = 1; at < DIGITS; at++) {
            if (text.charAt(at) < '0' || text.charAt(at) > '9') {
                return false;
            }
        }
        return !text.startsWith("179");
    }

    static String e164(String text) {
        return "+" + CODE + text;
    }

    PhoneNumberType typeOf(String text) {
        if (typeOfBlock.length == 0) {
            typeOfBlock = new PhoneNumberType[BLOCKS];
        }
        int block = Integer.parseInt(text, 1, OF_A_BLOCK, 10);
        PhoneNumberType type = typeOfBlock[block];
        if (type == null) {
            type = util.getNumberType(new Phonenumber.PhoneNumber().setCountryCode(CODE)
                    .setNationalNumber(Long.parseLong(text)));
            typeOfBlock[block] = type;
        }
        return type;
    }
}
