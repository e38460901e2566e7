package com.callfloor.dialer.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.dispositions.WrapUp;
import com.callfloor.dialer.floor.FloorFact;
import com.callfloor.dialer.recordings.PauseEnd;
import com.callfloor.dialer.store.CaseSteering.Turn;
import com.callfloor.dialer.webhooks.EventKind;
import com.callfloor.dialer.words.Words;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * Writes one fact. Every statement may be run again with the same fact and changes nothing then: a state only moves
 * forward, and what follows from the end of an attempt happens only in the run that ends it. Instants are lifted to the
 * reservation's where a clock was set back meanwhile: a fact is worth more than its microsecond.
 */
final class FactStatements {
    private static final List<String> FORWARD = List
            .of("reserved", "dialing", "ringing", "waiting", "connecting", "connected", "message");
    /** The same attempt may be sent out again, through another trunk: the first time counts, the last way does. */
    private static final String DIAL = """
            UPDATE attempts SET state = 'dialing', dialed_at = COALESCE(dialed_at, :at), trunk = :trunk,
                   caller_id = :callerId
            WHERE id = :attempt AND state IN ('reserved', 'dialing')""";
    private static final String EARLY_MEDIA = """
            UPDATE attempts SET early_media = TRUE, rang = TRUE WHERE id = :attempt""";
    private static final String EXPECT_RECORDING = """
            INSERT INTO recordings (attempt_id, expected_at)
            SELECT a.id, COALESCE(a.answered_at, a.ended_at) FROM attempts a
            WHERE a.id = :attempt AND (a.answered_at IS NOT NULL OR a.outcome IN ('connected', 'abandoned', 'machine'))
            ON DUPLICATE KEY UPDATE attempt_id = recordings.attempt_id""";
    private static final String PAUSE_RECORDING = """
            INSERT INTO recording_pauses (attempt_id, paused_at, agent_id) VALUES (:attempt, :at, :agent)
            ON DUPLICATE KEY UPDATE agent_id = recording_pauses.agent_id""";
    private static final String RESUME_RECORDING = """
            UPDATE recording_pauses SET resumed_at = GREATEST(:at, paused_at), ended_because = :why
            WHERE attempt_id = :attempt AND resumed_at IS NULL""";
    private static final String HANDED_OVER = """
            SELECT COUNT(*) FROM call_transfers t JOIN attempts a ON a.id = t.attempt_id
            WHERE t.attempt_id = :attempt AND t.from_agent = :agent AND t.taken AND a.agent_id <> :agent""";
    private static final String SAY_OF_OWN_PART = """
            UPDATE call_transfers SET from_disposition = :disposition, from_note = :note
            WHERE attempt_id = :attempt AND from_agent = :agent AND taken AND from_disposition IS NULL""";
    private static final String DETECTED = "UPDATE attempts SET answered_by = :by WHERE id = :attempt";
    private static final String CLOSE = """
            UPDATE attempts a JOIN cases c ON c.id = a.case_id
            SET a.state = 'closed', a.outcome = :outcome, a.cause = :cause, a.rang = (a.rang OR :rang), a.note = :note,
                a.note_zh = :noteZh,
                a.ended_at = GREATEST(:at, a.reserved_at), c.campaign_id = COALESCE(:campaign, c.campaign_id),
                c.next_call_at = CASE WHEN c.state = 'open'
                    THEN GREATEST(:next, COALESCE(c.rest_until, :next), COALESCE(c.held_until, :next)) END
            WHERE a.id = :attempt AND a.state <> 'closed'""";
    private static final String END_RECORDING = """
            UPDATE recordings r JOIN attempts a ON a.id = r.attempt_id SET r.ended_at = a.ended_at
            WHERE r.attempt_id = :attempt""";
    private static final String RETIRE_NUMBER = """
            UPDATE debtor_numbers n JOIN attempts a ON a.debtor_id = n.debtor_id AND a.number_id = n.number_id
            SET n.valid = FALSE WHERE a.id = :attempt""";
    private static final String PASS_ON = "UPDATE attempts SET agent_id = :agent WHERE id = :attempt";
    private static final String TALK_ENDED = """
            UPDATE attempts SET talk_ended_at = GREATEST(:at, reserved_at) WHERE id = :attempt AND talk_ended_at IS NULL""";
    /** The first key counts. */
    private static final String RATED = """
            UPDATE attempts SET satisfaction = :satisfaction WHERE id = :attempt AND satisfaction IS NULL""";
    /** Whoever was asked after the talk may have been disposed of before the call ended, and what was agreed then stands. */
    private static final String AGREED = """
            UPDATE attempts a JOIN cases c ON c.id = a.case_id JOIN tasks t ON t.case_id = c.id AND t.attempt_id = a.id
            SET c.next_call_at = t.due_at
            WHERE a.id = :attempt AND t.kind = 'call_back' AND t.state = 'open' AND c.state = 'open'""";
    private static final String OPT_OUT = """
            INSERT INTO facts (kind, at, debtor_id, case_id, number_id, lifts, evidence, evidence_zh, noted_by,
                               noted_at)
            SELECT 'refused', :at, a.debtor_id, a.case_id, a.number_id, '', :evidence, :evidenceZh, :by, :at FROM attempts a
            WHERE a.id = :attempt AND NOT EXISTS (SELECT 1 FROM facts f
                WHERE f.number_id = a.number_id AND f.kind = 'refused' AND f.evidence = :evidence)""";
    private static final String DISPOSE = """
            UPDATE attempts SET disposition = :disposition, own_disposition = :own, disposition_note = :note,
                   disposition_details = :details,
                   disposition_details_zh = :detailsZh, disposed_at = :at, agent_id = COALESCE(agent_id, :agent)
            WHERE id = :attempt""";
    private static final String TAKE_OVER = """
            INSERT INTO take_overs (attempt_id, at, agent_id, supervisor_id, extension)
            VALUES (:attempt, :at, :agent, :supervisor, :phone)
            ON DUPLICATE KEY UPDATE supervisor_id = IF(:at > take_overs.ended_at, :supervisor, take_overs.supervisor_id),
                agent_id = IF(:at > take_overs.ended_at, :agent, take_overs.agent_id),
                extension = IF(:at > take_overs.ended_at, :phone, take_overs.extension),
                at = IF(:at > take_overs.ended_at, :at, take_overs.at),
                ended_at = IF(:at > take_overs.ended_at, NULL, take_overs.ended_at)""";
    private static final String END_TAKE_OVER = """
            UPDATE take_overs SET ended_at = GREATEST(:at, at) WHERE attempt_id = :attempt AND ended_at IS NULL AND at < :at""";
    private static final String DROP_DRAFT = """
            DELETE FROM wrap_up_drafts WHERE attempt_id = :attempt AND agent_id = :agent""";
    private static final String MOVE_AGENT = """
            INSERT INTO agent_states (agent_id, state, since, attempt_id, reason, journal_id, fact)
            VALUES (:agent, :state, :at, :attempt, :reason, :journal, :fact)
            ON DUPLICATE KEY UPDATE fact = agent_states.fact""";
    private static final String SKIP = """
            INSERT INTO skips (case_id, agent_id, reason, at, journal_id, fact)
            VALUES (:case, :agent, :reason, :at, :journal, :fact)
            ON DUPLICATE KEY UPDATE fact = skips.fact""";
    private static final String PLAN = """
            UPDATE cases SET next_call_at = CASE WHEN state = 'open'
                THEN GREATEST(:next, COALESCE(rest_until, :next), COALESCE(held_until, :next)) END
            WHERE id = :case""";
    /** Whatever planned the case anew since it was set aside knows better. */
    private static final String PUT_BACK = """
            UPDATE cases SET next_call_at = CASE WHEN rest_until > :at THEN rest_until ELSE :at END
            WHERE id = :case AND next_call_at = :until""";
    /** TEXT holds 65,535 bytes, and a character takes up to 4. */
    private static final int LONGEST_NOTE = 16_000;

    private final Handle handle;
    private final String journalId;
    private final Outbox outbox;
    private final CaseSteering steering;
    private final TalkStatements talks;

    FactStatements(Handle handle, String journalId, Outbox outbox, CaseSteering steering) {
        this.handle = handle;
        this.journalId = journalId;
        this.outbox = outbox;
        this.steering = steering;
        this.talks = new TalkStatements(handle);
    }

    /** {@code number} tells this fact from every other of its journal. */
    void write(long number, FloorFact fact) {
        switch (fact) {
            case FloorFact.Dialed dialed -> dialed(List.of(dialed));
            case FloorFact.EarlyMedia early -> onAttempt(EARLY_MEDIA, early.attempt()).execute();
            case FloorFact.Rang rang -> move(rang, "ringing", "rang_at = :at, rang = TRUE").execute();
            case FloorFact.Answered answered -> {
                move(answered, "waiting", "answered_at = GREATEST(:at, reserved_at)").execute();
                onAttempt(EXPECT_RECORDING, answered.attempt()).execute();
            }
            case FloorFact.Detected detected -> onAttempt(DETECTED, detected.attempt())
                    .bind("by", detected.by().code())
                    .execute();
            case FloorFact.Connected connected -> move(connected, "connected", "connected_at = :at, agent_id = :agent")
                    .bind("agent", connected.agent().value())
                    .execute();
            case FloorFact.PassedOn passed -> {
                onAttempt(PASS_ON, passed.attempt()).bind("agent", passed.agent().value()).execute();
                onAttempt(END_TAKE_OVER, passed.attempt()).bind("at", passed.at()).execute();
            }
            case FloorFact.TalkEnded talk -> onAttempt(TALK_ENDED, talk.attempt()).bind("at", talk.at()).execute();
            case FloorFact.Rated rated -> onAttempt(RATED, rated.attempt())
                    .bind("satisfaction", rated.satisfaction())
                    .execute();
            case FloorFact.Held held -> talks.held(held);
            case FloorFact.HoldEnded ended -> talks.holdEnded(ended.attempt(), ended.at(), ended.why());
            case FloorFact.Transferred transferred -> talks.transferred(transferred);
            case FloorFact.OutsideRung rung -> talks.outsideRung(rung);
            case FloorFact.OutsideTaken taken -> talks.outsideTaken(taken);
            case FloorFact.OutsideEnded ended -> talks.outsideEnded(ended.attempt(), ended.at(), ended.because());
            case FloorFact.ThirdJoined joined -> talks.thirdJoined(joined);
            case FloorFact.ThirdLeft left -> talks.thirdLeft(left.attempt(), left.at(), left.why());
            case FloorFact.RecordingPaused paused ->
                onAttempt(PAUSE_RECORDING, paused.attempt()).bind("at", paused.at())
                        .bind("agent", paused.agent().value())
                        .execute();
            case FloorFact.RecordingResumed resumed -> resume(resumed.attempt(), resumed.at(), resumed.why());
            case FloorFact.TakenOver taken -> onAttempt(TAKE_OVER, taken.attempt()).bind("at", taken.at())
                    .bind("agent", taken.agent().value())
                    .bind("supervisor", taken.supervisor().value())
                    .bind("phone", taken.phone().digits())
                    .execute();
            case FloorFact.MessageStarted message -> move(message, "message", "message_at = :at").execute();
            case FloorFact.OptedOut optedOut -> onAttempt(OPT_OUT, optedOut.attempt()).bind("at", optedOut.at())
                    .bind("evidence", "key pressed at the information message of attempt " + optedOut.attempt())
                    .bind("evidenceZh", "在通话 %s 的提示语中按键退出".formatted(optedOut.attempt()))
                    .bind("by", "whoever answered the call")
                    .execute();
            case FloorFact.Closed closed -> close(closed);
            case FloorFact.Disposed disposed -> dispose(disposed);
            case FloorFact.Skipped skipped -> skip(number, skipped);
            case FloorFact.PutBack back -> handle.createUpdate(PUT_BACK)
                    .bind("case", back.caseId().value())
                    .bind("at", back.at())
                    .bind("until", back.until())
                    .execute();
            case FloorFact.AgentMoved moved -> moveAgent(number, moved.agent(), moved.state());
        }
    }

    /** Of different attempts, in one round trip. */
    void dialed(Collection<FloorFact.Dialed> facts) {
        if (facts.isEmpty()) {
            return;
        }
        PreparedBatch dials = handle.prepareBatch(DIAL);
        for (FloorFact.Dialed dialed : facts) {
            dials.bind("attempt", dialed.attempt())
                    .bind("at", dialed.at())
                    .bind("trunk", dialed.trunk())
                    .bind("callerId", dialed.callerId() == null ? null : dialed.callerId().e164())
                    .add();
        }
        dials.execute();
    }

    /** Ends of calls that nobody answered, of different attempts and numbers that stay valid, in one round trip. */
    void unanswered(Collection<FloorFact.Closed> facts) {
        if (facts.isEmpty()) {
            return;
        }
        if (outbox.isToldOf(EventKind.CALL_ENDED)) {
            // A batch does not tell which of them it was that ended a call, and which were written again.
            facts.forEach(this::close);
            return;
        }
        Map<AttemptId, Turn> turns = steering.after(handle, facts);
        PreparedBatch ends = handle.prepareBatch(CLOSE);
        for (FloorFact.Closed closed : facts) {
            bind(ends, closed, turns).add();
        }
        ends.execute();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, FloorFact.Closed closed,
            Map<AttemptId, Turn> turns) {
        Turn turn = turns.getOrDefault(closed.attempt(), Turn.NONE);
        return statement.bind("attempt", closed.attempt())
                .bind("outcome", closed.outcome().code())
                .bind("cause", closed.cause().q850())
                .bind("rang", closed.rang())
                .bind("note", shortened(WordColumns.en(closed.note())))
                .bind("noteZh", shortened(WordColumns.zh(closed.note())))
                .bind("at", closed.at())
                .bind("next", turn.orLater(closed.nextCallAt()))
                .bindByType("campaign", turn.campaign(), Long.class);
    }

    private Update move(FloorFact.AttemptFact fact, String state, String assignments) {
        String sql = "UPDATE attempts SET state = :state, " + assignments
                + " WHERE id = :attempt AND state IN (<earlier>)";
        return onAttempt(sql, fact.attempt())
                .bind("state", state)
                .bind("at", fact.at())
                .bindList("earlier", FORWARD.subList(0, FORWARD.indexOf(state)));
    }

    private void close(FloorFact.Closed closed) {
        int ended = bind(handle.createUpdate(CLOSE), closed, steering.after(handle, List.of(closed))).execute();
        if (ended == 0) {
            return;
        }
        if (!closed.outcome().unanswered()) {
            onAttempt(AGREED, closed.attempt()).execute();
            onAttempt(EXPECT_RECORDING, closed.attempt()).execute();
            onAttempt(END_RECORDING, closed.attempt()).execute();
            resume(closed.attempt(), closed.at(), PauseEnd.CALL_ENDED);
            talks.ended(closed.attempt(), closed.at());
        }
        if (closed.outcome() == Outcome.INVALID) {
            onAttempt(RETIRE_NUMBER, closed.attempt()).execute();
        }
        outbox.ended(handle, closed.attempt());
    }

    private void resume(AttemptId attempt, Instant at, PauseEnd why) {
        onAttempt(RESUME_RECORDING, attempt).bind("at", at).bind("why", why.code()).execute();
    }

    /**
     * What an agent says who gave the debtor to another is no disposition of the attempt: that is the other's to
     * say. What it notes of the debtor, such as a refusal, holds all the same.
     */
    private boolean saidOfOwnPart(FloorFact.Disposed disposed) {
        boolean handedOver = handle.createQuery(HANDED_OVER)
                .bind("attempt", disposed.attempt())
                .bind("agent", disposed.agent().value())
                .mapTo(Integer.class)
                .one() > 0;
        if (handedOver) {
            // In the order of all locks: the case, then what hangs on it.
            FollowUpStatements own = FollowUpStatements.ofAttempt(handle, disposed, outbox);
            int first = onAttempt(SAY_OF_OWN_PART, disposed.attempt()).bind("agent", disposed.agent().value())
                    .bind("disposition", disposed.wrapUp().disposition().code())
                    .bind("note", shortened(disposed.wrapUp().note()))
                    .execute();
            if (first > 0) {
                own.writeFacts();
            }
            dropDraft(disposed);
        }
        return handedOver;
    }

    private void dropDraft(FloorFact.Disposed disposed) {
        onAttempt(DROP_DRAFT, disposed.attempt()).bind("agent", disposed.agent().value()).execute();
    }

    private void dispose(FloorFact.Disposed disposed) {
        if (saidOfOwnPart(disposed)) {
            return;
        }
        // In the order of all locks: the case, then what hangs on it.
        Optional<FollowUpStatements> first = FollowUpStatements.ofUndisposed(handle, disposed, outbox);
        WrapUp wrapUp = disposed.wrapUp();
        Words details = wrapUp.details().words();
        onAttempt(DISPOSE, disposed.attempt())
                .bind("disposition", wrapUp.disposition().code())
                .bind("own", wrapUp.ownCode().orElse(null))
                .bind("note", shortened(wrapUp.note()))
                .bind("details", details.isEmpty() ? null : shortened(details.en()))
                .bind("detailsZh", shortened(WordColumns.zh(details)))
                .bind("at", disposed.at())
                .bind("agent", disposed.agent().value())
                .execute();
        dropDraft(disposed);
        first.ifPresent(FollowUpStatements::write);
    }

    private void skip(long number, FloorFact.Skipped skipped) {
        handle.createUpdate(SKIP)
                .bind("case", skipped.caseId().value())
                .bind("agent", skipped.agent().value())
                .bind("reason", skipped.reason().code())
                .bind("at", skipped.at())
                .bind("journal", journalId)
                .bind("fact", number)
                .execute();
        handle.createUpdate(PLAN)
                .bind("case", skipped.caseId().value())
                .bind("next", skipped.nextCallAt())
                .execute();
    }

    private void moveAgent(long number, AgentId agent, AgentState state) {
        AttemptId attempt = switch (state) {
            case AgentState.OnCall onCall -> onCall.attempt();
            case AgentState.WrapUp wrapUp -> wrapUp.attempt();
            case AgentState.SignedOut signedOut -> null;
            case AgentState.Ready ready -> null;
            case AgentState.OnBreak onBreak -> null;
        };
        handle.createUpdate(MOVE_AGENT)
                .bind("agent", agent.value())
                .bind("state", state.code())
                .bind("at", state.since())
                .bindByType("attempt", attempt, AttemptId.class)
                .bind("reason", state instanceof AgentState.OnBreak onBreak ? onBreak.reason() : null)
                .bind("journal", journalId)
                .bind("fact", number)
                .execute();
    }

    private Update onAttempt(String sql, AttemptId attempt) {
        return handle.createUpdate(sql).bind("attempt", attempt);
    }

    private static @Nullable String shortened(
            @Nullable String note) {
        return note == null ? null : Fitting.into(LONGEST_NOTE, note);
    }
}
