package com.callfloor.dialer.pbx;

import java.util.function.BiConsumer;

import com.callfloor.dialer.words.Words;
import org.asteriskjava.manager.event.ManagerEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands one session's events over, and ends the session when they come faster than they can be dealt with: from then on
 * events would be lost unseen, and only a snapshot tells the truth again. On the library's event thread.
 */
final class LagGuard implements BiConsumer<AmiSession, ManagerEvent> {
    /** The PBX sends about 30 events a call, so this is some 150 calls behind. */
    static final int LAGGING = 5_000;
    static final int OVERRUN = 50_000;
    private static final Logger LOG = LoggerFactory.getLogger(LagGuard.class);

    private final LinkEars ears;
    private final LinkCounters counters;
    private boolean lagging;

    LagGuard(LinkEars ears, LinkCounters counters) {
        this.ears = ears;
        this.counters = counters;
    }

    @Override
    public void accept(AmiSession session, ManagerEvent event) {
        counters.eventSeen();
        int backlog = ears.backlog();
        if (backlog > OVERRUN) {
            session.drop(Words.of("the dialer fell %d events behind: starting over from a snapshot",
                    "拨号器落后 %d 个事件，正在重新同步", backlog));
            return;
        }
        if (backlog > LAGGING != lagging) {
            lagging = !lagging;
            LOG.error("the dialer {} with the PBX: {} events wait", lagging ? "cannot keep up" : "keeps up again",
                    backlog);
        }
        ears.heard(session, event);
    }
}
