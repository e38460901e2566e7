package com.callfloor.dialer.cases.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;

import com.callfloor.dialer.cases.intake.Lines.Line;
import com.callfloor.dialer.words.Words;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file's rows. Each row is cut out of the text before it is parsed, so that a stray quotation mark spoils its own
 * row and never swallows the rows behind it.
 */
final class CsvSource implements RowSource, RowSource.Closing {
    private static final int MOST_LINES_IN_A_ROW = 100;

    private final Lines lines;
    private final char separator;
    private final CsvReaderBuilder parser;
    private @Nullable Line ahead;
    private final int width;

    private CsvSource(Lines lines, Optional<Line> header) {
        this.lines = lines;
        this.separator = header.map(line -> Separator.of(line.text())).orElse(',');
        this.parser = CsvReader.builder().fieldSeparator(separator).allowUnclosedQuote(false);
        this.width = header.map(line -> line.text().split(Pattern.quote(String.valueOf(separator)), -1).length)
                .orElse(0);
    }

    /**
     * Opens a text.
     *
     * @param hint the encoding that the file's sender is known to use; empty: it is found
     * @throws CaseFileException if the file is text in no encoding that is taken
     */
    static CsvSource open(Path file, Optional<Charset> hint) throws IOException {
        Lines lines = new Lines(Encoding.of(file, hint).open(file));
        try {
            return new CsvSource(lines, header(lines));
        } catch (CaseFileException e) {
            lines.close();
            throw e;
        }
    }

    /** Looks for the header among the first lines, since titles may stand above it, and gives the lines back. */
    private static Optional<Line> header(Lines lines) {
        List<Line> first = new ArrayList<>();
        Optional<Line> line = lines.next();
        while (line.isPresent() && first.size() < CaseFileReader.MOST_ROWS_ABOVE_HEADER) {
            first.add(line.get());
            line = lines.next();
        }
        line.ifPresent(first::add);
        lines.giveBack(first);
        // The first of several that are as good: max would take the last.
        return first.stream()
                .filter(each -> !each.text().isBlank())
                .reduce((best, next) -> Separator.likeness(next.text()) > Separator.likeness(best.text())
                        ? next
                        : best);
    }

    @Override
    public Words place() {
        return Words.NOTHING;
    }

    /** Excel counts like that on old Macs only, and a text does not say where it comes from. */
    @Override
    public boolean daysFrom1904() {
        return false;
    }

    @Override
    public boolean hasNext() {
        if (ahead == null) {
            ahead = lines.next().orElse(null);
        }
        return ahead != null;
    }

    @Override
    public RawRow next() {
        if (!hasNext() || ahead == null) {
            throw new NoSuchElementException("the file has no more rows");
        }
        Line first = ahead;
        ahead = null;
        return row(first);
    }

    private RawRow row(Line first) {
        if (first.text().indexOf('"') < 0) {
            return new RawRow(first.number(), cells(first.text()), false);
        }
        List<Line> further = new ArrayList<>();
        Quotes quotes = new Quotes(separator);
        quotes.read(first.text());
        StringBuilder text = new StringBuilder(first.text());
        while (quotes.open()) {
            Optional<Line> next = further.size() < MOST_LINES_IN_A_ROW ? lines.next() : Optional.empty();
            next.ifPresent(line -> {
                further.add(line);
                quotes.read(line.text());
                text.append('\n').append(line.text());
            });
            if (next.isEmpty() || hasSwallowedARow(quotes)) {
                lines.giveBack(further);
                return broken(first);
            }
        }
        try {
            return new RawRow(first.number(), parser.ofSingleCsvRecord(text.toString()).getFields(), false);
        } catch (CsvParseException e) {
            lines.giveBack(further);
            return broken(first);
        }
    }

    /** A cell over several lines that holds as many separators as a row has is no cell, but rows behind a stray mark. */
    private boolean hasSwallowedARow(Quotes quotes) {
        return width > 1 && quotes.separatorsOverLines() >= width - 1;
    }

    /** Whatever the quotation marks say: enough to find the reference. */
    private RawRow broken(Line line) {
        return new RawRow(line.number(), cells(line.text()), true);
    }

    /** Cut at every separator: most rows of most files have no quotation mark, and a parser's buffers are many times a row. */
    private List<String> cells(String line) {
        List<String> cells = new ArrayList<>(width + 1);
        int from = 0;
        for (int at = line.indexOf(separator); at >= 0; at = line.indexOf(separator, from)) {
            cells.add(line.substring(from, at));
            from = at + 1;
        }
        cells.add(line.substring(from));
        return Collections.unmodifiableList(cells);
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing a case file", e);
        }
    }
}
