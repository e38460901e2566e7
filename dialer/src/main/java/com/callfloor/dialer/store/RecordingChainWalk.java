package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import com.callfloor.dialer.recordings.RecordingFlaw;
import com.callfloor.dialer.recordings.RecordingFlaw.Kind;
import com.callfloor.dialer.recordings.RecordingProof.KeptObject;
import com.callfloor.dialer.store.ChainHead.Head;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Walks the recordings' chain from its beginning. Each entry is judged by the hash that stands before it, so that one
 * edited entry is one flaw and not all that follow; each row by its entry.
 */
final class RecordingChainWalk {
    private static final int AT_ONCE = 500;
    private static final String ENTRIES = "SELECT " + RecordingEntry.COLUMNS + """
            , r.attempt_id AS row_id, r.state AS row_state, r.object_key AS row_key, r.sha256 AS row_sha256,
              r.bytes AS row_bytes, r.stored_at AS row_stored_at, r.format AS row_format,
              r.pcm_sha256 AS row_pcm_sha256, r.frames AS row_frames, o.sha256 AS other_sha256
            FROM recording_chain c
            LEFT JOIN recordings r ON r.attempt_id = c.attempt_id
            LEFT JOIN recording_chain o ON o.attempt_id = c.attempt_id AND o.kind <> c.kind
            WHERE c.seq > :after ORDER BY c.seq LIMIT :most""";
    private static final String HEAD = "SELECT seq, hash FROM recording_chain_head WHERE id = 1";

    private final Jdbi jdbi;
    private final Optional<Head> anchored;
    private final Consumer<RecordingFlaw> flaws;
    private final Consumer<KeptObject> objects;
    private String previous = ChainHash.BEGINNING;
    private long last;

    RecordingChainWalk(Jdbi jdbi, Optional<Head> anchored, Consumer<RecordingFlaw> flaws,
            Consumer<KeptObject> objects) {
        this.jdbi = jdbi;
        this.anchored = anchored;
        this.flaws = flaws;
        this.objects = objects;
    }

    void walk() {
        Optional<Head> head = jdbi.withHandle(handle -> handle.createQuery(HEAD)
                .map((row, context) -> new Head(row.getLong("seq"), row.getString("hash")))
                .findOne());
        List<Linked> page;
        do {
            page = jdbi.withHandle(handle -> handle.createQuery(ENTRIES)
                    .bind("after", last)
                    .bind("most", AT_ONCE)
                    .map((row, context) -> Linked.of(row))
                    .list());
            page.forEach(this::check);
        } while (!page.isEmpty());
        if (head.isEmpty()) {
            flaws.accept(new RecordingFlaw(Kind.END_CUT_OFF, null, "the chain's head was deleted from the database"));
        }
        anchored.ifPresent(end -> checkEnd(end, "the copy of its head"));
        head.filter(end -> !anchored.equals(Optional.of(end)))
                .ifPresent(end -> checkEnd(end, "its head in the database"));
    }

    private void checkEnd(Head end, String where) {
        if (end.seq() == 0) {
            return;
        }
        if (end.seq() > last) {
            flaws.accept(new RecordingFlaw(Kind.END_CUT_OFF, null, "the chain ends at entry " + last + ", and " + where
                    + " names entry " + end.seq() + ": its end was cut off"));
            return;
        }
        String hash = jdbi.withHandle(handle -> handle.createQuery("SELECT hash FROM recording_chain WHERE seq = :seq")
                .bind("seq", end.seq())
                .mapTo(String.class)
                .findOne()
                .orElse(""));
        if (!hash.equals(end.hash())) {
            flaws.accept(new RecordingFlaw(Kind.ENTRY_CHANGED, null,
                    "entry " + end.seq() + " is another than the one in " + where + ": the chain was rewritten"));
        }
    }

    private void check(Linked linked) {
        boolean afterHole = linked.seq() > last + 1;
        if (afterHole) {
            flaws.accept(new RecordingFlaw(Kind.ENTRY_DELETED, null, linked.seq() == last + 2
                    ? "entry " + (last + 1) + " of the chain is missing"
                    : "entries " + (last + 1) + " to " + (linked.seq() - 1) + " of the chain are missing"));
        }
        RecordingEntry entry = linked.entry();
        // After a hole the hash before is unknown, and nothing can be said of this one entry.
        if (!afterHole && !entry.hash(previous, linked.seq()).equals(linked.hash())) {
            flaws.accept(flaw(Kind.ENTRY_CHANGED, entry, "entry " + linked.seq()
                    + " of the chain is not what was written: it was edited, exchanged or inserted"));
        }
        previous = linked.hash();
        last = linked.seq();
        if (entry.kind() == RecordingEntry.Kind.STORED) {
            checkRow(linked);
            if (linked.otherSha256() == null) {
                objects.accept(new KeptObject(entry.attemptId(), entry.kept().objectKey(), entry.kept().sha256(),
                        entry.kept().bytes()));
            }
        } else if (!entry.kept().sha256().equals(linked.otherSha256())) {
            flaws.accept(flaw(Kind.ENTRY_CHANGED, entry,
                    "entry " + linked.seq() + " deletes a recording that was not stored like that"));
        }
    }

    private void checkRow(Linked linked) {
        RecordingEntry entry = linked.entry();
        Row row = linked.row();
        if (row == null) {
            flaws.accept(flaw(Kind.ROW_DELETED, entry, "its row was deleted from the books"));
            return;
        }
        List<String> changed = new ArrayList<>();
        boolean deleted = linked.otherSha256() != null;
        if (!row.state().equals(deleted ? "deleted" : "stored")) {
            changed.add("its state is " + row.state());
        }
        if (!Objects.equals(row.key(), entry.kept().objectKey())) {
            changed.add(ofOther(row.key())
                    .map(other -> "it names the object of attempt " + other + ", so rows were exchanged")
                    .orElse("it names the object " + row.key() + " instead of " + entry.kept().objectKey()));
        }
        if (!Objects.equals(row.sha256(), entry.kept().sha256())) {
            changed.add("it has another SHA-256");
        }
        if (!Objects.equals(row.bytes(), entry.kept().bytes())) {
            changed.add("it has another length");
        }
        if (!Objects.equals(row.format(), entry.kept().format())) {
            changed.add("it has another format");
        }
        if (!Objects.equals(row.pcmSha256(), entry.kept().pcmSha256())) {
            changed.add("it has another SHA-256 of its sound");
        }
        if (!Objects.equals(row.frames(), entry.kept().frames())) {
            changed.add("it plays for another time");
        }
        if (!Objects.equals(row.storedAt(), entry.at())) {
            changed.add("it has another time");
        }
        if (!changed.isEmpty()) {
            flaws.accept(flaw(Kind.ROW_CHANGED, entry,
                    "its row is not what was chained: " + String.join(", ", changed)));
        }
    }

    private Optional<String> ofOther(@Nullable String key) {
        return jdbi.withHandle(handle -> handle
                .createQuery("SELECT attempt_id FROM recording_chain WHERE object_key = :key LIMIT 1")
                .bind("key", key)
                .mapTo(String.class)
                .findOne());
    }

    private static RecordingFlaw flaw(Kind kind, RecordingEntry entry, String what) {
        return new RecordingFlaw(kind, entry.attemptId(), "attempt " + entry.attemptId() + ": " + what);
    }

    /** {@code otherSha256}: of the deletion's entry where this is one of storing, and the other way round. */
    private record Linked(long seq, String hash, RecordingEntry entry, @Nullable Row row,
            @Nullable String otherSha256) {
        static Linked of(ResultSet row) throws SQLException {
            return new Linked(row.getLong("seq"), row.getString("hash"), RecordingEntry.of(row),
                    row.getString("row_id") == null ? null : Row.of(row), row.getString("other_sha256"));
        }
    }

    private record Row(String state, @Nullable String key, @Nullable String sha256, @Nullable Long bytes,
            @Nullable Instant storedAt, @Nullable String format, @Nullable String pcmSha256, @Nullable Long frames) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(row.getString("row_state"), row.getString("row_key"), row.getString("row_sha256"),
                    row.getObject("row_bytes", Long.class), Rows.instantOrNull(row, "row_stored_at"),
                    row.getString("row_format"), row.getString("row_pcm_sha256"),
                    row.getObject("row_frames", Long.class));
        }
    }
}
