package com.callfloor.dialer.cases.intake;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.callfloor.dialer.cases.CaseRow;
import de.siegmar.fastcsv.writer.CsvWriter;

/** Case files in a folder of their own, written in a line each and read with the settings of a Chinese floor. */
final class IntakeFixture {
    static final IntakeSettings CHINESE_FLOOR = new IntakeSettings("CN", Currency.getInstance("CNY"), "zh-CN");

    private final Path folder;

    IntakeFixture(Path folder) {
        this.folder = folder;
    }

    /** A good row's required values, some of them replaced or added to: {@code "amount_due", "0"}. */
    static Map<String, String> caseWith(String... columnsAndValues) {
        Map<String, String> row = new LinkedHashMap<>(Map.of("case_ref", "C-1", "debtor_ref", "D-1", "debtor_name",
                "王芳", "amount_due", "1234.50", "due_date", "2026-01-05", "phone_1", "13800001234"));
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            row.put(columnsAndValues[i], columnsAndValues[i + 1]);
        }
        return row;
    }

    ReadRow read(Map<String, String> row) {
        return readAll(write(List.of(row))).getFirst();
    }

    CaseRow good(Map<String, String> row) {
        return goodWithWarnings(row).row();
    }

    ReadRow.Good goodWithWarnings(Map<String, String> row) {
        return switch (read(row)) {
            case ReadRow.Good good -> good;
            case ReadRow.Bad bad -> throw new AssertionError("rejected: " + bad.row().problems());
            case ReadRow.Withdrawn gone -> throw new AssertionError("withdrawn: " + gone);
        };
    }

    RejectedRow bad(Map<String, String> row) {
        return switch (read(row)) {
            case ReadRow.Bad bad -> bad.row();
            case ReadRow.Good good -> throw new AssertionError("accepted: " + good);
            case ReadRow.Withdrawn gone -> throw new AssertionError("withdrawn: " + gone);
        };
    }

    List<ReadRow> readText(String text) {
        return readAll(write(text.getBytes(StandardCharsets.UTF_8)));
    }

    List<ReadRow> readText(String text, Charset charset) {
        return readAll(write(text.getBytes(charset)));
    }

    /** Why the file is refused, at once or on the way. */
    CaseFileProblem refusal(Path file) {
        try {
            readAll(file);
        } catch (CaseFileException e) {
            return e.problem();
        }
        throw new AssertionError("the file was taken");
    }

    CaseFileProblem refusal(byte[] bytes) {
        return refusal(write(bytes));
    }

    CaseFileProblem refusal(String text) {
        return refusal(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<ReadRow> readAll(Path file) {
        try (CaseFile open = new CaseFileReader(CHINESE_FLOOR).open(file)) {
            List<ReadRow> rows = new ArrayList<>();
            open.forEachRemaining(rows::add);
            return rows;
        }
    }

    List<Problem> fileWarnings(Path file) {
        try (CaseFile open = new CaseFileReader(CHINESE_FLOOR).open(file)) {
            return open.warnings();
        }
    }

    /** The columns of the first row are the header. */
    Path write(List<Map<String, String>> rows) {
        List<String> header = List.copyOf(rows.getFirst().keySet());
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().build(text);
        csv.writeRecord(header);
        for (Map<String, String> row : rows) {
            csv.writeRecord(header.stream().map(column -> row.getOrDefault(column, "")).toList());
        }
        flush(csv);
        return write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void flush(CsvWriter csv) {
        try {
            csv.flush();
        } catch (IOException e) {
            throw new AssertionError("writing to memory failed", e);
        }
    }

    Path write(byte[] bytes) {
        try {
            return Files.write(Files.createTempFile(folder, "cases", ""), bytes);
        } catch (IOException e) {
            throw new AssertionError("cannot write a test's file", e);
        }
    }

    static List<Reason> reasons(RejectedRow row) {
        return row.problems().stream().map(Problem::reason).toList();
    }

    static List<Reason> reasons(List<Problem> problems) {
        return problems.stream().map(Problem::reason).toList();
    }

    static String lines(String... lines) {
        return Arrays.stream(lines).collect(Collectors.joining("\n", "", "\n"));
    }
}
