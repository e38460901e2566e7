package com.callfloor.dialer.messages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.dispositions.FollowUpPlan;
import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.rules.Decision.Finding;
import com.callfloor.dialer.rules.Decision.Verdict;
import com.callfloor.dialer.rules.EngineRules;
import com.callfloor.dialer.rules.Reason;
import com.callfloor.dialer.rules.history.Channel;
import com.callfloor.dialer.words.Words;

/**
 * What holds of messages beside what the packs say of them. Packs that say nothing of a message's hours do not let it go:
 * what nobody thought of is not permitted.
 */
public final class MessageRules {
    private MessageRules() {}

    /**
     * The packs' answer, made stricter.
     *
     * @param waitsUntil until when the case waits for something that messages wait for too
     */
    public static Decision judge(Decision asked, Channel channel, Optional<Instant> waitsUntil) {
        List<Finding> findings = new ArrayList<>(asked.findings());
        Verdict verdict = asked.verdict();
        if (asked.allowed() && asked.findings().stream().noneMatch(MessageRules::namesHours)) {
            findings.add(EngineRules.finding(new Reason.NoHours(channel)));
            verdict = new Verdict.Deny();
        }
        if (waitsUntil.isPresent() && waitsUntil.get().isAfter(asked.at())) {
            findings.add(EngineRules.finding(new Reason.CaseWaits(waitsUntil.get())));
            verdict = later(verdict, waitsUntil.get());
        }
        return new Decision(asked.at(), verdict, findings, asked.zones());
    }

    private static boolean namesHours(Finding finding) {
        return finding.reason() instanceof Reason.WithinHours;
    }

    private static Verdict later(Verdict verdict, Instant until) {
        if (!until.isBefore(FollowUpPlan.FOR_GOOD)) {
            return new Verdict.Deny();
        }
        return switch (verdict) {
            case Verdict.Allow allow -> new Verdict.NotBefore(until);
            case Verdict.NotBefore(var instant) -> new Verdict.NotBefore(instant.isAfter(until) ? instant : until);
            case Verdict.Deny deny -> deny;
        };
    }

    /** What follows from a decision for a message. */
    public sealed interface Outcome {
        record Send() implements Outcome {}

        record Hold(Instant until, Words why) implements Outcome {}

        record Refuse(Words why) implements Outcome {}
    }

    /** {@code expiresAt}: a message that may go only at this or later is not held, since it would mean nothing then. */
    public static Outcome outcome(Decision decision, Instant expiresAt) {
        Words why = Words.same(String.join(", ", decision.deniedBy()));
        return switch (decision.verdict()) {
            case Verdict.Allow allow -> new Outcome.Send();
            case Verdict.Deny deny -> new Outcome.Refuse(why);
            case Verdict.NotBefore(var instant) -> instant.isBefore(expiresAt)
                    ? new Outcome.Hold(instant, why)
                    : new Outcome.Refuse(
                            why.and(Words.of("not before %s, which is too late", "须到 %s 之后，已经太晚", instant)));
        };
    }
}
