package com.callfloor.dialer.pbx;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.SSLSocketFactory;

import com.callfloor.dialer.words.Words;
import org.asteriskjava.manager.event.ManagerEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LagGuardTest {
    private final List<ManagerEvent> heard = new ArrayList<>();
    private int backlog;
    private final LagGuard guard = new LagGuard(new LinkEars() {
        @Override
        public void opened(AmiSession session, String version) {}

        @Override
        public void heard(AmiSession session, ManagerEvent event) {
            heard.add(event);
        }

        @Override
        public void lost(AmiSession session, Words why) {}

        @Override
        public int backlog() {
            return backlog;
        }
    }, new LinkCounters());
    private final AmiSession session = new AmiSession(
            new PbxSettings("127.0.0.1", 1, "u", "s", false, PbxSettings.DEBTOR_CONTEXT,
                    PbxSettings.AGENT_CONTEXT, PbxTimings.USUAL),
            (SSLSocketFactory) SSLSocketFactory.getDefault(), new LinkCounters(), guard);

    @Test
    void aDialerThatLagsGoesOn() throws InterruptedException {
        backlog = LagGuard.LAGGING + 1;
        guard.accept(session, AmiEvents.up("x"));
        assertThat(heard).hasSize(1);
        assertThat(session.awaitEnd(Duration.ofMillis(1))).isEmpty();
    }

    @Test
    void aDialerThatIsOverrunStartsOverFromASnapshot() throws InterruptedException {
        backlog = LagGuard.OVERRUN + 1;
        guard.accept(session, AmiEvents.up("x"));
        assertThat(heard).isEmpty();
        assertThat(session.awaitEnd(Duration.ofSeconds(5)).orElseThrow().en()).contains("snapshot");
    }
}
