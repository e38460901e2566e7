package com.callfloor.dialer.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.callfloor.dialer.rules.books.PackArchive;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Every pack's texts in the database. A pack's latest row is in force. */
public final class SqlPackArchive implements PackArchive {
    private static final String VERSIONS = """
            SELECT version, text, sha256, in_force_from FROM rule_packs WHERE pack = :pack ORDER BY id DESC""";
    private static final String INSERT = """
            INSERT INTO rule_packs (pack, version, text, sha256, in_force_from)
            VALUES (:pack, :version, :text, :sha256, :at)""";

    private final Jdbi jdbi;
    private final boolean writes;

    private SqlPackArchive(Database database, boolean writes) {
        this.jdbi = database.jdbi();
        this.writes = writes;
    }

    public SqlPackArchive(Database database) {
        this(database, true);
    }

    /** Answers the same and notes nothing: for those who only ask what the floor would do. */
    public static SqlPackArchive reading(Database database) {
        return new SqlPackArchive(database, false);
    }

    @Override
    public List<Replaced> inForce(String pack, String version, String text, Instant now) {
        if (!writes) {
            return jdbi.withHandle(handle -> inForce(handle, pack, version, text, SqlTypes.micros(now)));
        }
        // Two nodes that start together must not both write.
        return NamedLock
                .holding(jdbi, "packs", handle -> inForce(handle, pack, version, text, SqlTypes.micros(now)))
                .orElseThrow(() -> new IllegalStateException("another node has been writing its rule packs for too long"
                        + "; end it or start this one again"));
    }

    private List<Replaced> inForce(Handle handle, String pack, String version, String text, Instant now) {
        String sha256 = Hash.of(text.getBytes(StandardCharsets.UTF_8));
        List<Kept> kept = handle.createQuery(VERSIONS)
                .bind("pack", pack)
                .map((row, context) -> new Kept(row.getString("version"), row.getString("text"),
                        row.getString("sha256"), Rows.instant(row, "in_force_from")))
                .list();
        for (Kept each : kept) {
            if (each.version().equals(version) && !each.sha256().equals(sha256)) {
                throw new IllegalArgumentException("version " + version + " of pack '" + pack + "' was in force from "
                        + each.from() + " with another text: give the changed pack a new version");
            }
        }
        boolean unchanged = !kept.isEmpty() && kept.getFirst().version().equals(version);
        List<Kept> all = new ArrayList<>(kept);
        if (!unchanged) {
            all.addFirst(new Kept(version, text, sha256, now));
            if (writes) {
                note(handle, pack, version, text, sha256, now);
            }
        }
        List<Replaced> replaced = new ArrayList<>();
        for (int i = 1; i < all.size(); i++) {
            replaced.add(new Replaced(all.get(i).version(), all.get(i).text(), all.get(i - 1).from()));
        }
        return replaced;
    }

    private static void note(Handle handle, String pack, String version, String text, String sha256, Instant now) {
        handle.createUpdate(INSERT)
                .bind("pack", pack)
                .bind("version", version)
                .bind("text", text)
                .bind("sha256", sha256)
                .bind("at", now)
                .execute();
    }

    private record Kept(String version, String text, String sha256, Instant from) {}
}
