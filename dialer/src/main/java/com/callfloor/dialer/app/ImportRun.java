package com.callfloor.dialer.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import com.callfloor.dialer.app.WriteBehind.Touched;
import com.callfloor.dialer.cases.CaseFileImporter.ImportResult;
import com.callfloor.dialer.cases.CaseFileImporter.RejectedRow;
import com.callfloor.dialer.cases.CaseFileImporter.RowProblem;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.CaseRow;
import com.callfloor.dialer.cases.CaseStore.Written;
import com.callfloor.dialer.cases.ImportBook.Ending;
import com.callfloor.dialer.cases.ImportBook.State;
import com.callfloor.dialer.cases.intake.CaseFile;
import com.callfloor.dialer.cases.intake.Problem;
import com.callfloor.dialer.cases.intake.ReadRow;
import com.callfloor.dialer.cases.intake.RejectReport;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;

/** One file on its way into the books. For one thread; rows are written behind the reading by others. */
final class ImportRun implements AutoCloseable {
    static final String WITHDRAWN = "withdrawn by the lender's file";
    /** One transaction: a blink for those who wait for its locks, and its end on the disk costs each row little. */
    private static final int BATCH = 2_000;
    private static final int MOST_REPORTED = 10_000;
    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(1);

    private final ImportParts parts;
    private final long id;
    private final WriteBehind writing = new WriteBehind();
    private final List<RejectedRow> rejected = new ArrayList<>();
    private final List<RowProblem> warnings;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> withdrawing = new LinkedHashSet<>();
    private Touched touched = Touched.nothing();
    private List<CaseRow> batch = new ArrayList<>(BATCH);
    private @Nullable RejectReport report;
    private Instant progressAt;
    private long read;
    private long bad;
    private long hidden;

    private final AtomicLong added = new AtomicLong();
    private final AtomicLong updated = new AtomicLong();
    private final AtomicLong withdrawn = new AtomicLong();

    ImportRun(ImportParts parts, long id, List<Problem> fileWarnings) {
        this.parts = parts;
        this.id = id;
        this.warnings = fileWarnings.stream().map(ImportRun::problem).toList();
        this.progressAt = parts.clock().instant();
    }

    /** Takes every row; throws {@link com.callfloor.dialer.cases.intake.CaseFileException} where the file is damaged. */
    void over(CaseFile rows) throws IOException {
        while (rows.hasNext()) {
            read++;
            switch (rows.next()) {
                case ReadRow.Good good -> take(good.row());
                case ReadRow.Withdrawn gone -> withdraw(gone.caseRef());
                case ReadRow.Bad wrong -> reject(wrong.row(), rows.columns());
            }
            tellProgress();
        }
        finishWriting();
    }

    /** What was read before the end, or before the damage, is in the books afterwards. */
    void finishWriting() throws IOException {
        writeCases();
        writeWithdrawals();
        writeSeen();
        writing.await();
        if (report != null) {
            report.close();
            report = null;
        }
    }

    private void take(CaseRow row) {
        if (withdrawing.contains(row.caseRef())) {
            writeWithdrawals();
        }
        batch.add(row);
        touched.cases().add(row.caseRef());
        touched.debtors().add(row.debtorRef());
        if (batch.size() == BATCH) {
            writeCases();
        }
    }

    /** In the file's order with what the file says of the same case before and after. */
    private void withdraw(String caseRef) {
        if (touched.cases().contains(caseRef)) {
            writeCases();
        }
        withdrawing.add(caseRef);
        if (withdrawing.size() == BATCH) {
            writeWithdrawals();
        }
    }

    private void writeCases() {
        if (batch.isEmpty()) {
            return;
        }
        List<CaseRow> rows = batch;
        batch = new ArrayList<>(BATCH);
        Touched names = touched;
        touched = Touched.nothing();
        writing.beside(names, () -> {
            Written written = parts.cases().write(id, rows, parts.clock().instant());
            added.addAndGet(written.added());
            updated.addAndGet(written.updated());
        });
    }

    private void writeWithdrawals() {
        if (withdrawing.isEmpty()) {
            return;
        }
        List<String> refs = List.copyOf(withdrawing);
        withdrawing.clear();
        writing.then(() -> {
            parts.withdrawals().seen(id, refs);
            List<CaseId> gone = parts.withdrawals().withdraw(refs, WITHDRAWN, parts.clock().instant());
            withdrawn.addAndGet(gone.size());
            close(gone);
        });
    }

    private void writeSeen() {
        if (!seen.isEmpty()) {
            List<String> refs = List.copyOf(seen);
            seen.clear();
            writing.then(() -> parts.withdrawals().seen(id, refs));
        }
    }

    private void close(List<CaseId> gone) {
        if (!gone.isEmpty()) {
            parts.closed().closed(gone, WITHDRAWN);
        }
    }

    private void reject(com.callfloor.dialer.cases.intake.RejectedRow row, List<String> columns) throws IOException {
        bad++;
        hidden += row.hidesACase() ? 1 : 0;
        String caseRef = row.caseRef();
        if (caseRef != null && seen.add(caseRef) && seen.size() == BATCH) {
            writeSeen();
        }
        if (report == null) {
            Path file = file(parts.rejects(), id);
            Files.createDirectories(parts.rejects());
            report = new RejectReport(Files.newOutputStream(file), columns);
        }
        report.add(row);
        if (rejected.size() < MOST_REPORTED) {
            rejected.add(new RejectedRow(row.line(), caseRef == null ? "" : caseRef,
                    row.problems().stream().map(ImportRun::problem).toList()));
        }
    }

    static Path file(Path rejects, long importId) {
        return rejects.resolve(importId + ".rejected.csv");
    }

    private static RowProblem problem(Problem problem) {
        return new RowProblem(problem.column(), problem.reason().code(), problem.words());
    }

    private void tellProgress() {
        Instant now = parts.clock().instant();
        if (Duration.between(progressAt, now).compareTo(PROGRESS_EVERY) >= 0) {
            progressAt = now;
            parts.book().progress(id, read, bad);
        }
    }

    /** Withdraws what a full file of this lender did not hold, or says why somebody must look at it first. */
    Held withdrawMissing(String lender) {
        long missing = parts.withdrawals().missing(lender, id);
        if (missing == 0) {
            return new Held(0, null);
        }
        if (hidden > 0) {
            return new Held(missing,
                    Words.of("%d rows have no case_ref that can be read, and may be some of the %d cases that the file "
                            + "does not hold. Confirm, or send a mended file",
                            "有 %d 行的 case_ref 无法读取，可能就是文件中缺少的 %d 个案件中的一部分。请确认，或发送修正后的文件",
                            hidden, missing));
        }
        long before = parts.withdrawals().open(lender) - added.get();
        if (missing > parts.mostMissing() * before) {
            return new Held(missing, Words.of(
                    "%1$d of %2$d open cases are not in this full file, more than %3$d %%. If the lender took them back, "
                            + "confirm; otherwise send a whole file",
                    "%2$d 个在催案件中有 %1$d 个不在此全量文件中，超过 %3$d%%。如委托方确已收回，请确认；否则请发送完整文件",
                    missing, before, Math.round(parts.mostMissing() * 100)));
        }
        withdrawn.addAndGet(parts.withdrawals()
                .withdrawMissing(lender, id, WITHDRAWN, parts.clock().instant(), this::close));
        return new Held(0, null);
    }

    /** {@code why} is null where nothing is held. */
    record Held(long missing, @Nullable Words why) {}

    ImportResult result(Held held) {
        return new ImportResult(id, added.get() + updated.get(), added.get(), updated.get(), bad, rejected, warnings,
                withdrawn.get(),
                held.missing());
    }

    Ending ending(State state, Optional<Instant> dialableAt, long missing, @Nullable Words problem) {
        return new Ending(state, parts.clock().instant(), dialableAt.orElse(null), read, bad, added.get(),
                updated.get(), withdrawn.get(), missing, problem);
    }

    @Override
    public void close() throws IOException {
        writing.close();
        if (report != null) {
            report.close();
        }
    }
}
