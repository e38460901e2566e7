package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.callfloor.dialer.agents.AgentDay;
import com.callfloor.dialer.agents.AgentDay.Move;
import com.callfloor.dialer.agents.AgentDay.Times;
import com.callfloor.dialer.agents.AgentDays;
import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.cases.Money;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** {@link AgentDays} in the database, all of it of one instant. */
public final class SqlAgentDays implements AgentDays {
    private static final String CALLS = """
            SELECT COUNT(*) AS calls, COALESCE(SUM(GREATEST(0, TIMESTAMPDIFF(MICROSECOND, connected_at,
                   LEAST(:now, COALESCE(talk_ended_at, ended_at, :now))))), 0) AS talk
            FROM attempts WHERE agent_id = :agent AND connected_at >= :from AND connected_at < :until""";
    private static final String PROMISES = """
            SELECT COUNT(*) FROM promises WHERE agent_id = :agent AND made_at >= :from AND made_at < :until""";
    private static final String PROMISED = """
            SELECT p.currency, SUM(i.amount_minor) AS minor FROM promises p JOIN instalments i ON i.promise_id = p.id
            WHERE p.agent_id = :agent AND p.made_at >= :from AND p.made_at < :until
            GROUP BY p.currency ORDER BY p.currency""";
    private static final String CALL_BACKS = """
            SELECT COUNT(*) FROM tasks
            WHERE kind = 'call_back' AND state = 'open' AND agent_id = :agent AND due_at < :until""";
    private static final String BEFORE = """
            SELECT state, since, reason FROM agent_states WHERE agent_id = :agent AND since < :from
            ORDER BY since DESC, id DESC LIMIT 1""";
    private static final String MOVES = """
            SELECT state, since, reason FROM agent_states WHERE agent_id = :agent AND since >= :from AND since < :until
            ORDER BY since, id""";

    private final Jdbi jdbi;

    public SqlAgentDays(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public AgentDay of(AgentId agent, Instant from, Instant end, Instant now) {
        Instant until = now.isBefore(end) ? now : end;
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
            var calls = within(handle, CALLS, agent, from, end).bind("now", now)
                    .map((row, context) -> new Talks(row.getInt("calls"),
                            Duration.of(row.getLong("talk"), ChronoUnit.MICROS)))
                    .one();
            int promises = within(handle, PROMISES, agent, from, end).mapTo(Integer.class).one();
            List<Money> promised = within(handle, PROMISED, agent, from, end)
                    .map((row, context) -> new Money(row.getLong("minor"),
                            Currency.getInstance(row.getString("currency"))))
                    .list();
            int callBacks = handle.createQuery(CALL_BACKS)
                    .bind("agent", agent.value())
                    .bind("until", end)
                    .mapTo(Integer.class)
                    .one();
            return new AgentDay(calls.calls(), calls.talk(), promises, promised, callBacks,
                    Times.of(moves(handle, agent, from, until), from, until));
        });
    }

    private record Talks(int calls, Duration talk) {}

    private static List<Move> moves(Handle handle, AgentId agent, Instant from, Instant until) {
        List<Move> before = moves(handle.createQuery(BEFORE).bind("agent", agent.value()).bind("from", from));
        List<Move> after = moves(within(handle, MOVES, agent, from, until));
        return Stream.concat(before.stream(), after.stream()).toList();
    }

    private static List<Move> moves(Query query) {
        return query.map((row, context) -> new Move(row.getString("state"), Rows.instant(row, "since"),
                Optional.ofNullable(row.getString("reason")))).list();
    }

    private static Query within(Handle handle, String sql, AgentId agent, Instant from, Instant until) {
        return handle.createQuery(sql).bind("agent", agent.value()).bind("from", from).bind("until", until);
    }
}
