package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.quality.speech.Hit;
import com.callfloor.dialer.quality.speech.Segment;
import com.callfloor.dialer.quality.speech.Side;
import com.callfloor.dialer.quality.speech.Transcript;
import com.callfloor.dialer.quality.speech.TranscriptBook;
import com.callfloor.dialer.scripts.Language;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Transcripts in the database. */
public final class SqlTranscriptBook implements TranscriptBook {
    private static final String LOCK = """
            SELECT attempt_id FROM recordings WHERE attempt_id = :id AND state = 'stored' FOR UPDATE""";
    private static final List<String> FORGET = List.of("DELETE FROM phrase_hits WHERE attempt_id = :id",
            "DELETE FROM transcript_segments WHERE attempt_id = :id", "DELETE FROM transcripts WHERE attempt_id = :id");
    private static final String INSERT = """
            INSERT INTO transcripts (attempt_id, language, source, made_at, phrases)
            VALUES (:id, :language, :source, :at, :phrases)""";
    private static final String SEGMENTS = """
            INSERT INTO transcript_segments (attempt_id, position, side, from_ms, to_ms, text) VALUES <rows>""";
    private static final String HITS = """
            INSERT INTO phrase_hits (attempt_id, position, kind, rule, about, at_ms, to_ms, said) VALUES <rows>""";
    private static final String LANGUAGE = """
            SELECT COALESCE(c.language, '') FROM attempts a JOIN recordings r ON r.attempt_id = a.id
            JOIN cases c ON c.id = a.case_id WHERE a.id = :id AND r.state = 'stored'""";

    private final Jdbi jdbi;

    public SqlTranscriptBook(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public boolean keep(Transcript transcript, Optional<String> phrases, List<Hit> hits) {
        return GivingWay.inTransaction(jdbi, handle -> {
            if (handle.createQuery(LOCK).bind("id", transcript.call()).mapTo(String.class).findOne().isEmpty()) {
                return false;
            }
            forget(handle, transcript.call());
            handle.createUpdate(INSERT)
                    .bind("id", transcript.call())
                    .bind("language", transcript.language().tag())
                    .bind("source", Fitting.into(100, transcript.source()))
                    .bind("at", transcript.at())
                    .bind("phrases", phrases.orElse(null))
                    .execute();
            segments(handle, transcript);
            hits(handle, transcript.call().toString(), hits);
            return true;
        });
    }

    /** In the transaction of whoever has the recording's row locked. */
    static void forget(Handle handle, AttemptId call) {
        FORGET.forEach(sql -> handle.createUpdate(sql).bind("id", call).execute());
    }

    private static void segments(Handle handle, Transcript transcript) {
        String id = transcript.call().toString();
        List<Segment> all = transcript.segments();
        ManyRows.insert(handle, SEGMENTS, 6, IntStream.range(0, all.size()).boxed().toList(), (to, place) -> {
            Segment segment = all.get(place);
            to.text(id)
                    .number(place)
                    .text(segment.side().code())
                    .number(segment.fromMs())
                    .number(segment.toMs())
                    .text(segment.text());
        });
    }

    private static void hits(Handle handle, String id, List<Hit> hits) {
        ManyRows.insert(handle, HITS, 8, IntStream.range(0, hits.size()).boxed().toList(), (to, place) -> {
            Hit hit = hits.get(place);
            to.text(id).number(place);
            switch (hit) {
                case Hit.ForbiddenSaid said -> to.text("forbidden")
                        .text(hit.rule())
                        .text(hit.about())
                        .number(said.fromMs())
                        .number(said.toMs())
                        .text(said.said());
                case Hit.RequiredSaid said -> to.text("said")
                        .text(hit.rule())
                        .text(hit.about())
                        .number(said.fromMs())
                        .number(said.toMs())
                        .text(said.said());
                case Hit.RequiredMissing missing -> to.text("missing")
                        .text(hit.rule())
                        .text(hit.about())
                        .numberOrNull(null)
                        .numberOrNull(null)
                        .text(null);
            }
        });
    }

    @Override
    public Optional<Transcript> of(AttemptId call) {
        return jdbi.withHandle(handle -> {
            List<Segment> segments = handle.createQuery("""
                    SELECT side, from_ms, to_ms, text FROM transcript_segments WHERE attempt_id = :id
                    ORDER BY position""")
                    .bind("id", call)
                    .map((row, context) -> new Segment(Rows.constant(Side.class, row.getString("side")),
                            row.getLong("from_ms"), row.getLong("to_ms"), row.getString("text")))
                    .list();
            return handle.createQuery("SELECT language, source, made_at FROM transcripts WHERE attempt_id = :id")
                    .bind("id", call)
                    .map((row, context) -> new Transcript(call, language(row), row.getString("source"),
                            Rows.instant(row, "made_at"), segments))
                    .findOne();
        });
    }

    @Override
    public Optional<Spotted> spotted(AttemptId call) {
        return jdbi.withHandle(handle -> {
            List<Hit> hits = handle.createQuery("""
                    SELECT kind, rule, about, at_ms, to_ms, said FROM phrase_hits WHERE attempt_id = :id
                    ORDER BY position""").bind("id", call).map((row, context) -> hit(row)).list();
            return handle.createQuery("SELECT language, phrases FROM transcripts WHERE attempt_id = :id")
                    .bind("id", call)
                    .map((row, context) -> new Spotted(language(row), Optional.ofNullable(row.getString("phrases")),
                            hits))
                    .findOne();
        });
    }

    @Override
    public Optional<Language> languageOf(AttemptId call) {
        return jdbi.withHandle(
                handle -> handle.createQuery(LANGUAGE)
                        .bind("id", call)
                        .mapTo(String.class)
                        .findOne()
                        .map(Language::nearest));
    }

    private static Language language(ResultSet row) throws SQLException {
        return Language.nearest(row.getString("language"));
    }

    private static Hit hit(ResultSet row) throws SQLException {
        String rule = row.getString("rule");
        String about = row.getString("about");
        return switch (row.getString("kind")) {
            case "forbidden" -> new Hit.ForbiddenSaid(rule, about, row.getLong("at_ms"), row.getLong("to_ms"),
                    row.getString("said"));
            case "said" -> new Hit.RequiredSaid(rule, about, row.getLong("at_ms"), row.getLong("to_ms"),
                    row.getString("said"));
            default -> new Hit.RequiredMissing(rule, about);
        };
    }
}
