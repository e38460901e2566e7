package com.callfloor.dialer.calls;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;

/** Attempts as API, console and report ask for them. Blocks on the database. */
public interface CallLog {
    Optional<CallView> byId(AttemptId id);

    /** Newest first, at most {@code limit}, older than {@code before}. {@code state}: {@code open} or {@code closed}. */
    List<CallView> page(@Nullable CaseId caseId, @Nullable String state, @Nullable AttemptId before, int limit);

    /** Counts over the attempts reserved at or after {@code since}. */
    Totals totals(Instant since);

    /** The minutes since {@code since} in which calls were answered, in order. */
    List<AnsweredMinute> answersByMinute(String campaign, Instant since);

    /** How many calls were answered in the minute that begins then, and how many of them were abandoned. */
    record AnsweredMinute(Instant begins, int answered, int abandoned) {}

    /**
     * One attempt.
     *
     * @param rang whether it counts as one whose phone rang: it did, or {@code earlyMedia} leaves it open
     * @param earlyMedia sound came without a ringing signal
     * @param trunk the last that was asked; null if none was
     * @param talkEndedAt the agent was out of it, where the debtor was asked afterwards; else null
     * @param heldMillis how long the debtor was on hold in all, but for a hold that goes on
     * @param satisfaction the debtor's answer, 1 to 5
     * @param takenOverBy the supervisor who had the debtor instead of the agent from {@code takenOverAt} on
     * @param callerId our own number as it was shown, E.164; null left it to the trunk
     */
    record CallView(AttemptId id, CaseId caseId, String caseRef, String numberMasked, String state,
            @Nullable String outcome, @Nullable Integer cause, boolean rang, boolean earlyMedia, @Nullable String trunk,
            @Nullable String callerId, @Nullable Long agentId,
            @Nullable String agentName, Instant reservedAt, @Nullable Instant dialedAt, @Nullable Instant rangAt,
            @Nullable Instant answeredAt, @Nullable Instant connectedAt, @Nullable Instant talkEndedAt,
            @Nullable Instant endedAt, long heldMillis, @Nullable Integer satisfaction,
            @Nullable String disposition, @Nullable Words note, String decisionJson, @Nullable String recording,
            @Nullable Instant takenOverAt, @Nullable String takenOverBy) {
        /** The same for those who are not to know of its recording. */
        public CallView withoutRecording() {
            return new CallView(id, caseId, caseRef, numberMasked, state, outcome, cause, rang, earlyMedia, trunk,
                    callerId, agentId, agentName, reservedAt, dialedAt, rangAt, answeredAt, connectedAt, talkEndedAt,
                    endedAt, heldMillis, satisfaction, disposition, note, decisionJson, null, takenOverAt, takenOverBy);
        }
    }

    /** {@code failed}: ended as failed, congestion or unknown. {@code open}: not closed yet. */
    record Totals(long attempts, long answered, long connected, long abandoned, long failed, long open) {}
}
