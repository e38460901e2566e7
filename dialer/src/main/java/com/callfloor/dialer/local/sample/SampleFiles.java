package com.callfloor.dialer.local.sample;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.callfloor.dialer.local.sample.BrokenRows.Spoiling;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

/** Writes {@code cases.csv} and {@code cases-zh.csv} into a folder: {@code SampleFiles sql/sample}. */
public final class SampleFiles {
    static final int CASES = 1_200;
    static final int CHINESE_CASES = 60;

    private static final long SEED = 20_261_101;
    private static final int ROWS_BETWEEN_BROKEN_ONES = 40;

    private SampleFiles() {}

    /** Writes the sample over an earlier one. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("give the folder to write the sample into, such as sql/sample");
        }
        write(Path.of(arguments[0]));
    }

    static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        write(folder.resolve("cases.csv"), StandardCharsets.UTF_8, SampleRow.ENGLISH, SampleRow.ENGLISH, rows());
        List<Map<String, String>> chinese = new SampleCases(SEED + 1).invent(CHINESE_CASES)
                .stream()
                .map(SampleRow::chineseOf)
                .toList();
        write(folder.resolve("cases-zh.csv"), Charset.forName("GB18030"), List.copyOf(SampleRow.CHINESE.values()),
                List.copyOf(SampleRow.CHINESE.keySet()), withOwnRefs(chinese));
    }

    /** The good rows with a broken or a strange one after each so many. */
    private static List<Map<String, String>> rows() {
        List<Map<String, String>> rows = new ArrayList<>(
                new SampleCases(SEED).invent(CASES).stream().map(SampleRow::of).toList());
        List<Spoiling> spoilings = new ArrayList<>(BrokenRows.broken("CF26-000001"));
        spoilings.addAll(BrokenRows.harmless());
        for (int i = spoilings.size() - 1; i >= 0; i--) {
            int at = (i + 1) * ROWS_BETWEEN_BROKEN_ONES;
            Map<String, String> like = new HashMap<>(rows.get(at));
            like.put("case_ref", "CF26-9%05d".formatted(i + 1));
            like.put("debtor_ref", "KH9%06d".formatted(i + 1));
            rows.add(at, BrokenRows.apply(spoilings.get(i), like));
        }
        return rows;
    }

    /** Both files can be imported into one floor. */
    private static List<Map<String, String>> withOwnRefs(List<Map<String, String>> rows) {
        return rows.stream().map(row -> {
            Map<String, String> own = new HashMap<>(row);
            own.computeIfPresent("case_ref", (column, ref) -> ref.replace("CF26", "ZH26"));
            own.computeIfPresent("debtor_ref", (column, ref) -> ref.replace("KH", "ZH"));
            return own;
        }).toList();
    }

    private static void write(Path file, Charset charset, List<String> header, List<String> columns,
            List<Map<String, String>> rows) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file, charset)) {
            csv.writeRecord(header);
            rows.forEach(row -> csv.writeRecord(SampleRow.cells(row, columns)));
        }
    }
}
