package com.callfloor.dialer.cases.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

import com.callfloor.dialer.cases.intake.CaseFileProblem.Empty;
import com.callfloor.dialer.cases.intake.CaseFileProblem.Missing;
import com.callfloor.dialer.cases.intake.CaseFileProblem.MissingColumns;
import com.callfloor.dialer.cases.intake.CaseFileProblem.RepeatedColumn;
import com.callfloor.dialer.cases.intake.CaseFileProblem.Unreadable;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * An open file of any columns, read as case files are: CSV or XLSX, UTF-8 or GB18030, one row at a time. For one thread
 * at a time; to be closed. Throws {@link CaseFileException} where the rest of the file turns out to be damaged.
 */
public final class Table implements Iterator<TableRow>, AutoCloseable {
    private final RowSource source;
    private final RowSource.Closing whole;
    private final Places places;
    private @Nullable RawRow ahead;

    private Table(RowSource source, RowSource.Closing whole, Places places) {
        this.source = source;
        this.whole = whole;
        this.places = places;
    }

    /** Which column stands where, and under which names. */
    record Places(Map<TableColumn, Integer> indexes, List<String> names) {
        String nameOf(TableColumn column) {
            Integer index = indexes.get(column);
            return index == null ? column.english() : names.get(index);
        }
    }

    /**
     * Settles what the file is and reads its header.
     *
     * @param file CSV or XLSX, whatever its name; must not change until the table is closed
     * @throws CaseFileException if the file as a whole cannot be taken
     */
    public static Table open(Path file, List<TableColumn> columns) {
        if (Files.isDirectory(file)) {
            throw new CaseFileException(new Unreadable(new Words("it is a folder", "这是文件夹")));
        }
        try {
            return switch (FileKind.of(file)) {
                case TEXT -> {
                    CsvSource text = CsvSource.open(file, Optional.empty());
                    yield opened(text, text, columns);
                }
                case WORKBOOK -> {
                    XlsxBook book = XlsxBook.open(file);
                    yield opened(book.sheets().getFirst(), book, columns);
                }
            };
        } catch (IOException e) {
            throw new CaseFileException(new Unreadable(new Words("the disk or the file's owner refused", "磁盘出错或没有权限")),
                    e);
        }
    }

    private static Table opened(RowSource source, RowSource.Closing whole, List<TableColumn> columns) {
        try {
            return new Table(source, whole, places(header(source), columns));
        } catch (CaseFileException e) {
            whole.close();
            throw e;
        }
    }

    private static List<String> header(RowSource source) {
        while (source.hasNext()) {
            RawRow row = source.next();
            if (!row.isEmpty()) {
                return row.cells().stream().map(Text::clean).toList();
            }
        }
        throw new CaseFileException(new Empty());
    }

    private static Places places(List<String> names, List<TableColumn> columns) {
        Map<TableColumn, Integer> indexes = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        for (int index = 0; index < names.size(); index++) {
            String name = names.get(index);
            Optional<TableColumn> column = named(name, columns);
            Integer before = column.map(known -> indexes.get(known)).orElse(null);
            if (before != null) {
                throw new CaseFileException(new RepeatedColumn(names.get(before), name));
            }
            int here = index;
            column.ifPresentOrElse(known -> indexes.put(known, here), () -> unknown.add(name));
        }
        List<Missing> missing = columns.stream()
                .filter(column -> column.required() && !indexes.containsKey(column))
                .map(column -> new Missing(column.names(), Similarity.nearest(column.names(), unknown)))
                .toList();
        if (!missing.isEmpty()) {
            throw new CaseFileException(new MissingColumns(missing));
        }
        return new Places(Map.copyOf(indexes), names);
    }

    private static Optional<TableColumn> named(String header, List<TableColumn> columns) {
        String key = Column.key(header);
        return columns.stream()
                .filter(column -> column.names().stream().anyMatch(name -> Column.key(name).equals(key)))
                .findFirst();
    }

    @Override
    public boolean hasNext() {
        while (ahead == null && source.hasNext()) {
            RawRow row = source.next();
            if (!row.isEmpty()) {
                ahead = row;
            }
        }
        return ahead != null;
    }

    /** Rows without any value are skipped. */
    @Override
    public TableRow next() {
        if (!hasNext() || ahead == null) {
            throw new NoSuchElementException("the file has no more rows");
        }
        RawRow row = ahead;
        ahead = null;
        return new TableRow(places, row);
    }

    @Override
    public void close() {
        whole.close();
    }
}
