package com.callfloor.dialer.store;

import java.time.Instant;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.ConferenceEnd;
import com.callfloor.dialer.calls.HoldEnd;
import com.callfloor.dialer.floor.FloorFact;
import com.callfloor.dialer.words.Words;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** What became of a talk between its beginning and its end: holds, transfers, also to the outside, a third who was in it. */
final class TalkStatements {
    /** A dialer that was started anew may have seen nothing of the hold but that it goes on. */
    private static final String HOLD = """
            INSERT INTO call_holds (attempt_id, held_at, agent_id)
            SELECT a.id, :at, :agent FROM attempts a WHERE a.id = :attempt AND NOT EXISTS (SELECT 1 FROM call_holds h
                WHERE h.attempt_id = a.id AND (h.ended_at IS NULL OR h.held_at = :at))""";
    private static final String END_HOLD = """
            UPDATE call_holds SET ended_at = GREATEST(:at, held_at), ended_because = :why
            WHERE attempt_id = :attempt AND ended_at IS NULL""";
    private static final String TRANSFER = """
            INSERT INTO call_transfers (attempt_id, asked_at, kind, from_agent, to_agent, ended_at, taken, because,
                                        because_zh)
            VALUES (:attempt, :asked, :kind, :from, :to, GREATEST(:at, :asked), :taken, :because, :becauseZh)
            ON DUPLICATE KEY UPDATE kind = call_transfers.kind""";
    private static final String HAND_OVER = "UPDATE attempts SET agent_id = :to WHERE id = :attempt";
    /** As with a hold. */
    private static final String THIRD_JOINED = """
            INSERT INTO call_conferences (attempt_id, joined_at, agent_id, third_id, barged)
            SELECT a.id, :at, :agent, :third, :barged FROM attempts a WHERE a.id = :attempt
            AND NOT EXISTS (SELECT 1 FROM call_conferences c
                WHERE c.attempt_id = a.id AND (c.left_at IS NULL OR c.joined_at = :at))""";
    private static final String THIRD_LEFT = """
            UPDATE call_conferences SET left_at = GREATEST(:at, joined_at), left_because = :why
            WHERE attempt_id = :attempt AND left_at IS NULL""";

    private static final String OUTSIDE_RUNG = """
            INSERT INTO call_outside_transfers (attempt_id, rung_at, destination, agent_id, trunk, caller_id)
            VALUES (:attempt, :at, :destination, :agent, :trunk, :callerId)
            ON DUPLICATE KEY UPDATE destination = call_outside_transfers.destination""";
    /** One that a dead dialer left open: the debtor was not given to them, whoever they are given to now. */
    private static final String OUTSIDE_LOST_SIGHT = """
            UPDATE call_outside_transfers SET ended_at = GREATEST(:at, rung_at), because = 'the dialer was started anew',
                   because_zh = '拨号服务重新启动'
            WHERE attempt_id = :attempt AND taken_at IS NULL AND ended_at IS NULL AND rung_at < :at""";
    /** A fact that is written again changes nothing of a later try. */
    private static final String OUTSIDE_TAKEN = """
            UPDATE call_outside_transfers SET taken_at = GREATEST(:at, rung_at)
            WHERE attempt_id = :attempt AND taken_at IS NULL AND ended_at IS NULL AND rung_at <= :at""";
    private static final String OUTSIDE_ENDED = """
            UPDATE call_outside_transfers SET ended_at = GREATEST(:at, COALESCE(taken_at, rung_at)),
                   because = CASE WHEN taken_at IS NULL THEN :because END,
                   because_zh = CASE WHEN taken_at IS NULL THEN :becauseZh END
            WHERE attempt_id = :attempt AND ended_at IS NULL AND rung_at <= :at""";

    private final Handle handle;

    TalkStatements(Handle handle) {
        this.handle = handle;
    }

    void held(FloorFact.Held held) {
        onAttempt(HOLD, held.attempt()).bind("at", held.at()).bind("agent", held.agent().value()).execute();
    }

    void holdEnded(AttemptId attempt, Instant at, HoldEnd why) {
        onAttempt(END_HOLD, attempt).bind("at", at).bind("why", why.code()).execute();
    }

    void transferred(FloorFact.Transferred transferred) {
        onAttempt(TRANSFER, transferred.attempt()).bind("asked", transferred.askedAt())
                .bind("kind", transferred.kind().code())
                .bind("from", transferred.from().value())
                .bind("to", transferred.to().value())
                .bind("at", transferred.at())
                .bind("taken", transferred.because() == null)
                .bind("because", WordColumns.en(transferred.because()))
                .bind("becauseZh", WordColumns.zh(transferred.because()))
                .execute();
        if (transferred.handsOver()) {
            onAttempt(HAND_OVER, transferred.attempt()).bind("to", transferred.to().value()).execute();
        }
    }

    void thirdJoined(FloorFact.ThirdJoined joined) {
        onAttempt(THIRD_JOINED, joined.attempt()).bind("at", joined.at())
                .bind("agent", joined.agent().value())
                .bind("third", joined.third().value())
                .bind("barged", joined.barged())
                .execute();
    }

    void thirdLeft(AttemptId attempt, Instant at, ConferenceEnd why) {
        onAttempt(THIRD_LEFT, attempt).bind("at", at).bind("why", why.code()).execute();
    }

    void outsideRung(FloorFact.OutsideRung rung) {
        onAttempt(OUTSIDE_LOST_SIGHT, rung.attempt()).bind("at", rung.at()).execute();
        onAttempt(OUTSIDE_RUNG, rung.attempt()).bind("at", rung.at())
                .bind("destination", rung.destination())
                .bind("agent", rung.agent().value())
                .bind("trunk", rung.trunk())
                .bind("callerId", rung.callerId() == null ? null : rung.callerId().e164())
                .execute();
    }

    void outsideTaken(FloorFact.OutsideTaken taken) {
        onAttempt(OUTSIDE_TAKEN, taken.attempt()).bind("at", taken.at()).execute();
    }

    void outsideEnded(AttemptId attempt, Instant at, Words because) {
        onAttempt(OUTSIDE_ENDED, attempt).bind("at", at)
                .bind("because", WordColumns.en(because))
                .bind("becauseZh", WordColumns.zh(because))
                .execute();
    }

    /** What stands open ends with the call. */
    void ended(AttemptId attempt, Instant at) {
        holdEnded(attempt, at, HoldEnd.CALL_ENDED);
        thirdLeft(attempt, at, ConferenceEnd.CALL_ENDED);
        outsideEnded(attempt, at, new Words("the call ended", "通话结束"));
    }

    private Update onAttempt(String sql, AttemptId attempt) {
        return handle.createUpdate(sql).bind("attempt", attempt);
    }
}
