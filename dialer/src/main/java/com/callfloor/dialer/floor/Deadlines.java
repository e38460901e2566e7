package com.callfloor.dialer.floor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lost event or reply strands nobody: each state of a call has its time, after which the call is ended, and, where even
 * that brings no word, closed as lost. Confined to the floor's thread.
 */
final class Deadlines {
    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration LONGEST_WITHOUT_AGENT = Duration.ofSeconds(45);
    /** Its greeting, at most 30 s, and our message. */
    private static final Duration LONGEST_ON_MACHINE = Duration.ofSeconds(75);

    /** The question, the wait for a key and the thanks take half of it. */
    private static final Duration LONGEST_ASKING = Duration.ofSeconds(40);

    private final FloorSettings settings;
    private final Clock clock;
    private final Pbx pbx;
    private final OpenCalls calls;
    private final FloorGate gate;
    private final Closing closing;

    Deadlines(FloorSettings settings, Clock clock, Pbx pbx, OpenCalls calls, FloorGate gate, Closing closing) {
        this.settings = settings;
        this.clock = clock;
        this.pbx = pbx;
        this.calls = calls;
        this.gate = gate;
        this.closing = closing;
    }

    void check() {
        if (!gate.linkUp()) {
            return;
        }
        Instant now = clock.instant();
        for (OpenCall call : calls.all()) {
            if (call.hangUpAskedAt().isPresent()) {
                if (now.isAfter(call.hangUpAskedAt().get().plus(GRACE))) {
                    closing.lost(call, now, new Words("no word of its end from the PBX", "未收到 PBX 关于其结束的消息"));
                }
            } else if (now.isAfter(call.state().since().plus(allowed(call.state())))) {
                if (!(call.state() instanceof CallState.Ringing)) {
                    LOG.warn("attempt {} stayed {} for too long: ended", call.id, call.state().code());
                }
                call.markHangUpAsked(now);
                pbx.hangUp(call.id);
            }
        }
    }

    private Duration allowed(CallState state) {
        return switch (state) {
            case CallState.Reserved reserved -> settings.setUp().plus(GRACE);
            case CallState.Dialing dialing -> settings.latestAnswer().plus(GRACE);
            case CallState.Ringing ringing -> settings.longestRing();
            case CallState.Detecting detecting -> LONGEST_WITHOUT_AGENT;
            case CallState.Waiting waiting -> LONGEST_WITHOUT_AGENT;
            case CallState.Connecting connecting -> GRACE;
            case CallState.Connected connected -> settings.longestCall();
            case CallState.AgentLost lost -> LostAgents.patienceOfPbx(settings.phones()).plus(LONGEST_WITHOUT_AGENT);
            case CallState.Held onHold -> settings.phones().longestHold().plus(LONGEST_WITHOUT_AGENT);
            case CallState.Asking asking -> LONGEST_ASKING;
            case CallState.Outside outside -> settings.longestCall();
            case CallState.PlayingMessage message -> LONGEST_WITHOUT_AGENT;
            case CallState.OnMachine machine -> LONGEST_ON_MACHINE;
            case CallState.Closed closed -> GRACE;
        };
    }
}
