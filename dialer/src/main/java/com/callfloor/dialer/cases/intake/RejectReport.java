package com.callfloor.dialer.cases.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import org.jspecify.annotations.Nullable;

/**
 * Writes rejected rows for the lender, a line for each problem, and behind it the row as it was sent: CSV in UTF-8 with a byte-order mark, without which Excel
 * garbles Chinese. For one thread at a time; to be closed.
 */
public final class RejectReport implements AutoCloseable {
    private static final char MARK = '\uFEFF';

    private final CsvWriter writer;

    /** Without the columns of the file itself. */
    public RejectReport(OutputStream out) throws IOException {
        this(out, List.of());
    }

    /** Writes to {@code out}, which is closed with the report; {@code columns}: the file's own header. */
    public RejectReport(OutputStream out, List<String> columns) throws IOException {
        this(out, "case_ref", columns);
    }

    /** The same for rows that are told apart by {@code reference} instead of a case's. */
    public RejectReport(OutputStream out, String reference, List<String> columns) throws IOException {
        out.write(String.valueOf(MARK).getBytes(StandardCharsets.UTF_8));
        writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8);
        writer.writeRecord(Stream.concat(Stream.of("line", reference, "column", "reason", "message", "message_zh"),
                columns.stream().map(RejectReport::harmless)).toList());
    }

    /** Writes {@code cases.rejected.csv} beside {@code cases.csv} or {@code cases.xlsx}, over an earlier one. */
    public static RejectReport beside(Path caseFile) throws IOException {
        return new RejectReport(Files.newOutputStream(pathBeside(caseFile)));
    }

    public static Path pathBeside(Path caseFile) {
        Path name = caseFile.getFileName();
        if (name == null) {
            throw new IllegalArgumentException("a report lies beside a file: give the case file's path");
        }
        String base = name.toString().replaceFirst("\\.[^.]*$", "");
        return caseFile.resolveSibling(base + ".rejected.csv");
    }

    /**
     * Writes all problems of a row.
     *
     * @throws java.io.UncheckedIOException if the disk is full or the file is gone
     */
    public void add(RejectedRow row) {
        for (Problem problem : row.problems()) {
            writer.writeRecord(Stream.concat(
                    Stream.of(Long.toString(row.line()), harmless(row.caseRef()), harmless(problem.column()),
                            problem.reason().code(), harmless(problem.message()), harmless(problem.words().zh())),
                    row.cells().stream().map(RejectReport::harmless)).toList());
        }
    }

    private static String harmless(@Nullable String text) {
        return text == null ? "" : SpreadsheetText.harmless(text);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
