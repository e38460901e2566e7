package com.callfloor.dialer.store;

import java.time.Instant;

import com.callfloor.dialer.dispositions.FollowUp;
import com.callfloor.dialer.floor.FloorFact;
import com.callfloor.dialer.tasks.TaskKind;
import com.callfloor.dialer.words.Words;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Tasks that come and go by themselves, within somebody's transaction that has the case locked. */
final class TaskRows {
    private static final String ADD = """
            INSERT INTO tasks (case_id, kind, due_at, agent_id, attempt_id, promise_id, channel, text, text_zh,
                calls_wait_until, created_at)
            VALUES (:case, :kind, :due, :agent, :attempt, :promise, :channel, :text, :textZh, :wait, :at)""";
    private static final String CLOSE_CALL_BACKS = """
            UPDATE tasks SET state = 'done', closed_at = :at, closing_note = 'the next conversation took place',
                   closing_note_zh = '已进行下一次通话'
            WHERE case_id = :case AND state = 'open' AND kind = 'call_back'""";
    private static final String CLOSE_OF_PROMISE = """
            UPDATE tasks SET state = :state, closed_at = :at, closing_note = :note, closing_note_zh = :noteZh
            WHERE promise_id = :promise AND state = 'open' AND kind = :kind""";

    private TaskRows() {}

    static void add(Handle handle, long caseId, FloorFact.Disposed disposed, FollowUp.AddTask task,
            @Nullable Long promise) {
        @Nullable
        Words text = task.text().orElse(null);
        handle.createUpdate(ADD)
                .bind("case", caseId)
                .bind("kind", task.kind().code())
                .bind("due", task.dueAt())
                .bind("agent", task.forAgent() ? disposed.agent().value() : null)
                .bind("attempt", disposed.attempt())
                .bind("promise", promise)
                .bind("channel", task.channel().orElse(null))
                .bind("text", WordColumns.en(text))
                .bind("textZh", WordColumns.zh(text))
                .bindByType("wait", task.callsWaitUntil().orElse(null), Instant.class)
                .bind("at", disposed.at())
                .execute();
    }

    /** Talking to the debtor is what a call-back was for. */
    static void closeCallBacks(Handle handle, long caseId, Instant at) {
        handle.createUpdate(CLOSE_CALL_BACKS).bind("case", caseId).bind("at", at).execute();
    }

    /**
     * The promise is decided, one way or the other: nobody needs to remind of it or to check it. What a supervisor is to approve stays
     * open: a waiver may have been meant for what is left.
     */
    static void closeOfPromise(Handle handle, long promise, Words checked, Instant at) {
        close(handle, promise, TaskKind.PROMISE_REMINDER, "cancelled", checked, at);
        close(handle, promise, TaskKind.PROMISE_CHECK, "done", checked, at);
    }

    /** A newer promise took its place. */
    static void cancelOfPromise(Handle handle, long promise, Instant at) {
        close(handle, promise, TaskKind.PROMISE_REMINDER, "cancelled", PromiseRows.REPLACED, at);
        close(handle, promise, TaskKind.PROMISE_CHECK, "cancelled", PromiseRows.REPLACED, at);
        close(handle, promise, TaskKind.APPROVAL, "cancelled", PromiseRows.REPLACED, at);
    }

    private static void close(Handle handle, long promise, TaskKind kind, String state, Words note, Instant at) {
        handle.createUpdate(CLOSE_OF_PROMISE)
                .bind("promise", promise)
                .bind("kind", kind.code())
                .bind("state", state)
                .bind("note", note.en())
                .bind("noteZh", WordColumns.zh(note))
                .bind("at", at)
                .execute();
    }
}
