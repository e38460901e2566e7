package com.callfloor.dialer.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.quality.TextArchive;
import org.jdbi.v3.core.Jdbi;

/** The texts that results were made by, in the database. */
public final class SqlTextArchive implements TextArchive {
    private static final String KEPT = """
            SELECT sha256 FROM quality_texts WHERE kind = :kind AND name = :name AND version = :version""";
    private static final String INSERT = """
            INSERT INTO quality_texts (kind, name, version, text, sha256, in_force_from)
            VALUES (:kind, :name, :version, :text, :sha256, :at)""";
    private static final String ALL = "SELECT name, version, text FROM quality_texts WHERE kind = :kind ORDER BY id";

    private final Jdbi jdbi;

    public SqlTextArchive(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public void keep(Kind kind, String name, String version, String text, Instant now) {
        String sha256 = Hash.of(text.getBytes(StandardCharsets.UTF_8));
        // Two nodes may start together: the slower one finds what the faster one wrote.
        GivingWay.orFindingAnother(jdbi, handle -> {
            Optional<String> kept = handle.createQuery(KEPT)
                    .bind("kind", Rows.code(kind))
                    .bind("name", name)
                    .bind("version", version)
                    .mapTo(String.class)
                    .findOne();
            if (kept.isPresent() && !kept.get().equals(sha256)) {
                throw new IllegalArgumentException("version " + version + " of '" + name
                        + "' was in use with another text: give the changed one a new version");
            }
            if (kept.isEmpty()) {
                handle.createUpdate(INSERT)
                        .bind("kind", Rows.code(kind))
                        .bind("name", name)
                        .bind("version", version)
                        .bind("text", text)
                        .bind("sha256", sha256)
                        .bind("at", now)
                        .execute();
            }
            return sha256;
        });
    }

    @Override
    public List<Kept> all(Kind kind) {
        return jdbi.withHandle(handle -> handle.createQuery(ALL)
                .bind("kind", Rows.code(kind))
                .map((row, context) -> new Kept(row.getString("name"), row.getString("version"), row.getString("text")))
                .list());
    }
}
