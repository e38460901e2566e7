package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.callfloor.dialer.webhooks.Delivery;
import com.callfloor.dialer.webhooks.DeliveryBook;
import com.callfloor.dialer.webhooks.DeliveryState;
import com.callfloor.dialer.webhooks.EventKind;
import com.callfloor.dialer.webhooks.Receiver;
import com.callfloor.dialer.webhooks.Sent;
import com.callfloor.dialer.webhooks.WebhookEvent;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The messages in the database; of several nodes each takes others. */
public final class SqlDeliveryBook implements DeliveryBook {
    private static final int LONGEST_PROBLEM = 500;
    private static final String SELECT = """
            SELECT id, message_id, receiver, kind, body, state, asked, created_at, next_at, tries, last_try_at,
                   last_status, last_problem, ended_at
            FROM webhook_deliveries
            """;
    private static final String DUE = SELECT + """
            WHERE receiver = :receiver AND state = 'pending' AND next_at <= :now
            ORDER BY next_at, id LIMIT :most FOR UPDATE SKIP LOCKED""";
    private static final String TAKEN = "UPDATE webhook_deliveries SET next_at = :until WHERE id IN (<ids>)";
    private static final String TRIED = """
            UPDATE webhook_deliveries SET state = :state, next_at = :next, ended_at = :ended, tries = tries + 1,
                   last_try_at = :at, last_status = :status, last_problem = :problem
            WHERE id = :id AND state = 'pending'""";
    private static final String GONE = """
            INSERT INTO webhook_gone (receiver, url, since) VALUES (:receiver, :url, :at)
            ON DUPLICATE KEY UPDATE url = :url, since = :at""";
    private static final String BURY = """
            UPDATE webhook_deliveries SET state = 'dead', next_at = NULL, ended_at = :at,
                   last_problem = 'not sent: the receiver said that it is gone'
            WHERE receiver = :receiver AND state = 'pending' AND NOT asked LIMIT 1000""";
    private static final String BACK = "DELETE FROM webhook_gone WHERE receiver = :receiver";
    private static final String SINCE = "SELECT since FROM webhook_gone WHERE receiver = :receiver AND url = :url";
    // The tries come first: assignments are made from left to right, and see what was assigned before.
    private static final String RESEND = """
            UPDATE webhook_deliveries SET tries = CASE WHEN state = 'pending' THEN tries ELSE 0 END,
                   state = 'pending', asked = TRUE, next_at = :at, ended_at = NULL
            WHERE id = :id""";
    private static final String TEST = """
            INSERT INTO webhook_deliveries (message_id, receiver, kind, body, asked, created_at, next_at)
            VALUES (:message, :receiver, 'test', :body, TRUE, :at, :at)""";
    private static final String COUNTS = """
            SELECT receiver, COUNT(CASE WHEN state = 'pending' THEN 1 END) AS pending,
                   COUNT(CASE WHEN state = 'dead' THEN 1 END) AS dead
            FROM webhook_deliveries WHERE state IN ('pending', 'dead') GROUP BY receiver""";
    private static final String CLEAN = """
            DELETE FROM webhook_deliveries WHERE state = :state AND ended_at < :before LIMIT 1000""";

    private final Jdbi jdbi;

    public SqlDeliveryBook(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public List<Delivery> take(String receiver, int most, Instant now, Instant until) {
        return GivingWay.inTransaction(jdbi, handle -> {
            List<Delivery> due = handle.createQuery(DUE)
                    .bind("receiver", receiver)
                    .bind("now", now)
                    .bind("most", most)
                    .map(SqlDeliveryBook::delivery)
                    .list();
            if (!due.isEmpty()) {
                handle.createUpdate(TAKEN)
                        .bind("until", until)
                        .bindList("ids", due.stream().map(Delivery::id).toList())
                        .execute();
            }
            return due;
        });
    }

    @Override
    public void delivered(long id, Sent sent, Instant at) {
        tried(id, sent, at, DeliveryState.DELIVERED, null);
    }

    @Override
    public void again(long id, Sent sent, Instant at, Instant nextAt) {
        tried(id, sent, at, DeliveryState.PENDING, nextAt);
    }

    @Override
    public void dead(long id, Sent sent, Instant at) {
        tried(id, sent, at, DeliveryState.DEAD, null);
    }

    private void tried(long id, Sent sent, Instant at, DeliveryState state, @Nullable Instant next) {
        jdbi.useHandle(handle -> handle.createUpdate(TRIED)
                .bind("id", id)
                .bind("state", state.code())
                .bindByType("next", next, Instant.class)
                .bindByType("ended", next == null ? at : null, Instant.class)
                .bind("at", at)
                .bind("status", sent instanceof Sent.Answered answered ? answered.status() : null)
                .bind("problem", sent.taken() ? null : Fitting.into(LONGEST_PROBLEM, sent.words()))
                .execute());
    }

    @Override
    public void gone(Receiver receiver, Instant at) {
        // First and by itself: however many wait for it, no more is written for it from now on.
        jdbi.useHandle(handle -> of(handle, GONE, receiver).bind("url", receiver.url().toString())
                .bind("at", at)
                .execute());
        var unused = BitByBit.change(jdbi, handle -> of(handle, BURY, receiver).bind("at", at).execute());
    }

    @Override
    public void back(Receiver receiver) {
        jdbi.useHandle(handle -> of(handle, BACK, receiver).execute());
    }

    private static Update of(Handle handle, String sql, Receiver receiver) {
        return handle.createUpdate(sql).bind("receiver", receiver.name());
    }

    @Override
    public Optional<Instant> goneSince(Receiver receiver) {
        return jdbi.withHandle(handle -> handle.createQuery(SINCE)
                .bind("receiver", receiver.name())
                .bind("url", receiver.url().toString())
                .mapTo(Instant.class)
                .findOne());
    }

    @Override
    public List<Delivery> page(Filter filter, @Nullable Long before, int limit) {
        List<String> conditions = new ArrayList<>();
        filter.state().ifPresent(state -> conditions.add("state = :state"));
        filter.receiver().ifPresent(receiver -> conditions.add("receiver = :receiver"));
        if (before != null) {
            conditions.add("id < :before");
        }
        String where = conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions) + " ";
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(SELECT + where + "ORDER BY id DESC LIMIT :limit").bind("limit", limit);
            filter.state().ifPresent(state -> query.bind("state", state.code()));
            filter.receiver().ifPresent(receiver -> query.bind("receiver", receiver));
            if (before != null) {
                query.bind("before", before);
            }
            return query.map(SqlDeliveryBook::delivery).list();
        });
    }

    @Override
    public Optional<Delivery> byId(long id) {
        return jdbi.withHandle(handle -> byId(handle, id));
    }

    private static Optional<Delivery> byId(Handle handle, long id) {
        return handle.createQuery(SELECT + "WHERE id = :id").bind("id", id).map(SqlDeliveryBook::delivery).findOne();
    }

    @Override
    public Optional<Delivery> resend(long id, Instant at) {
        return jdbi.inTransaction(handle -> {
            handle.createUpdate(RESEND).bind("id", id).bind("at", at).execute();
            return byId(handle, id);
        });
    }

    @Override
    public Delivery test(Receiver receiver, Instant at) {
        String message = "msg_" + UUID.randomUUID();
        return jdbi.inTransaction(handle -> {
            long id = of(handle, TEST, receiver).bind("message", message)
                    .bind("body", WebhookJson.of(message, new WebhookEvent.Test(at)))
                    .bind("at", at)
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            return byId(handle, id).orElseThrow();
        });
    }

    @Override
    public Map<String, Counts> counts() {
        Map<String, Counts> counts = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(COUNTS)
                .map((row, context) -> Map.entry(row.getString("receiver"),
                        new Counts(row.getLong("pending"), row.getLong("dead"))))
                .forEach(each -> counts.put(each.getKey(), each.getValue())));
        return Map.copyOf(counts);
    }

    @Override
    public int clean(Instant deliveredBefore, Instant deadBefore) {
        return clean(DeliveryState.DELIVERED, deliveredBefore) + clean(DeliveryState.DEAD, deadBefore);
    }

    private int clean(DeliveryState state, Instant before) {
        return BitByBit.change(jdbi, handle -> handle.createUpdate(CLEAN)
                .bind("state", state.code())
                .bind("before", before)
                .execute());
    }

    private static Delivery delivery(ResultSet row, StatementContext context) throws SQLException {
        return new Delivery(row.getLong("id"), row.getString("message_id"), row.getString("receiver"),
                EventKind.ofCode(row.getString("kind"))
                        .orElseThrow(() -> new SQLException("a message of an unknown kind is in the books")),
                Rows.constant(DeliveryState.class, row.getString("state")), row.getString("body"),
                row.getBoolean("asked"), Rows.instant(row, "created_at"), Rows.instantOrNull(row, "next_at"),
                row.getInt("tries"), Rows.instantOrNull(row, "last_try_at"),
                row.getObject("last_status", Integer.class), row.getString("last_problem"),
                Rows.instantOrNull(row, "ended_at"));
    }
}
