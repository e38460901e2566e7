package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.dispositions.FollowUp;
import com.callfloor.dialer.floor.FloorFact;
import com.callfloor.dialer.promises.Instalment;
import com.callfloor.dialer.promises.Promise;
import com.callfloor.dialer.promises.PromiseBook;
import com.callfloor.dialer.promises.PromiseState;
import com.callfloor.dialer.words.Words;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Promises as rows, within somebody's transaction. */
final class PromiseRows {
    private static final String OPEN = "SELECT id FROM promises WHERE case_id = :case AND state = 'open' ORDER BY id";
    private static final String MAKE = """
            INSERT INTO promises (case_id, attempt_id, agent_id, made_at, made_on, channel, currency, calls_wait_until,
                check_at)
            VALUES (:case, :attempt, :agent, :at, :on, :channel, :currency, :wait, :check)""";
    private static final String INSTALMENT = """
            INSERT INTO instalments (promise_id, position, due_date, amount_minor)
            VALUES (:promise, :position, :date, :amount)""";
    private static final String MOVE = """
            UPDATE promises SET state = :state, check_at = CASE WHEN :state = 'cancelled' THEN NULL ELSE check_at END
            WHERE id = :promise AND state = :from""";
    private static final String CHANGE = """
            INSERT INTO promise_changes (promise_id, at, state, text, text_zh) VALUES (:promise, :at, :state, :text, :textZh)""";
    private static final String OF_CASE = """
            SELECT id, attempt_id, agent_id, made_at, made_on, channel, currency, state FROM promises
            WHERE case_id = :case ORDER BY id DESC""";
    private static final String INSTALMENTS = """
            SELECT i.promise_id, i.due_date, i.amount_minor, p.currency
            FROM promises p JOIN instalments i ON i.promise_id = p.id
            WHERE p.case_id = :case ORDER BY i.promise_id, i.position""";

    /** Of a promise that a newer one cancels, and of its tasks. */
    static final Words REPLACED = new Words("a newer promise took its place", "已由新的承诺取代");

    private PromiseRows() {}

    /** The new promise's id; the case's other open promises are cancelled. */
    static long make(Handle handle, long caseId, FloorFact.Disposed disposed, FollowUp.MakePromise made) {
        for (long older : handle.createQuery(OPEN).bind("case", caseId).mapTo(Long.class).list()) {
            if (move(handle, older, PromiseState.OPEN, PromiseState.CANCELLED, disposed.at(), REPLACED)) {
                TaskRows.cancelOfPromise(handle, older, disposed.at());
            }
        }
        Promise promise = made.promise();
        long id = handle.createUpdate(MAKE)
                .bind("case", caseId)
                .bind("attempt", disposed.attempt())
                .bind("agent", disposed.agent().value())
                .bind("at", disposed.at())
                .bind("on", promise.madeOn())
                .bind("channel", made.channel().orElse(null))
                .bind("currency", promise.currency().getCurrencyCode())
                .bind("wait", made.callsWaitUntil())
                .bind("check", made.checkAt())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        PreparedBatch instalments = handle.prepareBatch(INSTALMENT);
        for (int i = 0; i < promise.instalments().size(); i++) {
            Instalment instalment = promise.instalments().get(i);
            instalments.bind("promise", id)
                    .bind("position", i + 1)
                    .bind("date", instalment.date())
                    .bind("amount", instalment.amount().minor())
                    .add();
        }
        instalments.execute();
        note(handle, id, PromiseState.OPEN, disposed.at(), disposed.wrapUp().details().words());
        return id;
    }

    /** False if it was in another state, and so somebody else has moved it. */
    static boolean move(Handle handle, long promise, PromiseState from, PromiseState to, Instant at, Words text) {
        int moved = handle.createUpdate(MOVE)
                .bind("promise", promise)
                .bind("from", from.code())
                .bind("state", to.code())
                .execute();
        if (moved == 1) {
            note(handle, promise, to, at, text);
        }
        return moved == 1;
    }

    private static void note(Handle handle, long promise, PromiseState state, Instant at, Words text) {
        handle.createUpdate(CHANGE)
                .bind("promise", promise)
                .bind("at", at)
                .bind("state", state.code())
                .bind("text", text.en())
                .bind("textZh", WordColumns.zh(text))
                .execute();
    }

    /** Newest first. */
    static List<PromiseBook.Kept> of(Handle handle, long caseId) {
        Map<Long, List<Instalment>> instalments = handle.createQuery(INSTALMENTS)
                .bind("case", caseId)
                .map((row, context) -> Map.entry(row.getLong("promise_id"), instalment(row)))
                .collect(Collectors.groupingBy(Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return handle.createQuery(OF_CASE)
                .bind("case", caseId)
                .map((row, context) -> kept(row, instalments.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    private static Instalment instalment(ResultSet row) throws SQLException {
        return new Instalment(row.getObject("due_date", LocalDate.class),
                new Money(row.getLong("amount_minor"), Currency.getInstance(row.getString("currency"))));
    }

    private static PromiseBook.Kept kept(ResultSet row, List<Instalment> instalments) throws SQLException {
        return new PromiseBook.Kept(row.getLong("id"),
                new Promise(row.getObject("made_on", LocalDate.class), instalments),
                Optional.ofNullable(row.getString("channel")),
                Rows.constant(PromiseState.class, row.getString("state")), Rows.instant(row, "made_at"),
                new AgentId(row.getLong("agent_id")), SqlTypes.attempt(row.getString("attempt_id")));
    }
}
