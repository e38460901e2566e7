package com.callfloor.dialer.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import com.callfloor.dialer.recordings.RecordingFlaw;
import com.callfloor.dialer.recordings.RecordingFlaw.Kind;
import com.callfloor.dialer.recordings.RecordingProof;
import com.callfloor.dialer.store.ChainHead.Anchor;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Recordings' rows and chain, held against each other. */
public final class SqlRecordingProof implements RecordingProof {
    private static final int AT_ONCE = 500;
    /** As long as the recorder waits for a raw file, and as long again. */
    private static final Duration OVERDUE_AFTER = Duration.ofMinutes(20);
    /** No call lasts so long; its end was lost. */
    private static final Duration NEVER_ENDED_AFTER = Duration.ofDays(1);
    private static final String UNCHAINED = """
            SELECT r.attempt_id, r.state, r.expected_at, r.ended_at, r.object_key, r.sha256, r.bytes, r.why_missing
            FROM recordings r LEFT JOIN recording_chain c ON c.attempt_id = r.attempt_id AND c.kind = 'stored'
            WHERE r.attempt_id > :after AND c.seq IS NULL ORDER BY r.attempt_id LIMIT :most""";
    private static final String ROWLESS = """
            SELECT a.id FROM attempts a
            LEFT JOIN recordings r ON r.attempt_id = a.id
            LEFT JOIN recording_chain c ON c.attempt_id = a.id AND c.kind = 'stored'
            WHERE a.id > :after AND a.answered_at IS NOT NULL AND r.attempt_id IS NULL AND c.seq IS NULL
            ORDER BY a.id LIMIT :most""";

    private final Jdbi jdbi;
    private final Optional<ChainHead> anchor;

    /** {@code headFile}: the one that {@link RecordingChain} writes. */
    public SqlRecordingProof(Database database, Optional<Path> headFile) {
        this.jdbi = database.jdbi();
        this.anchor = headFile.map(ChainHead::new);
    }

    @Override
    public void walk(Consumer<RecordingFlaw> flaws, Consumer<KeptObject> objects) {
        // The anchor first: what is appended while we walk lies behind it.
        Optional<Anchor> anchored = Optional.empty();
        try {
            anchored = anchored();
        } catch (IOException e) {
            flaws.accept(new RecordingFlaw(Kind.HEAD_UNREADABLE, null,
                    "the copy of the chain's head cannot be read, so nothing tells whether its end was cut off: "
                            + e.getMessage()));
        }
        new RecordingChainWalk(jdbi, anchored.map(Anchor::head), flaws, objects).walk();
    }

    private Optional<Anchor> anchored() throws IOException {
        return anchor.isPresent() ? anchor.get().anchored() : Optional.empty();
    }

    @Override
    public long unchained(Instant now, Consumer<RecordingFlaw> flaws, Consumer<KeptObject> objects) {
        boolean allChained = allChained(flaws);
        long looked = 0;
        String after = "";
        List<Row> page;
        do {
            page = page(after);
            for (Row row : page) {
                check(row, now, allChained, flaws, objects);
                after = row.attempt();
            }
            looked += page.size();
        } while (!page.isEmpty());
        rowless(flaws);
        return looked;
    }

    /** Once all were chained they stay so: who takes that back wants a row of theirs to be chained as an older one. */
    private boolean allChained(Consumer<RecordingFlaw> flaws) {
        boolean said = jdbi.withHandle(handle -> handle
                .createQuery("SELECT older_chained FROM recording_chain_head WHERE id = 1")
                .mapTo(Boolean.class)
                .findOne()
                .orElse(true));
        boolean known;
        try {
            known = anchored().map(Anchor::olderChained).orElse(false);
        } catch (IOException e) {
            // The walk tells of it.
            known = false;
        }
        if (known && !said) {
            flaws.accept(new RecordingFlaw(Kind.ENTRY_CHANGED, null, "the chain's head in the database says that older "
                    + "recordings are still to be chained, and the copy of it that they are: it was set back"));
        }
        return said || known;
    }

    private void check(Row row, Instant now, boolean allChained, Consumer<RecordingFlaw> flaws,
            Consumer<KeptObject> objects) {
        String named = "attempt " + row.attempt() + ", answered at " + row.expectedAt() + ": ";
        switch (row.state()) {
            case "stored", "deleted" -> {
                if (allChained) {
                    flaws.accept(new RecordingFlaw(Kind.NOT_CHAINED, row.attempt(), named
                            + "its row was inserted, or its entry was cut out of the chain"));
                }
                if (row.object() != null) {
                    objects.accept(row.object());
                }
            }
            case "missing" -> flaws.accept(new RecordingFlaw(Kind.MISSING, row.attempt(),
                    named + "no recording is stored (missing: " + row.why() + ")"));
            default -> {
                Instant due = row.endedAt() == null
                        ? row.expectedAt().plus(NEVER_ENDED_AFTER)
                        : row.endedAt().plus(OVERDUE_AFTER);
                if (now.isAfter(due)) {
                    flaws.accept(new RecordingFlaw(Kind.OVERDUE, row.attempt(),
                            named + "no recording is stored (expected, and overdue since " + due + ")"));
                }
            }
        }
    }

    private void rowless(Consumer<RecordingFlaw> flaws) {
        String after = "";
        List<String> page;
        do {
            String from = after;
            page = jdbi.withHandle(handle -> handle.createQuery(ROWLESS)
                    .bind("after", from)
                    .bind("most", AT_ONCE)
                    .mapTo(String.class)
                    .list());
            for (String attempt : page) {
                flaws.accept(new RecordingFlaw(Kind.ROW_DELETED, attempt,
                        "attempt " + attempt + " was answered and has no row among the recordings: it was deleted"));
                after = attempt;
            }
        } while (!page.isEmpty());
    }

    private List<Row> page(String after) {
        return jdbi.withHandle(handle -> handle.createQuery(UNCHAINED)
                .bind("after", after)
                .bind("most", AT_ONCE)
                .map((row, context) -> Row.of(row))
                .list());
    }

    @Override
    public List<RecordingFlaw> strays(List<String> keys) {
        return keys.isEmpty() ? List.of() : jdbi.withHandle(handle -> new StrayObjects(handle).among(keys));
    }

    @Override
    public boolean isDeleted(String attempt) {
        return jdbi.withHandle(handle -> handle
                .createQuery("SELECT COUNT(*) FROM recording_chain WHERE attempt_id = :attempt AND kind = 'deleted'")
                .bind("attempt", attempt)
                .mapTo(Integer.class)
                .one()) > 0;
    }

    @Override
    public Optional<String> attemptOf(String sha256) {
        List<String> attempts = jdbi.withHandle(handle -> handle
                .createQuery(
                        "SELECT attempt_id FROM recording_chain WHERE kind = 'stored' AND sha256 = :sha256 LIMIT 1")
                .bind("sha256", sha256)
                .mapTo(String.class)
                .list());
        return attempts.stream().findFirst();
    }

    @Override
    public List<String> newest(int most) {
        return jdbi.withHandle(handle -> handle
                .createQuery(
                        "SELECT object_key FROM recordings WHERE state = 'stored' ORDER BY stored_at DESC LIMIT :most")
                .bind("most", most)
                .mapTo(String.class)
                .list());
    }

    private record Row(String attempt, String state, Instant expectedAt, @Nullable Instant endedAt,
            @Nullable KeptObject object, @Nullable String why) {
        static Row of(ResultSet row) throws SQLException {
            String attempt = row.getString("attempt_id");
            String state = row.getString("state");
            return new Row(attempt, state, Rows.instant(row, "expected_at"), Rows.instantOrNull(row, "ended_at"),
                    state.equals("stored")
                            ? new KeptObject(attempt, row.getString("object_key"), row.getString("sha256"),
                                    row.getLong("bytes"))
                            : null,
                    row.getString("why_missing"));
        }
    }
}
