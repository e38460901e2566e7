package com.callfloor.dialer.payments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

import com.callfloor.dialer.cases.intake.CaseFileException;
import com.callfloor.dialer.cases.intake.Problem;
import com.callfloor.dialer.cases.intake.Reason;
import com.callfloor.dialer.cases.intake.RejectReport;
import com.callfloor.dialer.cases.intake.RejectedRow;
import com.callfloor.dialer.cases.intake.Table;
import com.callfloor.dialer.cases.intake.TableRow;
import com.callfloor.dialer.payments.PaymentBook.Counts;
import com.callfloor.dialer.payments.PaymentBook.Entry;
import org.jspecify.annotations.Nullable;

/** Takes a lender's file of postings in: CSV or XLSX, row by row. Safe for use by many threads. */
public final class PaymentImport {
    /** Small, so that a posting that comes by itself meanwhile waits for one batch and not for the file. */
    private static final int BATCH = 200;
    private static final int MOST_REPORTED = 10_000;

    private final PaymentDesk desk;
    private final PaymentBook book;
    private final Clock clock;
    private final Currency usual;

    /** {@code usual}: of amounts without a currency. */
    public PaymentImport(PaymentDesk desk, PaymentBook book, Clock clock, Currency usual) {
        this.desk = desk;
        this.book = book;
        this.clock = clock;
        this.usual = usual;
    }

    /**
     * What became of the rows.
     *
     * @param known rows that were in the books already
     * @param rejected in the file's order; as many as {@code bad}, or the first of them where there are very many
     */
    public record Result(long id, long added, long known, long bad, List<RejectedRow> rejected) {
        public Result {
            rejected = List.copyOf(rejected);
        }
    }

    /**
     * Imports one file. Blocks on disk and database; what was written before a failure stays, and sending the file again
     * adds the rest.
     *
     * @param name the file's own name, for people
     * @param file where it lies now
     * @throws CaseFileException if the file as a whole cannot be taken, or turns out to be damaged
     */
    public Result importFile(String name, Path file) throws IOException {
        try (Table rows = Table.open(file, PostingRow.COLUMNS)) {
            return new Run(book.beginImport(name, clock.instant())).over(rows);
        }
    }

    private final class Run {
        private final long id;
        private final List<Posting> batch = new ArrayList<>(BATCH);
        private final List<TableRow> lines = new ArrayList<>(BATCH);
        private final List<RejectedRow> rejected = new ArrayList<>();
        private long added;
        private long known;
        private long bad;

        Run(long id) {
            this.id = id;
        }

        Result over(Table rows) throws IOException {
            while (rows.hasNext()) {
                TableRow row = rows.next();
                new PostingRow(row, usual).read().ifPresentOrElse(posting -> take(row, posting), () -> refuse(row));
            }
            write();
            rejected.sort((one, other) -> Long.compare(one.line(), other.line()));
            book.endImport(id, clock.instant(), new Counts(added, known, bad), report());
            return new Result(id, added, known, bad, rejected);
        }

        private void take(TableRow row, Posting posting) {
            batch.add(posting);
            lines.add(row);
            if (batch.size() == BATCH) {
                write();
            }
        }

        private void refuse(TableRow row) {
            String reference = row.plain(PostingRow.REFERENCE);
            reject(row.rejected(reference.isEmpty() ? null : reference));
        }

        private void write() {
            List<Entry> entries = desk.take(batch);
            for (int i = 0; i < entries.size(); i++) {
                switch (entries.get(i)) {
                    case Entry.Added fresh -> added++;
                    case Entry.Known old -> known++;
                    case Entry.Contradicts wrong -> reject(new RejectedRow(lines.get(i).line(),
                            batch.get(i).reference(), List.of(new Problem(PostingRow.REFERENCE.english(),
                                    Reason.CONTRADICTS, wrong.message()))));
                }
            }
            batch.clear();
            lines.clear();
        }

        private void reject(RejectedRow row) {
            bad++;
            if (rejected.size() < MOST_REPORTED) {
                rejected.add(row);
            }
        }

        private @Nullable String report() throws IOException {
            if (rejected.isEmpty()) {
                return null;
            }
            var text = new ByteArrayOutputStream();
            try (var report = new RejectReport(text, PostingRow.REFERENCE.english(), List.of())) {
                rejected.forEach(report::add);
            }
            return text.toString(StandardCharsets.UTF_8);
        }
    }
}
