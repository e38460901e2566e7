package com.callfloor.dialer.cases.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.callfloor.dialer.cases.intake.CaseFileProblem.Empty;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** A workbook's visible sheets. */
final class XlsxBook implements RowSource.Closing {
    private final ReadableWorkbook workbook;
    private final List<XlsxSource> sheets = new ArrayList<>();

    private XlsxBook(ReadableWorkbook workbook) {
        this.workbook = workbook;
    }

    /** @throws CaseFileException if the file is no sound workbook, or has no visible sheet */
    static XlsxBook open(Path file) throws IOException {
        WorkbookCheck.check(file);
        XlsxBook book = new XlsxBook(opened(file));
        try {
            List<Sheet> visible = book.workbook.getSheets()
                    .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                    .toList();
            if (visible.isEmpty()) {
                throw new CaseFileException(new Empty());
            }
            for (Sheet sheet : visible) {
                book.sheets.add(new XlsxSource(sheet, book.workbook.isDate1904()));
            }
            return book;
        } catch (CaseFileException e) {
            book.close();
            throw e;
        } catch (IOException | RuntimeException e) {
            book.close();
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

    List<XlsxSource> sheets() {
        return List.copyOf(sheets);
    }

    @Override
    public void close() {
        sheets.forEach(XlsxSource::close);
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing a workbook", e);
        }
    }
}
