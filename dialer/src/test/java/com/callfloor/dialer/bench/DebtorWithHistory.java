package com.callfloor.dialer.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.callfloor.dialer.rules.CallQuestion;
import com.callfloor.dialer.rules.history.CallHistory;
import com.callfloor.dialer.rules.history.CallResult;
import com.callfloor.dialer.rules.history.Callee;
import com.callfloor.dialer.rules.history.DailyWindow;
import com.callfloor.dialer.rules.history.Direction;
import com.callfloor.dialer.rules.history.FactKind;
import com.callfloor.dialer.rules.history.LineKind;
import com.callfloor.dialer.rules.history.PastCall;
import com.callfloor.dialer.rules.history.StandingFact;

/**
 * A debtor of several debts, numbers and possible zones who was called 500 times within a year: more than any reservation
 * reads, for the ledger reaches back a few weeks.
 */
final class DebtorWithHistory {
    private static final int CALLS = 500;
    private static final Duration LATEST_ANSWER = Duration.ofSeconds(50);
    private static final Callee ASKED = callee(1, 1);
    private static final List<CallResult> RESULTS = List.of(CallResult.NO_ANSWER, CallResult.BUSY,
            CallResult.NO_ANSWER, CallResult.VOICEMAIL, CallResult.NO_ANSWER, CallResult.CONVERSATION,
            CallResult.NO_ANSWER, CallResult.ANSWERED, CallResult.FAILED);

    private final Set<ZoneId> zones;
    private final Instant now;

    /** {@code now}: an instant of ordinary hours in each of {@code zones}. */
    DebtorWithHistory(Instant now, String... zones) {
        this.now = now;
        this.zones = Stream.of(zones).map(ZoneId::of).collect(Collectors.toUnmodifiableSet());
    }

    /** A call about a debt that is as good as free: one call about it lately, two hours ago. */
    CallQuestion allowed() {
        return question(now, called(Duration.ofHours(2)));
    }

    /** As many calls today as nobody permits. */
    CallQuestion capped() {
        return question(now, called(Duration.ofHours(2), Duration.ofMinutes(80), Duration.ofMinutes(40)));
    }

    /** Twelve hours later. */
    CallQuestion atNight() {
        return question(now.plus(Duration.ofHours(12)), called(Duration.ofHours(2)));
    }

    private CallQuestion question(Instant at, List<PastCall> lately) {
        List<PastCall> calls = new ArrayList<>();
        Duration pause = Duration.ofDays(356).dividedBy(CALLS);
        Instant year = now.minus(Duration.ofDays(365));
        for (int nth = 0; nth < CALLS - lately.size(); nth++) {
            calls.add(new PastCall(year.plus(pause.multipliedBy(nth)), callee(1 + nth % 4, 1 + nth % 3), Direction.OUT,
                    RESULTS.get(nth % RESULTS.size()), true));
        }
        calls.addAll(lately);
        return new CallQuestion(at, LATEST_ANSWER, ASKED, zones, CallHistory.of(calls), facts(), false);
    }

    private List<PastCall> called(Duration... ago) {
        return Stream.of(ago)
                .map(each -> new PastCall(now.minus(each), ASKED, Direction.OUT, CallResult.NO_ANSWER, true))
                .toList();
    }

    private static Callee callee(long debt, long number) {
        return new Callee(1, debt, debt, 1, number, LineKind.MOBILE);
    }

    /** None that forbids a call now. */
    private List<StandingFact> facts() {
        var lunch = DailyWindow.daily(LocalTime.of(12, 30), LocalTime.of(13, 30));
        return List.of(new StandingFact(FactKind.INCONVENIENT, daysAgo(200), 1, 1, null, null, lunch, Set.of()),
                new StandingFact(FactKind.INCONVENIENT, daysAgo(60), 1, 1, null, daysAgo(30), null, Set.of()),
                new StandingFact(FactKind.CONSENT, daysAgo(90), 1, 1, 1L, null, null, Set.of()),
                new StandingFact(FactKind.WRONG_PARTY, daysAgo(100), 1, 1, 3L, null, null, Set.of()),
                new StandingFact(FactKind.DISPUTE, daysAgo(20), 1, 4, null, null, null, Set.of()));
    }

    private Instant daysAgo(int days) {
        return now.minus(Duration.ofDays(days));
    }
}
