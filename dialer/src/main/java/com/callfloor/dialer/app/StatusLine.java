package com.callfloor.dialer.app;

import java.time.temporal.ChronoUnit;

import com.callfloor.dialer.supervision.FloorSnapshot;

/** The floor in one line, for a terminal. */
final class StatusLine {
    private StatusLine() {}

    static String of(FloorSnapshot floor) {
        long busy = floor.agents()
                .stream()
                .filter(agent -> agent.state().code().equals("on_call") || agent.state().code().equals("wrap_up"))
                .count();
        long signedIn = floor.agents().stream().filter(agent -> !agent.state().code().equals("signed_out")).count();
        var today = floor.today();
        return "%s  agents %d (%d busy)  calls %d  attempts %d  connected %d  abandoned %d  | %s".formatted(
                floor.clock().truncatedTo(ChronoUnit.SECONDS), signedIn, busy, floor.calls().size(),
                today.attempts(), today.connected(), today.abandoned(), floor.why());
    }
}
