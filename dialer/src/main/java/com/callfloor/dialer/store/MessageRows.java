package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.messages.EmailAddress;
import com.callfloor.dialer.messages.Message;
import com.callfloor.dialer.messages.MessageId;
import com.callfloor.dialer.messages.MessagePurpose;
import com.callfloor.dialer.messages.MessageState;
import com.callfloor.dialer.rules.history.Channel;
import com.callfloor.dialer.words.Words;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Rows of {@code messages}: reading them, and moving one from state to state with a trace of it. */
final class MessageRows {
    private static final String MESSAGES = """
            SELECT m.*, n.e164, e.address
            FROM messages m
            LEFT JOIN phone_numbers n ON n.id = m.number_id
            LEFT JOIN debtor_emails e ON e.id = m.email_id
            WHERE\s""";
    private static final String CHANGES = """
            SELECT w.message_id, w.at, w.state, w.reason, w.reason_zh
            FROM message_changes w JOIN messages m ON m.id = w.message_id
            WHERE <which> ORDER BY w.id""";
    private static final String NOTE = """
            INSERT INTO message_changes (message_id, at, state, reason, reason_zh)
            VALUES (:id, :at, :state, :reason, :reasonZh)""";
    private static final String LOCK = "SELECT * FROM messages WHERE id = :id FOR UPDATE";

    private MessageRows() {}

    /** A message that is locked, and so can be moved. */
    record Locked(MessageId id, CaseId caseId, Channel channel, MessagePurpose purpose, String template,
            Optional<String> language, MessageState state, @Nullable Instant nextAt, Instant expiresAt,
            @Nullable Long task, @Nullable Long promise, @Nullable LocalDate instalmentOn, int tries, boolean inDoubt,
            @Nullable Instant countedAt) {
        static Locked of(ResultSet row, StatementContext context) throws SQLException {
            return new Locked(MessageRows.id(row), new CaseId(row.getLong("case_id")), MessageRows.channel(row),
                    Rows.constant(MessagePurpose.class, row.getString("purpose")), row.getString("template"),
                    Optional.ofNullable(row.getString("language")), MessageRows.state(row),
                    Rows.instantOrNull(row, "next_at"),
                    Rows.instant(row, "expires_at"), row.getObject("task_id", Long.class),
                    row.getObject("promise_id", Long.class), row.getObject("instalment_on", LocalDate.class),
                    row.getInt("tries"), row.getBoolean("in_doubt"), Rows.instantOrNull(row, "counted_at"));
        }
    }

    /** Takes the case's lock first, as everybody does. Empty if there is no such message. */
    static Optional<Locked> lock(Handle handle, MessageId id) {
        Optional<Long> caseId = handle.createQuery("SELECT case_id FROM messages WHERE id = :id")
                .bind("id", id.toString())
                .mapTo(Long.class)
                .findOne();
        caseId.ifPresent(found -> CasePlan.lock(handle, found));
        return caseId.flatMap(
                found -> handle.createQuery(LOCK).bind("id", id.toString()).map(Locked::of).findOne());
    }

    /**
     * Moves a locked message.
     *
     * @param assignments further columns to set, each after a comma, with their values in {@code values}
     */
    static void move(Handle handle, Locked from, MessageState to, @Nullable Words reason, Instant at,
            String assignments, Map<String, @Nullable Object> values) {
        if (!from.state().mayBecome(to)) {
            throw new IllegalStateException("message " + from.id() + " cannot become " + to + " from " + from.state());
        }
        var update = handle
                .createUpdate(
                        "UPDATE messages SET state = :state, reason = :reason, reason_zh = :reasonZh" + assignments
                                + " WHERE id = :id")
                .bind("id", from.id().toString())
                .bind("state", to.code())
                .bind("reason", WordColumns.en(reason))
                .bind("reasonZh", WordColumns.zh(reason));
        values.forEach((name, value) -> {
            if (value instanceof Instant instant) {
                update.bind(name, instant);
            } else {
                update.bind(name, value);
            }
        });
        update.execute();
        note(handle, from.id(), to, reason, at);
    }

    static void note(Handle handle, MessageId id, MessageState state, @Nullable Words reason, Instant at) {
        handle.createUpdate(NOTE)
                .bind("id", id.toString())
                .bind("at", at)
                .bind("state", state.code())
                .bind("reason", WordColumns.en(reason))
                .bind("reasonZh", WordColumns.zh(reason))
                .execute();
    }

    static List<Message> of(Handle handle, CaseId caseId) {
        return read(handle, "m.case_id = :key", caseId.value(), " ORDER BY m.planned_at DESC, m.id DESC");
    }

    static Optional<Message> byId(Handle handle, MessageId id) {
        return read(handle, "m.id = :key", id.toString(), "").stream().findFirst();
    }

    private static List<Message> read(Handle handle, String which, Object key, String order) {
        Map<String, List<Message.Change>> changes = handle.createQuery(CHANGES.replace("<which>", which))
                .bind("key", key)
                .map((row, context) -> Map.entry(row.getString("message_id"),
                        new Message.Change(Rows.instant(row, "at"), state(row), reason(row))))
                .collect(Collectors.groupingBy(Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return handle.createQuery(MESSAGES + which + order)
                .bind("key", key)
                .map((row, context) -> message(row, changes.getOrDefault(row.getString("id"), List.of())))
                .list();
    }

    private static Message message(ResultSet row, List<Message.Change> changes) throws SQLException {
        return new Message(id(row), new CaseId(row.getLong("case_id")), channel(row),
                Rows.constant(MessagePurpose.class, row.getString("purpose")), row.getString("template"),
                Optional.ofNullable(row.getString("template_version")), Optional.ofNullable(row.getString("language")),
                state(row), reason(row), recipient(row), Optional.ofNullable(row.getString("subject")),
                Optional.ofNullable(row.getString("body")), Rows.instant(row, "planned_at"),
                Optional.ofNullable(row.getString("planned_by")),
                Optional.ofNullable(Rows.instantOrNull(row, "next_at")),
                Optional.ofNullable(Rows.instantOrNull(row, "sent_at")),
                Optional.ofNullable(Rows.instantOrNull(row, "settled_at")), row.getInt("tries"),
                Optional.ofNullable(row.getObject("decision_id", Long.class)), changes);
    }

    private static Optional<String> recipient(ResultSet row) throws SQLException {
        String e164 = row.getString("e164");
        String address = row.getString("address");
        return e164 != null
                ? Optional.of(new PhoneNumber(e164).masked())
                : Optional.ofNullable(address).map(text -> new EmailAddress(text).masked());
    }

    private static MessageId id(ResultSet row) throws SQLException {
        String text = row.getString("id");
        return MessageId.parse(text).orElseThrow(() -> new IllegalStateException("not a message's id: " + text));
    }

    private static Channel channel(ResultSet row) throws SQLException {
        return Channel.ofCode(row.getString("channel")).orElseThrow();
    }

    private static MessageState state(ResultSet row) throws SQLException {
        return Rows.constant(MessageState.class, row.getString("state"));
    }

    private static Optional<Words> reason(ResultSet row) throws SQLException {
        return Optional.ofNullable(WordColumns.of(row, "reason"));
    }
}
