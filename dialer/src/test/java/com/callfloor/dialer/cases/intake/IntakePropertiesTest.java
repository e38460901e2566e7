package com.callfloor.dialer.cases.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

import com.callfloor.dialer.cases.CaseRow;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every file, tried on the sample with seeded chance. */
class IntakePropertiesTest {
    private static final Path SAMPLE = Path.of("..", "sql", "sample", "cases.csv");
    private static final int MUTANTS = 150;

    @TempDir
    private Path folder;
    private IntakeFixture files;

    @BeforeEach
    void openFolder() {
        files = new IntakeFixture(folder);
    }

    /** Rows without line breaks inside, and no reference twice: those mean something across rows. */
    private static List<String> independentLines() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(SAMPLE));
        lines.removeIf(line -> line.chars().filter(character -> character == '"').count() % 2 != 0);
        List<String> references = new ArrayList<>();
        lines.removeIf(line -> {
            String reference = line.substring(0, line.indexOf(','));
            boolean again = !reference.isEmpty() && references.contains(reference);
            references.add(reference);
            return again;
        });
        return lines;
    }

    private static String told(ReadRow row) {
        return switch (row) {
            case ReadRow.Good(CaseRow good, List<Problem> warnings) -> good.caseRef() + good.debtorName()
                    + good.amountDue() + good.dueDate() + good.numbers() + warnings;
            case ReadRow.Bad(RejectedRow bad) -> bad.caseRef() + " " + bad.problems();
            case ReadRow.Withdrawn gone -> gone.caseRef() + " withdrawn";
        };
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aRowIsReadTheSameInWhicheverFileAndOrderItComes(long seed) throws IOException {
        // Given the sample's rows, dealt out to several files by chance
        RandomGenerator random = new Random(seed);
        List<String> lines = independentLines();
        String header = lines.removeFirst();
        List<String> whole = files.readText(header + "\n" + String.join("\n", lines))
                .stream()
                .map(IntakePropertiesTest::told)
                .toList();
        List<StringBuilder> parts = new ArrayList<>();
        for (int part = 0; part < 2 + random.nextInt(5); part++) {
            parts.add(new StringBuilder(header).append('\n'));
        }
        lines.forEach(line -> parts.get(random.nextInt(parts.size())).append(line).append('\n'));

        // When all are read, then the same rows are good, and the same bad for the same reasons
        List<String> dealt = parts.stream()
                .flatMap(part -> files.readText(part.toString()).stream())
                .map(IntakePropertiesTest::told)
                .toList();
        assertThat(whole).hasSizeGreaterThan(1200);
        assertThat(dealt).containsExactlyInAnyOrderElementsOf(whole);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aDamagedTextFileIsReadOrRefusedButNeverAnythingElse(long seed) throws IOException {
        byte[] sample = String.join("\n", Files.readAllLines(SAMPLE).subList(0, 60)).getBytes(StandardCharsets.UTF_8);

        Survey survey = readMutants(sample, seed);

        assertThat(survey.read()).as("some damage costs rows only").isPositive();
        assertThat(survey.refused()).as("some damage costs the file").isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void aDamagedWorkbookIsReadOrRefusedButNeverAnythingElse(long seed) throws IOException {
        Survey survey = readMutants(Files.readAllBytes(workbookOf(Files.readAllLines(SAMPLE).subList(0, 30))), seed);

        assertThat(survey.refused()).isPositive();
    }

    private record Survey(int read, int refused) {}

    /** Anything thrown but the typed refusal fails the test. */
    private Survey readMutants(byte[] sound, long seed) {
        RandomGenerator random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < MUTANTS; i++) {
            try {
                IntakeFixture.readAll(files.write(mutant(sound, random)));
            } catch (CaseFileException e) {
                assertThat(e.problem().message()).isNotBlank();
                refused++;
            }
        }
        return new Survey(MUTANTS - refused, refused);
    }

    private static byte[] mutant(byte[] sound, RandomGenerator random) {
        byte[] bytes = sound.clone();
        for (int change = 1 + random.nextInt(4); change > 0; change--) {
            bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean()
                    ? random.nextInt(256)
                    : "\",\n\r;\t0E+".charAt(random.nextInt(9)));
        }
        return random.nextInt(8) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    private Path workbookOf(List<String> lines) throws IOException {
        Path file = folder.resolve("sound.xlsx");
        try (Workbook workbook = new Workbook(Files.newOutputStream(file), "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("案件");
            for (int row = 0; row < lines.size(); row++) {
                String[] cells = lines.get(row).split(",", -1);
                for (int column = 0; column < cells.length; column++) {
                    sheet.value(row, column, cells[column]);
                }
            }
        }
        return file;
    }
}
