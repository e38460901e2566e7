package com.callfloor.dialer.web.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.CaseDelivery;
import com.callfloor.dialer.cases.CaseFileImporter;
import com.callfloor.dialer.cases.ImportBook;
import com.callfloor.dialer.recordings.RecorderInbox;
import com.callfloor.dialer.words.Objection;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;

/** Takes uploads of both kinds and remembers what came. */
public final class FakeInbox implements RecorderInbox, CaseFileImporter, ImportBook {
    public final List<String> came = new CopyOnWriteArrayList<>();
    public volatile Receipt receipt = new Receipt.Taken(
            """
                    {"attempt_id":"%s","case_id":"1","key":"2026/11/24/1.ogg","format":"opus","sha256":"ef","pcm_sha256":"cd","bytes":48044,
                     "duration_us":30000000,"stored_at":"2026-11-24T04:00:00Z","verified":true,
                     "debtor":{"rms_dbfs":-30.5,"peak_dbfs":-3.2,"leading_silence_us":420000,"silent":false},
                     "agent":{"rms_dbfs":-30.5,"peak_dbfs":-3.2,"leading_silence_us":420000,"silent":false},"flaws":[]}
                    """
                    .formatted(Samples.attempt(1)));
    public volatile Words unusable = Words.NOTHING;
    /** Latest first. */
    public final List<ImportRecord> imports = new CopyOnWriteArrayList<>();
    public volatile @Nullable Path rejects;

    @Override
    public String awaiting() {
        return """
                [{"attempt_id":"%s","case_id":"1","answered_at":"2026-11-24T03:59:00Z",
                  "ended_at":"2026-11-24T03:59:30Z"}]
                """.formatted(Samples.attempt(1)).strip();
    }

    @Override
    public String state(AttemptId id) {
        return "{\"state\":\"unknown\"}";
    }

    @Override
    public Receipt accept(AttemptId id, Path file, String sha256) throws IOException {
        came.add("accept " + id + " " + Files.size(file) + " " + sha256);
        return receipt;
    }

    @Override
    public Receipt missing(AttemptId id, String why) {
        came.add("missing " + id + " " + why);
        return receipt;
    }

    @Override
    public ImportResult importFile(CaseDelivery delivery) throws IOException, UnusableCaseFile {
        String asked = delivery.lender().map(lender -> " of " + lender).orElse("")
                + delivery.kind().map(kind -> " " + kind).orElse("");
        came.add("import " + delivery.name() + " " + Files.size(delivery.file()) + asked);
        if (!unusable.equals(Words.NOTHING)) {
            throw new UnusableCaseFile(unusable);
        }
        return new ImportResult(3, 2, 1, 1, 1, List.of(new RejectedRow(4, "CF-9", List
                .of(new RowProblem("due_date", "not_a_date",
                        new Words("'soon' is no date: write it as 2026-01-31", "“soon”不是日期：请写作 2026-01-31"))))));
    }

    @Override
    public Optional<ImportRecord> confirm(long importId, String by) {
        if (importId == 9) {
            throw new Objection(
                    new Words("import 9 is not held: nothing waits to be confirmed", "导入 9 不在待确认状态，无需确认"));
        }
        came.add("confirm " + importId + " " + by);
        return byId(importId);
    }

    @Override
    public int withdraw(Collection<String> caseRefs, String why) {
        came.add("withdraw " + caseRefs + " " + why);
        return caseRefs.size();
    }

    @Override
    public Optional<Path> rejects(long importId) {
        return Optional.ofNullable(rejects).filter(file -> importId == 1);
    }

    @Override
    public long begin(Arrival arrival, Instant at) {
        throw new UnsupportedOperationException("the web begins no import by itself");
    }

    @Override
    public void progress(long importId, long read, long bad) {
        throw new UnsupportedOperationException("the web makes no progress by itself");
    }

    @Override
    public void end(long importId, Ending ending) {
        throw new UnsupportedOperationException("the web ends no import by itself");
    }

    @Override
    public void confirmed(long importId, long withdrawn, String by) {
        throw new UnsupportedOperationException("the web confirms through the importer");
    }

    @Override
    public Optional<ImportRecord> byId(long importId) {
        return imports.stream().filter(record -> record.id() == importId).findFirst();
    }

    @Override
    public List<ImportRecord> page(@Nullable Long before, int limit) {
        return imports.stream().filter(record -> before == null || record.id() < before).limit(limit).toList();
    }

    @Override
    public Optional<ImportRecord> takenBefore(String source, String sha256, Instant arrivedAt) {
        return Optional.empty();
    }

    @Override
    public int failUnfinished(Words why, Instant at) {
        return 0;
    }

    @Override
    public List<ImportRecord> late(Instant now) {
        return imports.stream().filter(record -> record.late(now)).toList();
    }
}
