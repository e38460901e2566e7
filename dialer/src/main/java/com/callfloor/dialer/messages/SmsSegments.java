package com.callfloor.dialer.messages;

/**
 * How many short messages a text goes out as, which is what providers charge for. By GSM 03.38 (3GPP TS 23.038): 160 septets, or
 * 153 in each of several; a text with any other character is UCS-2, 70 units of 16 bits, or 67.
 */
public final class SmsSegments {
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
            + "¿abcdefghijklmnopqrstuvwxyzäöñüà";
    /** Two septets each. */
    private static final String EXTENDED = "^{}\\[~]|€\f";
    private static final int SEPTETS = 160;
    private static final int SEPTETS_OF_SEVERAL = 153;
    private static final int UNITS = 70;
    private static final int UNITS_OF_SEVERAL = 67;

    private SmsSegments() {}

    /** 1 or more. */
    public static int of(String text) {
        int septets = 0;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (BASIC.indexOf(each) < 0 && EXTENDED.indexOf(each) < 0) {
                return segments(text.length(), UNITS, UNITS_OF_SEVERAL);
            }
            septets += EXTENDED.indexOf(each) < 0 ? 1 : 2;
        }
        return segments(septets, SEPTETS, SEPTETS_OF_SEVERAL);
    }

    private static int segments(int length, int one, int several) {
        return length <= one ? 1 : (length + several - 1) / several;
    }
}
