package com.callfloor.dialer.cases.intake;

import java.nio.charset.Charset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.callfloor.dialer.cases.DeliveryKind;
import com.callfloor.dialer.words.Objection;
import com.callfloor.dialer.words.Words;

/**
 * How one lender writes its files.
 *
 * @param name the mapping's own, as programs and folders call it
 * @param lender what its cases' lender is where a row names none
 * @param columns headers of the lender's by our English name of the column; may be empty
 * @param defaults values by our English name of the column, for rows and files that give none
 * @param dates how dates are written besides the forms that are always read, such as {@code dd/MM/yyyy}
 * @param unit of amounts
 * @param charset of its text files; empty: it is found
 * @param refPrefix put before references of cases and debtors, so that two lenders may number alike
 */
public record LenderMapping(String name, String lender, Map<String, String> columns, Map<String, String> defaults,
        Optional<DateTimeFormatter> dates, AmountUnit unit, DeliveryKind kind, Optional<Charset> charset,
        String refPrefix) {
    private static final Set<Column> NEVER_USUAL = Set.of(Column.CASE_REF, Column.DEBTOR_REF, Column.DEBTOR_NAME,
            Column.MOBILE, Column.PHONE_1, Column.PHONE_2, Column.PHONE_3, Column.PHONE_4, Column.PHONE_5);

    /** @throws Objection naming the column or value that cannot be */
    public LenderMapping {
        columns = Map.copyOf(columns);
        defaults = Map.copyOf(defaults);
        Map<String, String> seen = new HashMap<>();
        columns.forEach((ours, theirs) -> {
            ours(ours);
            String before = seen.putIfAbsent(Column.key(theirs), ours);
            if (Column.key(theirs).isEmpty() || before != null) {
                throw new Objection(before == null
                        ? Words.of("columns.%s: '%s' names no header", "columns.%s：“%s”不是表头", ours, theirs)
                        : Words.of("columns.%s: '%s' is the header of %s already", "columns.%s：“%s”已是 %s 的表头", ours,
                                theirs,
                                before));
            }
        });
        defaults.forEach((ours, value) -> {
            if (NEVER_USUAL.contains(ours(ours))) {
                throw new Objection(
                        Words.of("defaults.%s: every case has its own; take it out", "defaults.%s：每个案件各不相同，请删除", ours));
            }
        });
    }

    /** Of a lender that writes the usual columns. */
    public static LenderMapping usual(String lender, AmountUnit unit) {
        return new LenderMapping(lender, lender, Map.of(), Map.of(), Optional.empty(), unit, DeliveryKind.DELTA,
                Optional.empty(), "");
    }

    private static Column ours(String name) {
        return Stream.of(Column.values())
                .filter(column -> column.english().equals(name))
                .findFirst()
                .orElseThrow(() -> new Objection(Words.of("there is no column '%s'; known: %s", "没有列“%s”；可用：%s", name,
                        String.join(", ", Stream.of(Column.values()).map(Column::english).toList()))));
    }

    /** Whether a mapping that nobody named may be found by its headers: it has some, and the row holds all of them. */
    boolean fits(List<String> headers) {
        Set<String> keys = Set.copyOf(headers.stream().map(Column::key).distinct().toList());
        return !columns.isEmpty() && columns.values().stream().map(Column::key).allMatch(keys::contains);
    }

    Optional<Column> column(String header) {
        String key = Column.key(header);
        return columns.entrySet()
                .stream()
                .filter(entry -> Column.key(entry.getValue()).equals(key))
                .map(entry -> ours(entry.getKey()))
                .findFirst();
    }

    String usual(Column column) {
        String usual = defaults.getOrDefault(column.english(), "");
        return usual.isEmpty() && column == Column.LENDER ? lender : usual;
    }

    boolean isCalled(String text) {
        return name.toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT)) || lender.equals(text);
    }
}
