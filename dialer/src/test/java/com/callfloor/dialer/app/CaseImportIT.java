package com.callfloor.dialer.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

import com.callfloor.dialer.cases.CaseDelivery;
import com.callfloor.dialer.cases.CaseDirectory;
import com.callfloor.dialer.cases.CaseDirectory.CaseView;
import com.callfloor.dialer.cases.CaseDirectory.NumberView;
import com.callfloor.dialer.cases.CaseFileImporter.ImportResult;
import com.callfloor.dialer.cases.CaseFileImporter.UnusableCaseFile;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.DeliveryKind;
import com.callfloor.dialer.cases.ImportBook;
import com.callfloor.dialer.cases.ImportBook.ImportRecord;
import com.callfloor.dialer.cases.ImportBook.State;
import com.callfloor.dialer.cases.intake.CaseFileReader;
import com.callfloor.dialer.cases.intake.IntakeSettings;
import com.callfloor.dialer.store.Database;
import com.callfloor.dialer.store.SqlCaseDirectory;
import com.callfloor.dialer.store.SqlCaseStore;
import com.callfloor.dialer.store.SqlCaseWithdrawals;
import com.callfloor.dialer.store.SqlImportBook;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import com.callfloor.dialer.words.Objection;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

/** From a lender's files to the books, on a real database. */
@ExtendWith(DatabaseExtension.class)
class CaseImportIT {
    private static final String HEADER = "case_ref,debtor_ref,debtor_name,amount_due,due_date,phone_1,phone_2,phone_2_type,"
            + "contact_1_name,contact_1_relation,contact_1_phone,status";

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-02T04:00:00Z"));
    private final TestSchemas schemas;
    private final List<CaseId> closed = new CopyOnWriteArrayList<>();
    @TempDir
    private Path folder;
    private Floor floor;

    CaseImportIT(TestSchemas schemas) {
        this.schemas = schemas;
        this.floor = new Floor(schemas.migrated(clock));
    }

    /** The books, and an importer over them. */
    private final class Floor {
        final CaseDirectory cases;
        final ImportBook book;
        final Database database;

        Floor(Database database) {
            this.database = database;
            this.cases = new SqlCaseDirectory(database, "CN");
            this.book = new SqlImportBook(database);
        }

        CaseImport importer() {
            var settings = new IntakeSettings("CN", Currency.getInstance("CNY"), "zh-CN");
            return new CaseImport(new CaseFileReader(settings), new SavedMappings(folder.resolve("lenders")),
                    new ImportParts(book, new SqlCaseStore(database), new SqlCaseWithdrawals(database),
                            folder.resolve("rejects"), 0.3, clock, (gone, why) -> closed.addAll(gone)),
                    () -> {
                    });
        }

        ImportResult take(DeliveryKind kind, String... rows) throws IOException, UnusableCaseFile {
            Path file = Files.createTempFile(folder, "cases", ".csv");
            Files.writeString(file, HEADER + "\n" + String.join("\n", rows) + "\n");
            return importer().importFile(new CaseDelivery("cases.csv", file, Optional.of("Harbour"), Optional.of(kind),
                    Optional.of(clock.instant())));
        }

        /** Everything that people see of the cases, but for ids. */
        List<String> told() {
            return cases.page(null, 10_000)
                    .stream()
                    .map(view -> view.card().caseRef() + " " + view.debtorRef() + " " + view.card().debtorName() + " "
                            + view.card().amountDue() + " " + (view.nextCallAt() == null ? "-" : "due") + " "
                            + numbers(view))
                    .sorted()
                    .toList();
        }

        private List<NumberView> numbers(CaseView view) {
            return view.numbers()
                    .stream()
                    .sorted(Comparator.comparing(NumberView::masked).thenComparing(NumberView::role))
                    .toList();
        }

        boolean due(String ref) {
            return cases.byRef(ref).orElseThrow().nextCallAt() != null;
        }
    }

    private static String row(String ref, int debtor, String amount, int phone) {
        return "%s,D-%d,债务人%d,%s,2026-01-05,138%08d,,,,,,".formatted(ref, debtor, debtor, amount, phone);
    }

    /** Cases that share debtors, debtors that share numbers, and listings that contradict each other. */
    private static List<String> portfolio(Random random) {
        List<String> rows = new ArrayList<>();
        for (int nth = 0; nth < 80; nth++) {
            int debtor = random.nextInt(30);
            rows.add("C-%03d,D-%d,%s,%d.50,2026-01-05,138%08d,139%08d,%s,%s,%s,138%08d,".formatted(nth, debtor,
                    random.nextBoolean() ? "王芳" : "王 芳" + random.nextInt(3), 100 + random.nextInt(5_000),
                    random.nextInt(40), random.nextInt(40), random.nextBoolean() ? "work" : "contact",
                    "联系人" + random.nextInt(3), random.nextBoolean() ? "妻子" : "朋友", random.nextInt(40)));
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anySplitOrderAndRepetitionOfFilesEndsInTheSameState(long seed) throws Exception {
        // Given one floor that takes a file whole, and one that takes it in pieces, in any order, some of them again
        Random random = new Random(seed);
        List<String> rows = portfolio(random);
        floor.take(DeliveryKind.DELTA, rows.toArray(String[]::new));
        Floor other = new Floor(schemas.migrated(clock));
        List<String> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);

        // When
        for (int from = 0; from < shuffled.size();) {
            int to = Math.min(shuffled.size(), from + 1 + random.nextInt(25));
            String[] piece = shuffled.subList(from, to).toArray(String[]::new);
            other.take(DeliveryKind.DELTA, piece);
            if (random.nextBoolean()) {
                ImportResult again = other.take(DeliveryKind.DELTA, piece);
                assertThat(again.added()).isZero();
                assertThat(again.updated()).isEqualTo(piece.length);
            }
            from = to;
        }

        // Then
        assertThat(floor.told()).hasSize(80);
        assertThat(other.told()).isEqualTo(floor.told());
    }

    @Test
    void ofAFileOfManyBatchesEveryCaseIsAsItsLastRowSays() throws Exception {
        // Given debtors with cases in several batches, and cases with rows in several batches
        String[] rows = new String[11_000];
        Map<String, String> last = new HashMap<>();
        for (int nth = 0; nth < rows.length; nth++) {
            String ref = "C-%04d".formatted(nth % 7_000);
            rows[nth] = row(ref, nth % 3_500, String.valueOf(1 + nth), nth % 3_500);
            last.put(ref, (1 + nth) + ".00 CNY");
        }

        // When
        ImportResult result = floor.take(DeliveryKind.FULL, rows);

        // Then
        assertThat(result.added()).isEqualTo(7_000);
        assertThat(result.updated()).isEqualTo(4_000);
        assertThat(floor.cases.page(null, 10_000)).hasSize(7_000)
                .allSatisfy(view -> assertThat(view.card().amountDue()).hasToString(last.get(view.card().caseRef())));
    }

    @Test
    void ofRowsWithOneReferenceTheLastCountsWhetherInOneFileOrInSeveral() throws Exception {
        String first = row("C-1", 1, "100", 1);
        String last = row("C-1", 1, "70", 2);
        floor.take(DeliveryKind.DELTA, first, row("C-2", 2, "5", 5), last);
        Floor other = new Floor(schemas.migrated(clock));
        other.take(DeliveryKind.DELTA, first, row("C-2", 2, "5", 5));
        other.take(DeliveryKind.DELTA, last);

        assertThat(floor.cases.byRef("C-1").orElseThrow().card().amountDue()).hasToString("70.00 CNY");
        assertThat(floor.cases.page(null, 10)).hasSize(2);
        // A number that was listed once and is not any more stays in the books, but is not called.
        assertThat(other.cases.byRef("C-1").orElseThrow().numbers())
                .filteredOn(NumberView::valid)
                .isEqualTo(
                        floor.cases.byRef("C-1").orElseThrow().numbers().stream().filter(NumberView::valid).toList());
    }

    @Test
    void aNumberThatTurnsOutToBeAContactsIsNoTargetAnyMoreAndOneThatIsGoneIsRetired() throws Exception {
        floor.take(DeliveryKind.DELTA, "C-1,D-1,王芳,100,2026-01-05,13800000001,13800000002,work,,,,");

        floor.take(DeliveryKind.DELTA, "C-1,D-1,王芳,100,2026-01-05,13800000003,13800000002,contact,,,,");

        assertThat(floor.cases.byRef("C-1").orElseThrow().numbers())
                .extracting(number -> number.masked().substring(7) + " " + number.role() + " " + number.valid())
                .containsExactlyInAnyOrder("0001 MOBILE false", "0002 CONTACT true", "0003 MOBILE true");

        floor.take(DeliveryKind.DELTA, "C-1,D-1,王芳,100,2026-01-05,13800000001,,,,,,");
        assertThat(floor.cases.byRef("C-1").orElseThrow().numbers()).filteredOn(NumberView::valid)
                .singleElement()
                .satisfies(number -> assertThat(number.masked()).endsWith("0001"));
    }

    @Test
    void aWithdrawnCaseIsNotDueAndOneThatComesBackIsOpenAgain() throws Exception {
        floor.take(DeliveryKind.DELTA, row("C-1", 1, "100", 1), row("C-2", 2, "100", 2));

        ImportResult result = floor.take(DeliveryKind.DELTA, "C-1,,,,,,,,,,,撤回", row("C-2", 2, "90", 2),
                "C-9,,,,,,,,,,,withdrawn");

        assertThat(result.withdrawn()).isEqualTo(1);
        assertThat(result.good()).isEqualTo(1);
        assertThat(closed).containsExactly(floor.cases.byRef("C-1").orElseThrow().card().id());
        assertThat(floor.due("C-1")).isFalse();
        assertThat(floor.due("C-2")).isTrue();
        assertThat(floor.importer().withdraw(List.of("C-1", "C-2"), "by telephone")).isEqualTo(1);

        floor.take(DeliveryKind.DELTA, row("C-1", 1, "100", 1));
        assertThat(floor.due("C-1")).isTrue();
        assertThat(floor.due("C-2")).isFalse();
    }

    @Test
    void aFullFileWithdrawsWhatItDoesNotHoldUnlessThatIsTooMuch() throws Exception {
        floor.take(DeliveryKind.FULL, row("C-1", 1, "100", 1), row("C-2", 2, "100", 2), row("C-3", 3, "100", 3),
                row("C-4", 4, "100", 4));

        // When one of four is missing, and a new one and a bad one with a known reference are there
        ImportResult quarter = floor.take(DeliveryKind.FULL, row("C-1", 1, "100", 1), row("C-2", 2, "100", 2),
                row("C-3", 3, "a lot", 3), row("C-5", 5, "100", 5));
        assertThat(quarter.withdrawn()).isEqualTo(1);
        assertThat(floor.due("C-4")).isFalse();
        assertThat(floor.due("C-3")).as("it is in the file, though it cannot be read").isTrue();

        // When three of four are missing
        ImportResult most = floor.take(DeliveryKind.FULL, row("C-1", 1, "100", 1));
        assertThat(most.withdrawn()).isZero();
        assertThat(most.missing()).isEqualTo(3);
        assertThat(floor.due("C-2")).isTrue();
        ImportRecord held = floor.book.byId(most.id()).orElseThrow();
        assertThat(held.state()).isEqualTo(State.HELD);
        assertThat(held.problem()).isNotNull().extracting(Words::en, STRING).contains("3 of 4");
        assertThat(held.problem()).extracting(Words::zh, STRING).contains("4 个在催案件中有 3 个不在此全量文件中，超过 30%");

        // Then somebody must confirm it, once
        ImportRecord done = floor.importer().confirm(most.id(), "li").orElseThrow();
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.withdrawn()).isEqualTo(3);
        assertThat(floor.due("C-2")).isFalse();
        assertThat(floor.due("C-1")).isTrue();
        assertThatThrownBy(() -> floor.importer().confirm(most.id(), "li")).isInstanceOf(Objection.class);
    }

    @Test
    void aFullFileWithRowsThatMayBeAnyCaseWithdrawsNothingByItself() throws Exception {
        floor.take(DeliveryKind.FULL, row("C-1", 1, "100", 1), row("C-2", 2, "100", 2), row("C-3", 3, "100", 3),
                row("C-4", 4, "100", 4));

        ImportResult result = floor.take(DeliveryKind.FULL, row("C-1", 1, "100", 1), row("C-2", 2, "100", 2),
                row("C-3", 3, "100", 3), row("", 4, "100", 4), "合计,,,400,,,,,,,,");

        assertThat(result.missing()).isEqualTo(1);
        assertThat(result.bad()).isEqualTo(2);
        assertThat(floor.due("C-4")).isTrue();
        assertThat(floor.importer().rejects(result.id())).hasValueSatisfying(file -> assertThat(file).content()
                .contains("missing")
                .contains("total_line")
                .contains("D-4"));
    }

    @Test
    void anImportTellsHowLongItTookFromArrivalAndWhetherThatWasTooLong() throws Exception {
        Instant arrived = clock.instant();
        clock.pass(Duration.ofMinutes(61));
        Path file = Files.writeString(folder.resolve("late.csv"), HEADER + "\n" + row("C-1", 1, "100", 1) + "\n");

        ImportResult result = floor.importer()
                .importFile(new CaseDelivery("late.csv", file, Optional.empty(), Optional.empty(),
                        Optional.of(arrived)));

        ImportRecord record = floor.book.byId(result.id()).orElseThrow();
        assertThat(record.arrivalToDialable()).hasValue(Duration.ofMinutes(61));
        assertThat(record.read()).isEqualTo(1);
        assertThat(floor.book.late(clock.instant())).extracting(ImportRecord::id).containsExactly(result.id());
        clock.pass(Duration.ofDays(2));
        assertThat(floor.book.late(clock.instant())).isEmpty();
    }

    @Test
    void aMappingIsKnownByItsHeadersAndFillsInWhatTheFileLeavesUnsaid() throws Exception {
        Files.createDirectories(folder.resolve("lenders"));
        Files.writeString(folder.resolve("lenders/harbour.yaml"), """
                lender: 海港银行
                columns: {case_ref: 借据号, debtor_ref: 会员号, amount_due: 剩余应还, due_date: 账单日, phone_1: 预留电话}
                defaults: {region: 广东}
                date_format: dd/MM/yyyy
                amount_unit: fen
                ref_prefix: HB-
                """);
        Path file = Files.writeString(folder.resolve("hb.csv"),
                "借据号,会员号,姓名,剩余应还,账单日,预留电话\n77,1,王芳,12345,05/01/2026,13800000001\n");

        floor.importer().importFile("hb.csv", file);

        CaseView view = floor.cases.byRef("HB-77").orElseThrow();
        assertThat(view.debtorRef()).isEqualTo("HB-1");
        assertThat(view.card().lender()).isEqualTo("海港银行");
        assertThat(view.card().amountDue()).hasToString("123.45 CNY");
        assertThat(view.card().dueDate()).hasToString("2026-01-05");
        assertThat(view.card().region()).isEqualTo("CN-GD");
    }

    @Test
    void theDropFolderTakesFilesOfEachLenderAndPutsThemAway() throws Exception {
        Path inbox = folder.resolve("inbox");
        Files.createDirectories(inbox.resolve("Harbour"));
        Files.writeString(folder.resolve("a"), HEADER + "\n" + row("C-1", 1, "100", 1) + "\n" + row("C-2", 2, "x", 2));
        try (Inbox open = new Inbox(new InboxSettings(Optional.of(inbox), Duration.ofMillis(200)), floor.importer(),
                floor.book, clock)) {
            assertThat(open).isNotNull();
            Files.move(folder.resolve("a"), inbox.resolve("Harbour/a.csv"));
            Files.writeString(inbox.resolve("no-cases.csv"), "colour,size\nred,7\n");
            Files.writeString(inbox.resolve("unfinished.csv.part"), HEADER);

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> Files.exists(inbox.resolve("Harbour/done/a.csv"))
                            && Files.exists(inbox.resolve("failed/no-cases.csv")));
        }
        assertThat(inbox.resolve("Harbour/done/a.csv.result.json")).content().contains("\"good\" : 1");
        assertThat(inbox.resolve("Harbour/done/a.csv.rejected.csv")).content().contains("unreadable");
        assertThat(inbox.resolve("failed/no-cases.csv.result.json")).content().contains("case_ref");
        assertThat(inbox.resolve("unfinished.csv.part")).exists();
        assertThat(floor.cases.byRef("C-1").orElseThrow().card().lender()).isEqualTo("Harbour");
    }
}
