package com.callfloor.dialer.tasks;

import java.util.Locale;
import java.util.Optional;

/** What there is to do. */
public enum TaskKind {
    /** Remind the debtor of what is due tomorrow. */
    PROMISE_REMINDER(Assignee.SUPERVISOR, false),
    /** See whether what was promised came; done by itself when the postings tell. */
    PROMISE_CHECK(Assignee.SUPERVISOR, false),
    /** See whether what the debtor says was paid came. */
    POSTING_CHECK(Assignee.SUPERVISOR, true),
    /** Call the debtor at the time that was agreed; done by itself by the next conversation. */
    CALL_BACK(Assignee.AGENT, false),
    /** Decide about a plan that the debtor can bear. */
    HARDSHIP_PLAN(Assignee.SUPERVISOR, true),
    /** Decide about a waiver, or about a promise beyond what the stage offers, and tell the debtor. */
    APPROVAL(Assignee.SUPERVISOR, false),
    /** Answer a complaint. */
    COMPLAINT(Assignee.SUPERVISOR, true),
    /** Write to the debtor, as the strategy has it. */
    LETTER(Assignee.SUPERVISOR, false),
    /** Visit the debtor, two people at least (SEED-ORD). */
    VISIT(Assignee.SUPERVISOR, false),
    /** Prepare the case for the court. */
    COURT(Assignee.SUPERVISOR, false);

    private final Assignee assignee;
    private final boolean callsWait;

    TaskKind(Assignee assignee, boolean callsWait) {
        this.assignee = assignee;
        this.callsWait = callsWait;
    }

    /** Whose it is. */
    public enum Assignee {
        AGENT, SUPERVISOR;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The kind's one name in SQL, API and console. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<TaskKind> ofCode(String code) {
        for (TaskKind kind : values()) {
            if (kind.code().equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    public Assignee assignee() {
        return assignee;
    }

    /** Whether the case is due again when the task is done: its calls waited for that. */
    public boolean callsWait() {
        return callsWait;
    }
}
