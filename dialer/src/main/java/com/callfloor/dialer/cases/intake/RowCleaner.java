package com.callfloor.dialer.cases.intake;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import com.callfloor.dialer.cases.CaseNumber;
import com.callfloor.dialer.cases.CaseRow;
import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.words.Words;

/** Makes good rows of raw ones, or says why not. Remembers the references of one file and nothing else of it. */
final class RowCleaner {
    private static final Pattern TOTAL = Pattern.compile(
            "(?:本页)?(?:合计|总计|小计|共计|汇总)(?:[ :：(（0-9].*)?|(?:grand |sub)?totals?(?:[ :].*)?",
            Pattern.CASE_INSENSITIVE);

    private final Header header;
    private final IntakeSettings settings;
    private final Seen seen;
    private final Words place;
    private final DateCleaner dates;
    private final NumbersCleaner numbersCleaner = new NumbersCleaner();
    private final String refPrefix;

    /**
     * Made for one table.
     *
     * @param seen shared by the tables of a file
     * @param place put before every message about a row
     * @param from1904 how the file counts days
     */
    RowCleaner(Header header, IntakeSettings settings, Seen seen, Words place, boolean from1904) {
        this.header = header;
        this.settings = settings;
        this.seen = seen;
        this.place = place;
        this.dates = new DateCleaner(header.mapping().flatMap(LenderMapping::dates), from1904);
        this.refPrefix = header.mapping().map(LenderMapping::refPrefix).orElse("");
    }

    /** The references of a file, and the latest line of each. */
    static final class Seen {
        private final Map<String, Long> lineOfRef = new HashMap<>();
    }

    List<String> columns() {
        return header.names();
    }

    ReadRow clean(RawRow raw) {
        Cells cells = new Cells(header, raw);
        if (raw.broken()) {
            return broken(raw, cells);
        }
        Findings findings = new Findings(header, place);
        if (TOTAL.matcher(cells.first()).matches()) {
            findings.refuse(Reason.TOTAL_LINE,
                    new Words("a line of totals is no case; nothing needs to be mended", "合计行不是案件，无需修正"));
            return new ReadRow.Bad(new RejectedRow(raw.line(), null, findings.all(), raw.cells()));
        }
        checkShape(raw, findings);
        Optional<String> caseRef = reference(Column.CASE_REF, cells, findings);
        caseRef.ifPresent(ref -> noteSeen(ref, raw.line(), findings));
        if (StatusCleaner.withdrawn(cells, findings) && caseRef.isPresent() && !findings.refused()) {
            return new ReadRow.Withdrawn(raw.line(), caseRef.get());
        }
        return row(raw.line(), caseRef, cells, findings)
                .<ReadRow>map(row -> new ReadRow.Good(row, findings.warnings()))
                .orElseGet(
                        () -> new ReadRow.Bad(
                                new RejectedRow(raw.line(), caseRef.orElse(null), findings.all(), raw.cells())));
    }

    private Optional<String> reference(Column column, Cells cells, Findings findings) {
        return TextCleaner.reference(column, refPrefix, cells, findings);
    }

    /** Reads every cell, also of a row that is bad already: the lender is to learn of all its problems at once. */
    private Optional<CaseRow> row(long line, Optional<String> caseRef, Cells cells, Findings findings) {
        Optional<String> debtorRef = reference(Column.DEBTOR_REF, cells, findings);
        Optional<String> name = TextCleaner.name(Column.DEBTOR_NAME, cells, findings);
        Optional<String> lender = TextCleaner.optional(Column.LENDER, TextCleaner.NAME, cells, findings);
        Optional<String> product = TextCleaner.optional(Column.PRODUCT, TextCleaner.NAME, cells, findings);
        Optional<Currency> currency = AmountCleaner.currency(cells, settings.defaultCurrency(), findings);
        Optional<Money> due = currency.flatMap(known -> AmountCleaner.due(cells, known, findings));
        Optional<Money> principal = currency.flatMap(known -> AmountCleaner.principal(cells, known, findings));
        Optional<LocalDate> dueDate = dates.due(cells, findings);
        Optional<Integer> overdueDays = DateCleaner.overdueDays(cells, findings);
        Optional<Integer> overduePeriods = DateCleaner.overduePeriods(cells, findings);
        Optional<String> region = PlaceCleaner.region(cells, findings);
        String country = region.map(PlaceCleaner::numberingPlan).orElse(settings.defaultCountry());
        List<CaseNumber> numbers = numbersCleaner.read(cells, country, findings);
        Optional<String> postalCode = TextCleaner.optional(Column.POSTAL_CODE, TextCleaner.POSTAL_CODE, cells,
                findings);
        Optional<ZoneId> timezone = PlaceCleaner.timezone(cells, findings);
        String language = PlaceCleaner.language(cells, settings.defaultLanguage(), findings);
        Optional<String> notes = TextCleaner.optional(Column.NOTES, TextCleaner.NOTES, cells, findings);
        if (findings.refused()) {
            return Optional.empty();
        }
        return Optional.of(new CaseRow(line, caseRef.orElseThrow(), debtorRef.orElseThrow(), name.orElseThrow(),
                lender.orElse(null), product.orElse(null), due.orElseThrow(), principal.orElse(null),
                dueDate.orElseThrow(), overdueDays.orElse(null), overduePeriods.orElse(null), numbers,
                region.orElse(null), postalCode.orElse(null), timezone.orElse(null), language, notes.orElse(null)));
    }

    /** Nothing but its reference is worth reading: every other complaint would follow from the first one. */
    private ReadRow broken(RawRow raw, Cells cells) {
        Findings findings = new Findings(header, place);
        Optional<String> caseRef = reference(Column.CASE_REF, cells, new Findings(header, place));
        findings.refuse(Reason.STRAY_QUOTE,
                new Words("its quotation marks do not pair: put quotes around the whole cell and double those inside",
                        "引号不成对：请用引号括住整个单元格，内部引号写两个"));
        return new ReadRow.Bad(new RejectedRow(raw.line(), caseRef.orElse(null), findings.all(), raw.cells()));
    }

    private void checkShape(RawRow raw, Findings findings) {
        boolean cellsBeyond = raw.cells().stream().skip(header.width()).anyMatch(cell -> !cell.isBlank());
        if (cellsBeyond) {
            findings.refuse(Reason.TOO_MANY_CELLS,
                    Words.of("%d cells, but the header names %d: put quotes around a value that holds the separator",
                            "有 %d 个单元格，而表头只有 %d 列：含分隔符的值请加引号", raw.cells().size(), header.width()));
        }
    }

    /** The later row counts, as it would in a file of its own; nothing is lost but the earlier row's values. */
    private void noteSeen(String caseRef, long line, Findings findings) {
        Long before = seen.lineOfRef.put(caseRef, line);
        if (before != null) {
            findings.warn(Column.CASE_REF, Reason.DUPLICATE_CASE_REF,
                    Words.of("same case_ref as line %d; this later row counts", "案件编号与第 %d 行相同；以本行为准", before));
        }
    }
}
