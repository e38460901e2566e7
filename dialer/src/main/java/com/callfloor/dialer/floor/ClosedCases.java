package com.callfloor.dialer.floor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.supervision.ClosedBecause;

/**
 * Cases that were closed while the floor was at work on them: paid, or withdrawn by the lender. The books give out none of
 * them any more; what was reserved before that is stopped here. Confined to the floor's thread.
 */
final class ClosedCases {
    private final Clock clock;
    private final Pbx pbx;
    private final OpenCalls calls;
    private final AgentDesks desks;
    private final Announcer announcer;
    private final Duration longestReservation;
    private final Map<CaseId, Barred> barred = new HashMap<>();

    private record Barred(ClosedBecause why, Instant until) {}

    /** @param longestReservation a reservation older than this is not dialed */
    ClosedCases(Clock clock, Pbx pbx, OpenCalls calls, AgentDesks desks, Announcer announcer,
            Duration longestReservation) {
        this.clock = clock;
        this.pbx = pbx;
        this.calls = calls;
        this.desks = desks;
        this.announcer = announcer;
        this.longestReservation = longestReservation;
    }

    /** Ends every call about them that nobody has answered; who talks already goes on, and is told. */
    void close(Set<CaseId> cases, ClosedBecause why) {
        Instant now = clock.instant();
        Instant until = now.plus(longestReservation);
        cases.forEach(each -> barred.put(each, new Barred(why, until)));
        for (OpenCall call : calls.all()) {
            if (cases.contains(call.card.id())) {
                if (nobodyIsThere(call.state())) {
                    end(call, why, now);
                } else {
                    tell(call, why);
                }
            }
        }
    }

    void reopen(Set<CaseId> cases) {
        barred.keySet().removeAll(cases);
    }

    /** Why a call about this case that was reserved before must not be placed, if so. */
    Optional<ClosedBecause> bar(CaseId caseId, Instant now) {
        barred.values().removeIf(each -> now.isAfter(each.until()));
        return Optional.ofNullable(barred.get(caseId)).map(Barred::why);
    }

    private void end(OpenCall call, ClosedBecause why, Instant now) {
        if (call.hangUpAskedAt().isEmpty()) {
            call.noteEnd(why.words());
            call.markHangUpAsked(now);
            pbx.hangUp(call.id);
        }
    }

    private void tell(OpenCall call, ClosedBecause why) {
        call.agent().flatMap(desks::find).ifPresent(desk -> announcer.caseClosed(desk, call.card.caseRef(), why));
    }

    /** Whoever picked up is not hung up on: a debtor who waits for an agent would be called and left again. */
    private static boolean nobodyIsThere(CallState state) {
        return switch (state) {
            case CallState.Reserved reserved -> true;
            case CallState.Dialing dialing -> true;
            case CallState.Ringing ringing -> true;
            case CallState.OnMachine machine -> true;
            case CallState.Detecting detecting -> false;
            case CallState.Waiting waiting -> false;
            case CallState.Connecting connecting -> false;
            case CallState.Connected connected -> false;
            case CallState.AgentLost lost -> false;
            case CallState.Held onHold -> false;
            case CallState.Asking asking -> false;
            case CallState.Outside outside -> false;
            case CallState.PlayingMessage message -> false;
            case CallState.Closed closed -> false;
        };
    }
}
