package com.callfloor.dialer.cases.intake;

import java.util.Optional;
import java.util.regex.Pattern;

import com.callfloor.dialer.words.Words;

/** Reads references, names and other words of a row, within their longest lengths in code points. */
final class TextCleaner {
    static final int REF = 64;
    static final int NAME = 128;
    static final int RELATION = 64;
    static final int POSTAL_CODE = 16;
    static final int NOTES = 2000;

    static final Pattern ROUNDED = Pattern.compile("[0-9](\\.[0-9]+)?[Ee]\\+?[0-9]{1,3}");
    static final Pattern SPREADSHEET_ERROR = Pattern
            .compile("#(N/A|REF!|VALUE!|NAME\\?|DIV/0!|NULL!|NUM!|GETTING_DATA|#+)");

    private TextCleaner() {}

    /** @param prefix put before it, so that lenders may number alike; counts into the length */
    static Optional<String> reference(Column column, String prefix, Cells cells, Findings findings) {
        String written = cells.plain(column);
        if (ROUNDED.matcher(written).matches() && Rounded.whole(written).isEmpty()) {
            findings.refuse(column, Reason.DIGITS_LOST, Words.of(
                    "'%s' is a number that a spreadsheet has rounded: format the column as text and export it again",
                    "“%s”是被表格四舍五入的数字：请将该列设为文本后重新导出", Text.shown(written)));
            return Optional.empty();
        }
        String reference = Rounded.whole(written).orElse(written);
        return required(column, reference.isEmpty() ? "" : prefix + reference, REF, findings);
    }

    static Optional<String> name(Column column, Cells cells, Findings findings) {
        return required(column, cells.text(column), NAME, findings);
    }

    /** Empty where the cell is; a text that is too long makes the row bad. */
    static Optional<String> optional(Column column, int longest, Cells cells, Findings findings) {
        return Optional.of(cells.text(column))
                .filter(text -> !text.isEmpty())
                .filter(text -> fits(column, text, longest, findings));
    }

    private static Optional<String> required(Column column, String text, int longest, Findings findings) {
        if (text.isEmpty()) {
            findings.refuse(column, Reason.MISSING, new Words("empty, but every case needs it", "为空，但每个案件都须填写"));
            return Optional.empty();
        }
        if (SPREADSHEET_ERROR.matcher(text).matches()) {
            findings.refuse(column, Reason.UNREADABLE,
                    Words.of("holds the spreadsheet error %s instead of a value: mend the formula and export it again",
                            "是表格错误值 %s：请修正公式后重新导出", Text.shown(text)));
            return Optional.empty();
        }
        return Optional.of(text).filter(fitting -> fits(column, fitting, longest, findings));
    }

    private static boolean fits(Column column, String text, int longest, Findings findings) {
        int length = text.codePointCount(0, text.length());
        if (length <= longest) {
            return true;
        }
        findings.refuse(column, Reason.TOO_LONG,
                Words.of("%d characters, but at most %d are allowed", "%d 个字符，最多允许 %d 个", length, longest));
        return false;
    }
}
