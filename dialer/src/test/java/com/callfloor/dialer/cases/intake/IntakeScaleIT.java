package com.callfloor.dialer.cases.intake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** A million rows pass through a process whose memory could not hold them. */
class IntakeScaleIT {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeScaleIT.class);
    private static final int ROWS = 1_000_000;

    /** The references alone take about 110 MB of it; the rows would take more than 1 GB. */
    private static final String SMALL_HEAP = "-Xmx256m";

    @TempDir
    private Path folder;

    @Test
    void aMillionRowsAreStreamedThroughASmallHeap() throws IOException, InterruptedException {
        Path file = folder.resolve("million.csv");
        writeRows(file);
        Path output = folder.resolve("output.txt");

        Process reader = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                SMALL_HEAP, "-cp", System.getProperty("java.class.path"), Reading.class.getName(), file.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = reader.waitFor(5, TimeUnit.MINUTES);
        reader.destroyForcibly();

        String told = Files.readString(output);
        LOG.info("{} MB: {}", Files.size(file) >> 20, told.strip());
        assertThat(ended).isTrue();
        assertThat(told).startsWith(ROWS + " good rows");
        assertThat(reader.exitValue()).isZero();
    }

    private static void writeRows(Path file) throws IOException {
        try (BufferedWriter csv = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            csv.write("case_ref,debtor_ref,debtor_name,lender,amount_due,due_date,phone_1,phone_2,region,notes\n");
            for (int row = 0; row < ROWS; row++) {
                csv.write("CASE-%07d,D-%07d,王芳,晨星消费金融,%d.50,2026-01-05,138%08d,139%08d,CN-GD,上次承诺月底还款\n".formatted(row,
                        row, 100 + row % 9000, row, row));
            }
        }
    }

    /** Run in a process of its own. */
    static final class Reading {
        private Reading() {}

        public static void main(String[] arguments) {
            long start = System.nanoTime();
            IntakeSettings settings = new IntakeSettings("CN", Currency.getInstance("CNY"), "zh-CN");
            long good = 0;
            try (CaseFile file = new CaseFileReader(settings).open(Path.of(arguments[0]))) {
                while (file.hasNext()) {
                    good += file.next() instanceof ReadRow.Good ? 1 : 0;
                }
            }
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            System.out.println(good + " good rows in " + took.toMillis() + " ms, " + good * 1000 / took.toMillis()
                    + " rows/s");
        }
    }
}
