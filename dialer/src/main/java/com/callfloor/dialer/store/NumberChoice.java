package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import com.callfloor.dialer.rules.CallQuestion;
import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.rules.Decision.Finding;
import com.callfloor.dialer.rules.Decision.Verdict;

/** Asks the rules for one number after the other until one may be called. */
final class NumberChoice {
    /** Beyond this an attempt that is not closed is a lost one, and no longer keeps a debtor from being called. */
    static final Duration LONGEST_UNDERWAY = Duration.ofHours(1);
    private static final Duration ASK_AGAIN_WHILE_UNDERWAY = Duration.ofMinutes(5);
    private static final Duration ASK_AGAIN_AFTER_DENIAL = Duration.ofHours(12);
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
    private static final String PACK = "floor";
    private static final String VERSION = "1";

    private final Function<CallQuestion, Decision> rules;
    private final Duration latestAnswer;
    private final Instant now;

    NumberChoice(Function<CallQuestion, Decision> rules, Duration latestAnswer, Instant now) {
        this.rules = rules;
        this.latestAnswer = latestAnswer;
        this.now = now;
    }

    /** What was decided, for which number. */
    sealed interface Choice {
        record Call(Candidate candidate, Decision decision) implements Choice {}

        /** {@code next}: when to ask again; empty if only new data can change it. */
        record Nobody(Decision decision, Optional<Instant> next) implements Choice {}
    }

    Choice choose(List<Candidate> candidates, PastTries tries, Function<Candidate, Set<ZoneId>> zones) {
        List<Decision> denials = new ArrayList<>();
        for (Candidate candidate : tries.inOrder(candidates)) {
            Decision decision = tries.underway(candidate, now, LONGEST_UNDERWAY)
                    .map(this::notWhileUnderway)
                    .orElseGet(asked(candidate, tries, zones));
            if (decision.allowed()) {
                return new Choice.Call(candidate, decision);
            }
            denials.add(decision);
        }
        return denials.stream()
                .min(Comparator.comparing(this::askAgain))
                .map(soonest -> new Choice.Nobody(soonest, Optional.of(askAgain(soonest))))
                .orElseGet(() -> new Choice.Nobody(noValidNumber(), Optional.empty()));
    }

    private Supplier<Decision> asked(Candidate candidate, PastTries tries, Function<Candidate, Set<ZoneId>> zones) {
        return () -> rules
                .apply(new CallQuestion(now, latestAnswer, zones.apply(candidate), tries.callsFor(candidate)));
    }

    /** A rule that names an instant in the past would have its case asked about again at once, without end. */
    private Instant askAgain(Decision decision) {
        Instant named = decision.verdict() instanceof Verdict.NotBefore notBefore
                ? notBefore.instant()
                : now.plus(ASK_AGAIN_AFTER_DENIAL);
        Instant earliest = now.plus(SHORTEST_WAIT);
        return named.isBefore(earliest) ? earliest : named;
    }

    private Decision notWhileUnderway(Instant since) {
        return denial(new Verdict.NotBefore(now.plus(ASK_AGAIN_WHILE_UNDERWAY)), "ONE-CALL-AT-A-TIME",
                "an attempt to this debtor or number is under way since " + since);
    }

    private Decision noValidNumber() {
        return denial(new Verdict.Deny(), "NO-VALID-NUMBER",
                "the debtor has no number of their own that is in service; one from a new case file makes it due again");
    }

    private Decision denial(Verdict verdict, String rule, String because) {
        return new Decision(now, verdict, List.of(new Finding(rule, PACK, VERSION, false, because)), Set.of());
    }
}
