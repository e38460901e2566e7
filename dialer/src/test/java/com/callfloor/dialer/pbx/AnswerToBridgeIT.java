package com.callfloor.dialer.pbx;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.floor.PbxEvent;
import com.callfloor.dialer.local.DebtorBehaviour;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long it takes from hearing of an answer to hearing that both are in one bridge. The median proves that no step on
 * the way polls or waits; the slowest calls say more about what else the machine is doing, so they are only reported.
 */
class AnswerToBridgeIT {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerToBridgeIT.class);
    private static final int WARM_UP = 10;
    private static final int CALLS = 50;
    private static final Duration LONGEST_MEDIAN = Duration.ofMillis(100);

    @Test
    void anAnsweredDebtorIsWithAnAgentAtOnce() throws IOException {
        List<Long> micros = Collections.synchronizedList(new ArrayList<>());
        try (PbxRig rig = new PbxRig("pbx-latency")) {
            LegId leg = rig.agentIsUp(1);
            rig.carrier.behave(Map.of(PbxRig.DEBTOR, new DebtorBehaviour.Tone(Duration.ofMillis(50),
                    DebtorBehaviour.UNTIL_HUNG_UP, PbxRig.DEBTOR_HERTZ)));
            for (int call = 0; call < WARM_UP + CALLS; call++) {
                AttemptId attempt = rig.nextAttempt();
                rig.told.react(event -> {
                    if (event instanceof PbxEvent.Answered answered && answered.attempt().equals(attempt)) {
                        rig.pbx.connect(attempt, leg);
                    }
                });
                rig.pbx.dial(rig.request(attempt));
                PbxEvent.Connected connected = rig.awaited(PbxEvent.Connected.class,
                        event -> event.attempt().equals(attempt));
                PbxEvent.Answered answered = rig.awaited(PbxEvent.Answered.class,
                        event -> event.attempt().equals(attempt));
                if (call >= WARM_UP) {
                    micros.add(Duration.between(answered.at(), connected.at()).toNanos() / 1_000);
                }
                rig.told.forget();
                rig.pbx.hangUp(attempt);
                rig.awaited(PbxEvent.AgentLegIdle.class, event -> event.leg().equals(leg));
                rig.awaited(PbxEvent.Ended.class, event -> event.attempt().equals(attempt));
            }
            LOG.info("link: {}", rig.pbx.stats());
        }
        Collections.sort(micros);
        long p50 = micros.get(CALLS / 2);
        long p99 = micros.get(CALLS * 99 / 100);
        LOG.info("answer to bridge over {} calls: p50 {} us, p99 {} us", CALLS, p50, p99);
        assertThat(Duration.ofNanos(p50 * 1_000)).isLessThan(LONGEST_MEDIAN);
    }
}
