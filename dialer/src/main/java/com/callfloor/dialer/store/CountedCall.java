package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.calls.Disposition;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.cases.NumberRole;
import com.callfloor.dialer.contacts.CallSlot;
import com.callfloor.dialer.contacts.PastTry;
import com.callfloor.dialer.rules.history.CallResult;
import com.callfloor.dialer.rules.history.Callee;
import com.callfloor.dialer.rules.history.Channel;
import com.callfloor.dialer.rules.history.Direction;
import com.callfloor.dialer.rules.history.LineKind;
import com.callfloor.dialer.rules.history.PastCall;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * A call of the books that may count, whoever decides: an attempt, a call of others, or a message.
 *
 * @param underWay an attempt whose end is not written
 */
record CountedCall(Instant at, long person, long caseId, long number, LineKind line, Direction direction,
        CallResult result, boolean rang, boolean underWay, Channel channel) {
    private static final String ATTEMPT = "attempt";

    static CountedCall of(ResultSet row, StatementContext context) throws SQLException {
        String result = row.getString("result");
        boolean attempt = ATTEMPT.equals(row.getString("kind"));
        String outcome = attempt ? row.getString("result") : null;
        CallResult became = attempt
                ? resultOf(outcome, row.getString("disposition"))
                : CallResult.ofCode(result).orElse(CallResult.UNKNOWN);
        Channel channel = Channel.ofCode(row.getString("channel")).orElseThrow();
        return new CountedCall(Rows.instant(row, "at"), row.getLong("debtor_id"), row.getLong("case_id"),
                row.getLong("number_id"), lineOf(row.getString("role")),
                "in".equals(row.getString("direction")) ? Direction.IN : Direction.OUT, became,
                row.getBoolean("rang"), attempt && outcome == null, channel);
    }

    /** What is reserved now and counts for whatever is decided next. */
    static CountedCall reserved(Instant at, CaseRecord due, Candidate called) {
        return new CountedCall(at, due.debtor().value(), due.id().value(), called.id(), called.line(), Direction.OUT,
                CallResult.UNKNOWN, false, true, Channel.CALL);
    }

    CountedCall notAfter(Instant now) {
        return at.isAfter(now)
                ? new CountedCall(now, person, caseId, number, line, direction, result, rang, underWay, channel)
                : this;
    }

    boolean isMessage() {
        return channel.isMessage();
    }

    boolean placedByUs() {
        return direction == Direction.OUT && !isMessage();
    }

    /** What it says about its number; nothing if it failed on our side, is not over, or was not ours. */
    Optional<PastTry> tells(Set<ZoneId> zones) {
        Optional<PastTry.Result> told = switch (result) {
            case CONVERSATION, ANSWERED, ABANDONED -> Optional.of(PastTry.Result.ANSWERED);
            case VOICEMAIL, NO_ANSWER -> Optional.of(PastTry.Result.UNANSWERED);
            case BUSY -> Optional.of(PastTry.Result.BUSY);
            case INVALID -> Optional.of(PastTry.Result.INVALID);
            case FAILED, UNKNOWN -> Optional.empty();
        };
        return told.filter(known -> placedByUs()).map(known -> new PastTry(at, CallSlot.at(at, zones), known));
    }

    PastCall asSeenWith(long household) {
        return new PastCall(at, new Callee(person, caseId, caseId, household, number, line), direction, result, rang,
                channel);
    }

    static LineKind lineOf(@Nullable String role) {
        if (role == null) {
            return LineKind.MOBILE;
        }
        return switch (Rows.constant(NumberRole.class, role)) {
            case MOBILE -> LineKind.MOBILE;
            case HOME -> LineKind.LANDLINE;
            case WORK -> LineKind.WORK;
            case CONTACT -> LineKind.CONTACT;
        };
    }

    /** {@code outcome} null: not over, so that it counts as anything. */
    static CallResult resultOf(@Nullable String outcome, @Nullable String disposition) {
        if (outcome == null) {
            return CallResult.UNKNOWN;
        }
        return switch (Outcome.ofCode(outcome)) {
            case CONNECTED -> Disposition.VOICEMAIL.code().equals(disposition)
                    ? CallResult.VOICEMAIL
                    : Disposition.NO_CONVERSATION.code().equals(disposition)
                            ? CallResult.ANSWERED
                            : CallResult.CONVERSATION;
            case ABANDONED -> CallResult.ABANDONED;
            case MACHINE -> CallResult.VOICEMAIL;
            case NO_ANSWER, REJECTED -> CallResult.NO_ANSWER;
            case BUSY -> CallResult.BUSY;
            case INVALID -> CallResult.INVALID;
            case CONGESTION, FAILED -> CallResult.FAILED;
            case UNKNOWN -> CallResult.UNKNOWN;
        };
    }
}
