package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.supervision.NoticeBook;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Notices in the database. */
public final class SqlNoticeBook implements NoticeBook {
    private static final String AGENTS = """
            SELECT id FROM users WHERE role = 'agent' AND disabled_at IS NULL AND""";
    private static final String WRITE = """
            INSERT INTO notices (at, from_user, team_id, words) VALUES (:at, :from, :team, :words)""";
    private static final String ADDRESS = """
            INSERT INTO notice_readers (notice_id, user_id) VALUES (:notice, :user)""";
    private static final String NOTICES = """
            SELECT n.id, n.at, u.name AS from_name, t.name AS team, n.words
            FROM notices n JOIN users u ON u.id = n.from_user LEFT JOIN teams t ON t.id = n.team_id
            """;
    private static final String UNREAD = NOTICES + """
            JOIN notice_readers r ON r.notice_id = n.id
            WHERE r.user_id = :agent AND r.read_at IS NULL ORDER BY n.id""";
    private static final String PAGE = NOTICES + "WHERE n.id < :before ORDER BY n.id DESC LIMIT :limit";
    private static final String READERS = """
            SELECT r.notice_id, r.user_id, u.name, r.read_at
            FROM notice_readers r JOIN users u ON u.id = r.user_id
            WHERE r.notice_id IN (<notices>) ORDER BY u.name, r.user_id""";
    private static final String READ = """
            UPDATE notice_readers SET read_at = :at
            WHERE notice_id = :notice AND user_id = :agent AND read_at IS NULL""";
    private static final String WRITER = """
            SELECT n.from_user FROM notices n JOIN notice_readers r ON r.notice_id = n.id
            WHERE n.id = :notice AND r.user_id = :agent""";

    private final Jdbi jdbi;

    public SqlNoticeBook(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public Optional<Sent> send(long from, Audience to, String words, Instant at) {
        return jdbi.inTransaction(handle -> {
            List<Long> agents = agents(handle, to);
            if (agents.isEmpty()) {
                return Optional.empty();
            }
            long id = handle.createUpdate(WRITE)
                    .bind("at", at)
                    .bind("from", from)
                    .bindByType("team", to instanceof Audience.WholeTeam team ? team.id() : null, Long.class)
                    .bind("words", words)
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            var readers = handle.prepareBatch(ADDRESS);
            agents.forEach(agent -> readers.bind("notice", id).bind("user", agent).add());
            readers.execute();
            return page(handle, id + 1, 1).stream().findFirst();
        });
    }

    private static List<Long> agents(Handle handle, Audience to) {
        return switch (to) {
            case Audience.OneAgent one -> agents(handle, "id = :id", one.id().value());
            case Audience.WholeTeam team -> agents(handle, "team_id = :id", team.id());
        };
    }

    private static List<Long> agents(Handle handle, String condition, long id) {
        return handle.createQuery(AGENTS + " " + condition + " ORDER BY id").bind("id", id).mapTo(Long.class).list();
    }

    @Override
    public List<Notice> unread(AgentId agent) {
        return jdbi.withHandle(handle -> handle.createQuery(UNREAD)
                .bind("agent", agent.value())
                .map(SqlNoticeBook::notice)
                .list());
    }

    @Override
    public Optional<Long> read(long notice, AgentId agent, Instant at) {
        return jdbi.inTransaction(handle -> {
            handle.createUpdate(READ)
                    .bind("notice", notice)
                    .bind("agent", agent.value())
                    .bind("at", at)
                    .execute();
            return handle.createQuery(WRITER)
                    .bind("notice", notice)
                    .bind("agent", agent.value())
                    .mapTo(Long.class)
                    .findOne();
        });
    }

    @Override
    public List<Sent> page(@Nullable Long before, int limit) {
        return jdbi.withHandle(handle -> page(handle, before == null ? Long.MAX_VALUE : before, limit));
    }

    private static List<Sent> page(Handle handle, long before, int limit) {
        List<Notice> notices = handle.createQuery(PAGE)
                .bind("before", before)
                .bind("limit", limit)
                .map(SqlNoticeBook::notice)
                .list();
        Map<Long, List<Reader>> readers = readers(handle, notices);
        return notices.stream().map(notice -> new Sent(notice, readers.getOrDefault(notice.id(), List.of()))).toList();
    }

    private static Map<Long, List<Reader>> readers(Handle handle, List<Notice> notices) {
        Map<Long, List<Reader>> readers = new HashMap<>();
        if (!notices.isEmpty()) {
            handle.createQuery(READERS)
                    .bindList("notices", notices.stream().map(Notice::id).toList())
                    .map((row, context) -> readers.computeIfAbsent(row.getLong("notice_id"), first -> new ArrayList<>())
                            .add(new Reader(new AgentId(row.getLong("user_id")), row.getString("name"),
                                    Rows.instantOrNull(row, "read_at"))))
                    .list();
        }
        return readers;
    }

    private static Notice notice(ResultSet row, StatementContext context) throws SQLException {
        return new Notice(row.getLong("id"), Rows.instant(row, "at"), row.getString("from_name"),
                row.getString("team"), row.getString("words"));
    }
}
