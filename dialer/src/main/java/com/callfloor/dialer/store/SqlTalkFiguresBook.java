package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.quality.sampling.TalkFigures;
import com.callfloor.dialer.quality.sampling.TalkFiguresBook;
import org.jdbi.v3.core.Jdbi;

/** What was measured in each recording when it was taken in. */
public final class SqlTalkFiguresBook implements TalkFiguresBook {
    private static final String OF = """
            SELECT attempt_id, longest_silence_ms, overlap_ms, agent_talk_ms, debtor_talk_ms
            FROM recordings WHERE attempt_id IN (<calls>) AND longest_silence_ms IS NOT NULL""";

    private final Jdbi jdbi;

    public SqlTalkFiguresBook(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public Map<AttemptId, TalkFigures> of(Collection<AttemptId> calls) {
        Map<AttemptId, TalkFigures> all = new HashMap<>();
        jdbi.useHandle(handle -> {
            for (List<AttemptId> some : ManyRows.parts(calls)) {
                handle.createQuery(OF)
                        .bindList("calls", some.stream().map(AttemptId::toString).toList())
                        .map((row, context) -> Map.entry(SqlTypes.attempt(row.getString("attempt_id")), figures(row)))
                        .forEach(found -> all.put(found.getKey(), found.getValue()));
            }
        });
        return all;
    }

    private static TalkFigures figures(ResultSet row) throws SQLException {
        return new TalkFigures(millis(row, "longest_silence_ms"), millis(row, "overlap_ms"),
                millis(row, "agent_talk_ms"), millis(row, "debtor_talk_ms"));
    }

    private static Duration millis(ResultSet row, String column) throws SQLException {
        return Duration.ofMillis(row.getLong(column));
    }
}
