package com.callfloor.dialer.contacts;

import java.util.Locale;

import com.callfloor.dialer.cases.PhoneNumber;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;

/** What a number is by its country's numbering plan. A ported number keeps the plan's word. */
public enum LineType {
    MOBILE, LANDLINE, LANDLINE_OR_MOBILE, INTERNET, OTHER;

    public static LineType of(PhoneNumber number) {
        try {
            PhoneNumberUtil util = PhoneNumberUtil.getInstance();
            return switch (util.getNumberType(util.parse(number.e164(), null))) {
                case MOBILE -> MOBILE;
                case FIXED_LINE -> LANDLINE;
                case FIXED_LINE_OR_MOBILE -> LANDLINE_OR_MOBILE;
                case VOIP -> INTERNET;
                default -> OTHER;
            };
        } catch (NumberParseException e) {
            return OTHER;
        }
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
