package com.callfloor.dialer.cases.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.callfloor.dialer.cases.intake.CaseFileProblem.Malformed;
import com.callfloor.dialer.words.Words;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** The rows of a workbook's sheet. */
final class XlsxSource implements RowSource {
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final ExcelCells cells;
    private final String name;
    private long line;

    XlsxSource(Sheet sheet, boolean from1904) throws IOException {
        this.stream = sheet.openStream();
        this.rows = stream.iterator();
        this.cells = new ExcelCells(from1904);
        this.name = sheet.getName();
    }

    @Override
    public Words place() {
        return Words.of("sheet '%s': ", "工作表“%s”：", Text.shown(name));
    }

    @Override
    public boolean daysFrom1904() {
        return cells.from1904();
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
                    new Malformed(line, new Words("the sheet cannot be read on; open it, save it again and send it",
                            "工作表无法继续读取，请打开并重新保存后发送")),
                    e);
        }
    }

    void close() {
        stream.close();
    }
}
