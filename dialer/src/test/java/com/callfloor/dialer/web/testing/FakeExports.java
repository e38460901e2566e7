package com.callfloor.dialer.web.testing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.recordings.AccessBook.Access;
import com.callfloor.dialer.recordings.ExportBook;
import com.callfloor.dialer.recordings.ListeningRights.Scope;
import com.callfloor.dialer.recordings.RecordingCatalogue.RecordingView;
import org.jspecify.annotations.Nullable;

/** Exports in memory, of the fake recordings. */
public final class FakeExports implements ExportBook {
    public final List<Export> noted = new CopyOnWriteArrayList<>();
    private final FakeRecordings recordings;
    private final FakeAccesses accesses;

    FakeExports(FakeRecordings recordings, FakeAccesses accesses) {
        this.recordings = recordings;
        this.accesses = accesses;
    }

    @Override
    public List<Item> chosen(Collection<AttemptId> ids) {
        return ids.stream().flatMap(id -> recordings.byId(id).stream()).map(this::item).toList();
    }

    @Override
    public List<Item> found(Scope scope, @Nullable CaseId caseId, @Nullable Instant from, @Nullable Instant to,
            int limit) {
        return recordings.page(scope, caseId, null, limit)
                .stream()
                .filter(view -> from == null || !view.answeredAt().isBefore(from))
                .filter(view -> to == null || view.answeredAt().isBefore(to))
                .map(this::item)
                .toList();
    }

    private Item item(RecordingView view) {
        return new Item(view.id(), view.caseRef(), recordings.recorded, view.agentName(), view.answeredAt(), null,
                view.state(), view.length(), view.bytes(), view.sha256(), view.flaws(),
                view.sha256() == null ? null : new ChainEntry(7, "c".repeat(64)));
    }

    @Override
    public void note(Export export, List<Access> of) {
        of.forEach(accesses::note);
        noted.add(export);
    }

    @Override
    public Optional<Exported> byId(String id) {
        return noted.stream()
                .filter(export -> export.id().equals(id))
                .map(export -> new Exported(export.id(), export.at(), export.by().login(), export.by().role().code(),
                        export.reason(), export.recordings(), export.manifest(), export.manifestSha256()))
                .findFirst();
    }
}
