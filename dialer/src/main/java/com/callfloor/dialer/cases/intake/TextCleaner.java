package com.callfloor.dialer.cases.intake;

import java.util.Optional;
import java.util.regex.Pattern;

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
            findings.refuse(column, Reason.DIGITS_LOST, "'" + Text.shown(written)
                    + "' is a number that a spreadsheet has rounded: format the column as text and export it again");
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
            findings.refuse(column, Reason.MISSING, "empty, but every case needs it");
            return Optional.empty();
        }
        if (SPREADSHEET_ERROR.matcher(text).matches()) {
            findings.refuse(column, Reason.UNREADABLE, "holds the spreadsheet error " + Text.shown(text)
                    + " instead of a value: mend the formula and export it again");
            return Optional.empty();
        }
        return Optional.of(text).filter(fitting -> fits(column, fitting, longest, findings));
    }

    private static boolean fits(Column column, String text, int longest, Findings findings) {
        int length = text.codePointCount(0, text.length());
        if (length <= longest) {
            return true;
        }
        findings.refuse(column, Reason.TOO_LONG, length + " characters, but at most " + longest + " are allowed");
        return false;
    }
}
