package com.callfloor.dialer.cases.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.callfloor.dialer.cases.intake.CaseFileProblem.Empty;
import com.callfloor.dialer.cases.intake.CaseFileProblem.Malformed;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** The rows of a workbook's first visible sheet. */
final class XlsxSource implements RowSource {
    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final ExcelCells cells;
    private final List<Problem> warnings;
    private long line;

    private XlsxSource(ReadableWorkbook workbook, List<Sheet> sheets) throws IOException {
        this.workbook = workbook;
        this.stream = sheets.getFirst().openStream();
        this.rows = stream.iterator();
        this.cells = new ExcelCells(workbook.isDate1904());
        this.warnings = sheets.size() == 1
                ? List.of()
                : List.of(new Problem("", Reason.OTHER_SHEETS, "only the first of " + sheets.size()
                        + " sheets was read, '" + Text.shown(sheets.getFirst().getName()) + "'"));
    }

    /** @throws CaseFileException if the file is no sound workbook, or has no visible sheet */
    static XlsxSource open(Path file) throws IOException {
        WorkbookCheck.check(file);
        ReadableWorkbook workbook = opened(file);
        try {
            List<Sheet> visible = workbook.getSheets()
                    .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                    .toList();
            if (visible.isEmpty()) {
                throw new CaseFileException(new Empty());
            }
            return new XlsxSource(workbook, visible);
        } catch (CaseFileException e) {
            workbook.close();
            throw e;
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw WorkbookCheck.damaged(e);
        }
    }

    private static ReadableWorkbook opened(Path file) {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        } catch (IOException | RuntimeException e) {
            throw WorkbookCheck.damaged(e);
        }
    }

    @Override
    public List<Problem> warnings() {
        return warnings;
    }

    @Override
    public boolean hasNext() {
        return guarded(rows::hasNext);
    }

    @Override
    public RawRow next() {
        return guarded(() -> {
            Row row = rows.next();
            line = row.getRowNum();
            List<String> texts = new ArrayList<>(row.getCellCount());
            for (int column = 0; column < row.getCellCount(); column++) {
                texts.add(row.getOptionalCell(column).map(cells::text).orElse(""));
            }
            return new RawRow(line, texts, false);
        });
    }

    /** The reader answers damaged XML with whatever exception it runs into. */
    private <T> T guarded(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RuntimeException e) {
            throw new CaseFileException(
                    new Malformed(line, "the sheet cannot be read on; open it, save it again and send it"), e);
        }
    }

    @Override
    public void close() {
        stream.close();
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing a workbook", e);
        }
    }
}
