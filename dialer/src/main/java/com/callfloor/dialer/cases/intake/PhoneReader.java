package com.callfloor.dialer.cases.intake;

import java.util.regex.Pattern;

import com.callfloor.dialer.cases.NumberRole;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.words.Words;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;

/** Reads a telephone number as a lender writes it, in a country's numbering plan. */
final class PhoneReader {
    private static final Pattern SEVERAL = Pattern.compile("[0-9][^0-9]*[/、,;|，；][^0-9]*[0-9].*");
    private static final Pattern EXTENSION = Pattern.compile("(?i)[+0-9 ().-]+(转|分机|ext\\.?|x|#|\\*) ?[0-9]+");
    private static final Pattern WRITTEN = Pattern.compile("[+(]?[0-9][0-9 ().\\-‐‑–—−·]*");

    private static final int LONGEST = 64;

    /** With the plus sign. */
    private static final int SHORTEST_E164 = 8;
    private static final int LONGEST_E164 = 16;

    private final PhoneNumberUtil util = PhoneNumberUtil.getInstance();
    private final ChineseMobiles mobiles = new ChineseMobiles();

    sealed interface Reading {
        /**
         * A number that can be dialed.
         *
         * @param usualRole what numbers of this range are: a mobile or a home's
         * @param allocated the range is known to be in use
         */
        record Dialable(PhoneNumber number, NumberRole usualRole, boolean allocated) implements Reading {}

        /** Not a number; {@code why} says how to mend it and never repeats it. */
        record Impossible(Words why) implements Reading {}
    }

    /** @param country ISO 3166-1; used where the number has no country code */
    Reading read(String text, String country) {
        if (ChineseMobiles.isOne(text, country)) {
            return national(mobiles.typeOf(text), ChineseMobiles.e164(text), country);
        }
        if (text.length() > LONGEST) {
            return new Reading.Impossible(new Words("far too long for a telephone number", "远超电话号码的长度"));
        }
        if (Rounded.lost(text)) {
            return new Reading.Impossible(
                    new Words("a number that a spreadsheet has rounded: format the column as text and export it again",
                            "被表格四舍五入的数字：请将该列设为文本后重新导出"));
        }
        String written = Rounded.whole(text).orElse(text);
        if (!WRITTEN.matcher(written).matches()) {
            return new Reading.Impossible(whyNotWritten(written));
        }
        try {
            Phonenumber.PhoneNumber parsed = util.parse(written, country);
            return written.startsWith("+") ? international(parsed) : national(parsed, country);
        } catch (NumberParseException e) {
            return new Reading.Impossible(
                    new Words("not a telephone number: correct it or leave the cell empty", "不是电话号码：请更正或留空"));
        }
    }

    /** Without its country code a number is a guess at the country, which an allocated range must bear out. */
    private Reading national(Phonenumber.PhoneNumber parsed, String country) {
        PhoneNumberType type = util.getNumberType(parsed);
        return national(type, util.format(parsed, PhoneNumberFormat.E164), country);
    }

    private static Reading national(PhoneNumberType type, String e164, String country) {
        return type != PhoneNumberType.UNKNOWN
                ? accepted(e164, type)
                : new Reading.Impossible(Words.of(
                        "no number of %s is like this: give a landline its area code, a foreign number its + and country code",
                        "%s 没有这样的号码：固话请加区号，境外号码请加 + 和国家代码", country));
    }

    private Reading international(Phonenumber.PhoneNumber parsed) {
        return util.isPossibleNumberWithReason(parsed) == ValidationResult.IS_POSSIBLE
                ? accepted(util.format(parsed, PhoneNumberFormat.E164), util.getNumberType(parsed))
                : new Reading.Impossible(new Words("too long or too short for its country code", "长度与国家代码不符"));
    }

    private static Reading accepted(String e164, PhoneNumberType type) {
        if (e164.length() < SHORTEST_E164 || e164.length() > LONGEST_E164) {
            return new Reading.Impossible(new Words("too long or too short to be dialed from abroad", "长度不符，无法从境外拨打"));
        }
        if (type == PhoneNumberType.PREMIUM_RATE) {
            return new Reading.Impossible(new Words("a premium-rate number: never dialed", "高额收费号码：一律不拨打"));
        }
        NumberRole role = type == PhoneNumberType.FIXED_LINE ? NumberRole.HOME : NumberRole.MOBILE;
        return new Reading.Dialable(new PhoneNumber(e164), role, type != PhoneNumberType.UNKNOWN);
    }

    private static Words whyNotWritten(String text) {
        if (SEVERAL.matcher(text).matches()) {
            return new Words("more than one number in a cell: give each its own column",
                    "一个单元格中有多个号码：请各占一列");
        }
        return EXTENSION.matcher(text).matches()
                ? new Words("a number with an extension, which cannot be dialed: give the direct number",
                        "带分机的号码无法拨打：请填写直拨号码")
                : new Words("not a telephone number: it may hold digits, +, spaces, hyphens and brackets only",
                        "不是电话号码：只能含数字、+、空格、连字符和括号");
    }
}
