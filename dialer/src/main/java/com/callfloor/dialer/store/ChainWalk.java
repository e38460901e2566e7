package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.rules.books.DecisionLog.Check;
import com.callfloor.dialer.store.ChainHead.Head;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Walks the chain from its beginning. Each entry is judged by the hash that stands before it, so that one edited decision
 * is one flaw and not all that follow.
 */
final class ChainWalk {
    private static final int AT_ONCE = 1_000;
    /** Among so many flaws it is worth finding out what was exchanged with what. */
    private static final int MOST_COMPARED = 200;
    private static final String ENTRIES = "SELECT c.seq, c.decision_id, c.hash, " + SealedEntry.COLUMNS + """
             FROM decision_chain c LEFT JOIN decisions d ON d.id = c.decision_id
            WHERE c.seq > :after ORDER BY c.seq LIMIT :most""";
    private static final String WAITING = """
            SELECT COUNT(*) FROM decisions d LEFT JOIN decision_chain c ON c.decision_id = d.id
            WHERE c.decision_id IS NULL""";
    private static final String UNDECIDED = """
            SELECT a.id FROM attempts a LEFT JOIN decisions d ON d.attempt_id = a.id
            WHERE d.id IS NULL ORDER BY a.id LIMIT 1000""";

    private final Handle handle;
    private final List<String> flaws = new ArrayList<>();
    private final List<Misfit> misfits = new ArrayList<>();
    private String previous = SealedEntry.BEGINNING;
    private long last;
    private long walked;

    private ChainWalk(Handle handle) {
        this.handle = handle;
    }

    static Check walk(Handle handle, Optional<Head> anchored) {
        return new ChainWalk(handle).check(anchored);
    }

    /** Whether the chain holds this entry. */
    static boolean holds(Handle handle, Head head) {
        return handle.createQuery("SELECT hash FROM decision_chain WHERE seq = :seq")
                .bind("seq", head.seq())
                .mapTo(String.class)
                .findOne()
                .filter(head.hash()::equals)
                .isPresent();
    }

    private Check check(Optional<Head> anchored) {
        List<Entry> entries;
        do {
            entries = handle.createQuery(ENTRIES)
                    .bind("after", last)
                    .bind("most", AT_ONCE)
                    .map(Entry::of)
                    .list();
            entries.forEach(this::check);
        } while (!entries.isEmpty());
        misfits.forEach(misfit -> flaws.add(explained(misfit)));
        anchored.ifPresent(this::checkEnd);
        handle.createQuery(UNDECIDED)
                .mapTo(String.class)
                .forEach(attempt -> flaws.add("attempt " + attempt + " has no decision: its row was deleted"));
        long waiting = handle.createQuery(WAITING).mapTo(Long.class).one();
        return new Check(walked, waiting, flaws);
    }

    private void check(Entry entry) {
        if (entry.seq() == last + 2) {
            flaws.add("entry " + (last + 1) + " is missing");
        } else if (entry.seq() > last + 1) {
            flaws.add("entries " + (last + 1) + " to " + (entry.seq() - 1) + " are missing");
        }
        // After a hole the hash before is unknown, and nothing can be said of this one entry.
        boolean afterHole = entry.seq() > last + 1;
        if (entry.decision() == null) {
            flaws.add("entry " + entry.seq() + ": decision " + entry.decisionId() + " is missing: its row was deleted");
        } else if (!afterHole && !entry.decision().hash(previous).equals(entry.hash())) {
            misfits.add(new Misfit(entry, entry.decision(), previous));
        }
        previous = entry.hash();
        last = entry.seq();
        walked++;
    }

    private String explained(Misfit misfit) {
        Entry entry = misfit.entry();
        if (misfits.size() <= MOST_COMPARED) {
            for (Misfit other : misfits) {
                if (other.decision().hash(misfit.previous()).equals(entry.hash())) {
                    return "entry " + entry.seq() + " names decision " + entry.decisionId()
                            + ", but decision " + other.entry().decisionId() + " was sealed here: they were re-ordered";
                }
            }
        }
        return "entry " + entry.seq() + ": decision " + entry.decisionId()
                + " is not what was sealed: it was edited, exchanged or inserted";
    }

    private void checkEnd(Head anchored) {
        if (anchored.seq() > last) {
            flaws.add("the chain ends at entry " + last + ", and entry " + anchored.seq()
                    + " was sealed: its end was cut off");
        } else if (!holds(handle, anchored)) {
            flaws.add(
                    "entry " + anchored.seq() + " is another than the one that was anchored: the chain was rewritten");
        }
    }

    private record Entry(long seq, long decisionId, String hash, @Nullable SealedEntry decision) {
        static Entry of(ResultSet row, StatementContext context) throws SQLException {
            boolean kept = row.getObject("id", Long.class) != null;
            return new Entry(row.getLong("seq"), row.getLong("decision_id"), row.getString("hash"),
                    kept ? SealedEntry.of(row, context) : null);
        }
    }

    /** {@code previous}: the hash before it. */
    private record Misfit(Entry entry, SealedEntry decision, String previous) {}
}
