package com.callfloor.dialer.cases.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one in a column of amounts stands for. */
public enum AmountUnit {
    /** A hundredth of the currency's unit, whatever decimals that currency has: fen. */
    FEN(-2),
    /** The currency's unit. */
    YUAN(0),
    /** Ten thousand of it: 万. */
    WAN(4);

    private static final Pattern IN_A_HEADER = Pattern.compile("[(（\\[【](万元?|分)[)）\\]】]");

    private final int shift;

    AmountUnit(int shift) {
        this.shift = shift;
    }

    /** Decimal places by which an amount moves to the right. */
    int shift() {
        return shift;
    }

    /** As the header says behind the column's name, 欠款金额(万元); otherwise the usual one. */
    static AmountUnit of(String header, AmountUnit usual) {
        Matcher unit = IN_A_HEADER.matcher(header);
        if (!unit.find()) {
            return usual;
        }
        return unit.group(1).equals("分") ? FEN : WAN;
    }
}
