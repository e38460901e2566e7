package com.callfloor.dialer.rules.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import com.callfloor.dialer.rules.CallQuestion;
import com.callfloor.dialer.rules.CallingRules;
import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.rules.history.CallHistory;
import com.callfloor.dialer.rules.history.CallResult;
import com.callfloor.dialer.rules.history.Callee;
import com.callfloor.dialer.rules.history.DailyWindow;
import com.callfloor.dialer.rules.history.Direction;
import com.callfloor.dialer.rules.history.FactKind;
import com.callfloor.dialer.rules.history.LineKind;
import com.callfloor.dialer.rules.history.PastCall;
import com.callfloor.dialer.rules.history.StandingFact;
import org.jspecify.annotations.Nullable;

/**
 * The state of a replay: everything that was told so far, in the order of the stream. What is told later than a query
 * does not count for it, nor does what happened later than the instant it asks about. Confined to one thread.
 */
public final class Replay {
    private final CallingRules rules;
    private final Duration latestAnswer;
    private final Keys keys = new Keys();
    private final Map<String, ReplayCase> cases = new HashMap<>();
    private final List<PastCall> calls = new ArrayList<>();
    private final Map<Long, List<Integer>> callsByKey = new HashMap<>();
    private final Map<Long, List<StandingFact>> factsByKey = new HashMap<>();

    /** {@code latestAnswer}: from the instant that a query asks about to the latest possible answer. */
    public Replay(CallingRules rules, Duration latestAnswer) {
        this.rules = rules;
        this.latestAnswer = latestAnswer;
    }

    /** Tells of a case, or tells anew where it was told of already. */
    public void tell(ReplayCase told) {
        cases.put(told.id(), told);
    }

    public Optional<ReplayCase> find(String caseId) {
        return Optional.ofNullable(cases.get(caseId));
    }

    public void call(ReplayCase of, String number, Instant at, Direction direction, CallResult result, boolean rang) {
        Callee callee = callee(of, number);
        calls.add(new PastCall(at, callee, direction, result, rang));
        int index = calls.size() - 1;
        for (long key : keysOf(callee)) {
            callsByKey.computeIfAbsent(key, none -> new ArrayList<>()).add(index);
        }
    }

    /** {@code number} null: the fact names none. */
    public void fact(ReplayCase of, FactKind kind, Instant at, @Nullable String number, @Nullable Instant until,
            @Nullable DailyWindow window) {
        long person = keys.of("debtor", of.debtor());
        Long named = number == null ? null : keys.of("number", number);
        var fact = new StandingFact(kind, at, person, keys.of("debt", of.debt()), named, until, window, Set.of());
        factsByKey.computeIfAbsent(person, none -> new ArrayList<>()).add(fact);
        if (named != null) {
            factsByKey.computeIfAbsent(named, none -> new ArrayList<>()).add(fact);
        }
    }

    public Decision ask(ReplayCase of, String number, Instant at) {
        return rules.decide(question(of, number, at));
    }

    private CallQuestion question(ReplayCase of, String number, Instant at) {
        Callee callee = callee(of, number);
        return new CallQuestion(at, latestAnswer, callee, of.zones(), history(callee).until(at), facts(callee, at),
                false);
    }

    private CallHistory history(Callee callee) {
        TreeMap<Integer, PastCall> found = new TreeMap<>();
        for (long key : keysOf(callee)) {
            callsByKey.getOrDefault(key, List.of()).forEach(index -> found.put(index, calls.get(index)));
        }
        return CallHistory.of(found.values());
    }

    private List<StandingFact> facts(Callee callee, Instant at) {
        List<StandingFact> found = new ArrayList<>(factsByKey.getOrDefault(callee.person(), List.of()));
        factsByKey.getOrDefault(callee.number(), List.of())
                .stream()
                .filter(fact -> fact.person() != callee.person())
                .forEach(found::add);
        found.removeIf(fact -> fact.at().isAfter(at));
        return found;
    }

    private Callee callee(ReplayCase of, String number) {
        return new Callee(keys.of("debtor", of.debtor()), keys.of("debt", of.debt()),
                keys.of("account", of.account()), keys.of("household", of.household()), keys.of("number", number),
                of.numbers().getOrDefault(number, LineKind.MOBILE));
    }

    private static long[] keysOf(Callee callee) {
        return new long[]{callee.person(), callee.debt(), callee.account(), callee.household(), callee.number()};
    }

    /** Gives each id of each kind a key of its own. */
    private static final class Keys {
        private final Map<String, Long> given = new HashMap<>();

        long of(String kind, String id) {
            return given.computeIfAbsent(kind + ' ' + id, none -> given.size() + 1L);
        }
    }
}
