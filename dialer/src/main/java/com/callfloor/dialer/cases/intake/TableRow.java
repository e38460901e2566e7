package com.callfloor.dialer.cases.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.cases.intake.AmountCleaner.Amount;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;

/** One row of a {@link Table}, and everything that is found wrong with it while it is read. */
public final class TableRow {
    private final Table.Places places;
    private final RawRow row;
    private final List<Problem> problems = new ArrayList<>();

    TableRow(Table.Places places, RawRow row) {
        this.places = places;
        this.row = row;
        if (row.broken()) {
            refuse(Reason.STRAY_QUOTE,
                    new Words(
                            "its quotation marks do not pair: put quotes around the whole cell and double those inside",
                            "引号不成对：请用引号括住整个单元格，内部引号写两个"));
        } else if (row.cells().stream().skip(places.names().size()).anyMatch(cell -> !cell.isBlank())) {
            refuse(Reason.TOO_MANY_CELLS,
                    Words.of("%d cells, but the header names %d: put quotes around a value that holds the separator",
                            "有 %d 个单元格，而表头只有 %d 列：含分隔符的值请加引号", row.cells().size(), places.names().size()));
        }
    }

    /** From 1, the header being among them. */
    public long line() {
        return row.line();
    }

    /** Cleaned text; empty where the file has no such column or the cell is empty. */
    public String text(TableColumn column) {
        Integer index = places.indexes().get(column);
        return index == null ? "" : Text.clean(row.cell(index));
    }

    /** The same with full-width forms made ASCII: for codes. */
    public String plain(TableColumn column) {
        return Text.plain(text(column));
    }

    /** A reference of at most {@code longest} characters; an empty cell is a problem only of a required column. */
    public Optional<String> reference(TableColumn column, int longest) {
        String reference = plain(column);
        if (TextCleaner.ROUNDED.matcher(reference).matches()) {
            refuse(column, Reason.DIGITS_LOST, Words.of(
                    "'%s' is a number that a spreadsheet has rounded: format the column as text and export it again",
                    "“%s”是被表格四舍五入的数字：请将该列设为文本后重新导出", Text.shown(reference)));
            return Optional.empty();
        }
        return fitting(column, reference, longest);
    }

    /** Words of at most {@code longest} characters. */
    public Optional<String> words(TableColumn column, int longest) {
        return fitting(column, text(column), longest);
    }

    private Optional<String> fitting(TableColumn column, String text, int longest) {
        int length = text.codePointCount(0, text.length());
        if (text.isEmpty()) {
            missing(column);
        } else if (TextCleaner.SPREADSHEET_ERROR.matcher(text).matches()) {
            refuse(column, Reason.UNREADABLE,
                    Words.of("holds the spreadsheet error %s instead of a value: mend the formula and export it again",
                            "是表格错误值 %s：请修正公式后重新导出", Text.shown(text)));
        } else if (length > longest) {
            refuse(column, Reason.TOO_LONG,
                    Words.of("%d characters, but at most %d are allowed", "%d 个字符，最多允许 %d 个", length, longest));
        } else {
            return Optional.of(text);
        }
        return Optional.empty();
    }

    /** The row's currency, or the usual one where it names none. */
    public Optional<Currency> currency(TableColumn column, Currency usual) {
        String code = plain(column).toUpperCase(Locale.ROOT);
        if (code.isEmpty()) {
            return Optional.of(usual);
        }
        Optional<Currency> currency = AmountCleaner.currencyOf(code);
        if (currency.isEmpty()) {
            refuse(column, Reason.UNKNOWN_CODE,
                    Words.of("'%s' is not an ISO 4217 currency: give one such as CNY", "“%s”不是 ISO 4217 币种：请填写如 CNY",
                            Text.shown(code)));
        }
        return currency;
    }

    /** May be negative or zero. */
    public Optional<Money> amount(TableColumn column, Currency currency) {
        return switch (AmountCleaner.read(plain(column), AmountUnit.YUAN, currency)) {
            case Amount.Read(Money money) -> Optional.of(money);
            case Amount.None() -> {
                missing(column);
                yield Optional.empty();
            }
            case Amount.Wrong(Reason reason, Words words) -> {
                refuse(column, reason, words);
                yield Optional.empty();
            }
        };
    }

    public Optional<LocalDate> date(TableColumn column) {
        String text = plain(column);
        Optional<LocalDate> date = DateCleaner.date(text);
        if (text.isEmpty()) {
            missing(column);
        } else if (date.isEmpty()) {
            refuse(column, Reason.UNREADABLE,
                    Words.of("'%s' is not a date: write it like 2026-01-05 or 2026年1月5日",
                            "“%s”不是日期：写法如 2026-01-05 或 2026年1月5日", Text.shown(text)));
        }
        return date;
    }

    private void missing(TableColumn column) {
        if (column.required()) {
            refuse(column, Reason.MISSING, new Words("empty, but every row needs it", "为空，但每行都须填写"));
        }
    }

    /** {@code words}: what is wrong and how to mend it; never a name or number. */
    public void refuse(TableColumn column, Reason reason, Words words) {
        problems.add(new Problem(places.nameOf(column), reason, words));
    }

    private void refuse(Reason reason, Words words) {
        problems.add(new Problem("", reason, words));
    }

    public boolean refused() {
        return !problems.isEmpty();
    }

    /** {@code reference}: the row's own, if it has one that could be read. */
    public RejectedRow rejected(@Nullable String reference) {
        return new RejectedRow(row.line(), reference, problems);
    }

    /** A value as a message may repeat it. */
    public static String shown(String value) {
        return Text.shown(value);
    }
}
