package com.callfloor.dialer.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import com.callfloor.dialer.cases.CaseFileImporter;
import com.callfloor.dialer.cases.CaseRow;
import com.callfloor.dialer.cases.CaseStore;
import com.callfloor.dialer.cases.CaseStore.Written;
import com.callfloor.dialer.cases.intake.CaseFile;
import com.callfloor.dialer.cases.intake.CaseFileException;
import com.callfloor.dialer.cases.intake.CaseFileReader;
import com.callfloor.dialer.cases.intake.Problem;
import com.callfloor.dialer.cases.intake.ReadRow;

/** Brings a case file's good rows into the books in batches, and reports the others. */
final class CaseImport implements CaseFileImporter {
    private static final int BATCH = 500;
    private static final int MOST_REPORTED = 10_000;

    private final CaseFileReader reader;
    private final CaseStore store;
    private final Clock clock;
    private final Runnable afterwards;

    /** {@code afterwards} runs when new cases may be due. */
    CaseImport(CaseFileReader reader, CaseStore store, Clock clock, Runnable afterwards) {
        this.reader = reader;
        this.store = store;
        this.clock = clock;
        this.afterwards = afterwards;
    }

    @Override
    public ImportResult importFile(String name, Path file) throws IOException, UnusableCaseFile {
        try (CaseFile rows = reader.open(file)) {
            return new Run(store.beginImport(name, clock.instant())).over(rows);
        } catch (CaseFileException e) {
            throw new UnusableCaseFile(name + ": " + e.getMessage());
        } finally {
            afterwards.run();
        }
    }

    private final class Run {
        private final long id;
        private final List<CaseRow> batch = new ArrayList<>(BATCH);
        private final List<RejectedRow> rejected = new ArrayList<>();
        private long added;
        private long updated;
        private long bad;

        Run(long id) {
            this.id = id;
        }

        ImportResult over(CaseFile rows) {
            while (rows.hasNext()) {
                switch (rows.next()) {
                    case ReadRow.Good good -> take(good.row());
                    case ReadRow.Bad wrong -> report(wrong.row());
                }
            }
            write();
            store.endImport(id, clock.instant(), added + updated, bad);
            return new ImportResult(id, added + updated, added, updated, bad, rejected);
        }

        private void take(CaseRow row) {
            batch.add(row);
            if (batch.size() == BATCH) {
                write();
            }
        }

        private void write() {
            if (!batch.isEmpty()) {
                Written written = store.write(id, batch, clock.instant());
                added += written.added();
                updated += written.updated();
                batch.clear();
            }
        }

        private void report(com.callfloor.dialer.cases.intake.RejectedRow row) {
            bad++;
            if (rejected.size() < MOST_REPORTED) {
                String caseRef = row.caseRef();
                rejected.add(new RejectedRow(row.line(), caseRef == null ? "" : caseRef,
                        row.problems().stream().map(Run::problem).toList()));
            }
        }

        private static RowProblem problem(Problem problem) {
            return new RowProblem(problem.column(), problem.reason().code(), problem.message());
        }
    }
}
