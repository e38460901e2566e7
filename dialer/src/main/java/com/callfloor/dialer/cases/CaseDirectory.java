package com.callfloor.dialer.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;

/** Cases as API and console ask for them. Blocks on the database. */
public interface CaseDirectory {
    Optional<CaseView> byRef(String caseRef);

    Optional<CaseView> byId(CaseId id);

    /**
     * What people look for by what a debtor tells them, in order of id, at most {@code limit}.
     *
     * @param text the case's reference, the debtor's, or a number that the debtor or a contact of theirs has or had
     */
    List<CaseView> find(String text, int limit);

    /** Cases after {@code after} in order of id, at most {@code limit}. */
    List<CaseView> page(@Nullable CaseId after, int limit);

    /** What happened to the case, oldest first. */
    List<TimelineEntry> timeline(CaseId id);

    /**
     * A case with its numbers.
     *
     * @param card with what is still due as its amount
     * @param state open, paid or withdrawn
     * @param nextCallAt null: not due until something else happens
     */
    record CaseView(CaseCard card, String debtorRef, String state, CaseBalance balance, @Nullable Instant nextCallAt,
            List<NumberView> numbers) {}

    /** A number as people may see it, and whether it is known to be out of service. */
    record NumberView(String masked, NumberRole role, int position, boolean valid) {}

    /**
     * {@code kind}: attempt, conversation, disposition, skip, payment, fact, fact_withdrawn, promise, task, task_done,
     * task_cancelled, message, recording_paused, recording_resumed, held, hold_ended, transferred, not_transferred, conference or conference_ended; {@code code}: outcome, disposition, reason, the fact's kind, the promise's or message's state, the task's kind, why a
     * recording went on, or whether money came or went back.
     */
    record TimelineEntry(Instant at, String kind, @Nullable String attempt, @Nullable String code,
            @Nullable String agentName, @Nullable Words text) {}
}
