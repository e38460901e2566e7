package com.callfloor.dialer.web.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.CaseFileImporter;
import com.callfloor.dialer.recordings.RecorderInbox;

/** Takes uploads of both kinds and remembers what came. */
public final class FakeInbox implements RecorderInbox, CaseFileImporter {
    public final List<String> came = new CopyOnWriteArrayList<>();
    public volatile Receipt receipt = new Receipt.Taken("{\"sha256\":\"ef\"}");
    public volatile String unusable = "";

    @Override
    public String awaiting() {
        return "[{\"attempt_id\":\"" + Samples.attempt(1) + "\"}]";
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
    public ImportResult importFile(String name, Path file) throws IOException, UnusableCaseFile {
        came.add("import " + name + " " + Files.size(file));
        if (!unusable.isEmpty()) {
            throw new UnusableCaseFile(unusable);
        }
        return new ImportResult(3, 2, 1, 1, 1, List.of(new RejectedRow(4, "CF-9", List
                .of(new RowProblem("due_date", "not_a_date", "'soon' is no date: write it as 2026-01-31")))));
    }
}
