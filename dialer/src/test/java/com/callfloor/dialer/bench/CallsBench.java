package com.callfloor.dialer.bench;

import java.time.Duration;
import java.util.Locale;

import com.callfloor.dialer.app.CallsOnTheFloor;
import com.callfloor.dialer.floor.Latencies;
import com.callfloor.dialer.local.DebtorBehaviour;
import com.callfloor.dialer.supervision.CampaignMode;

/** {@code bin/floor bench calls}: the dialer beside a bare script, on the same PBX, in one run. */
public final class CallsBench {
    private CallsBench() {}

    public static void main(String[] args) {
        Measuring.thenExit(() -> measureBoth(new Numbers(args)));
    }

    private static int measureBoth(Numbers numbers) throws Exception {
        var busy = new DebtorBehaviour.Busy(Duration.ZERO);
        measure("busy", busy, CampaignMode.RATIO, numbers.of("--busy", 8_000), false);
        measure("full", new DebtorBehaviour.Tone(Duration.ofMillis(300), Duration.ofSeconds(3), 440),
                CampaignMode.PROGRESSIVE, numbers.of("--full", 300), false);
        measure("busy", busy, CampaignMode.RATIO, numbers.of("--busy", 8_000), true);
        return 0;
    }

    private static void measure(String name, DebtorBehaviour behaviour, CampaignMode mode, int count, boolean pbxApart)
            throws Exception {
        if (count < 2) {
            return;
        }
        try (var floor = new CallsOnTheFloor("bench-calls-" + name + (pbxApart ? "-apart" : ""), behaviour, count)) {
            if (pbxApart) {
                floor.setPbxApart();
            }
            double bare;
            Latencies.View bareLatency;
            try (var script = new BareScript(floor.manager())) {
                script.nailUp(floor.extensions());
                Duration took = script.call(floor.numbers(), CallsOnTheFloor.atOnce(mode));
                bare = (count - count / 2) / (took.toNanos() / 1e9);
                bareLatency = script.answerToBridge();
            }
            CallsOnTheFloor.Figures dialer = floor.call(mode);
            System.out.printf(Locale.ROOT, "%s calls%s: script %.1f/s, dialer %.1f/s, ratio %.2f (goal 0.9 or more)%n",
                    name, pbxApart ? ", PBX on cores of its own" : "", bare, dialer.callsPerSecond(),
                    dialer.callsPerSecond() / bare);
            System.out.printf(Locale.ROOT, "           CPU a call: dialer and agents %.1f ms, PBX %.1f ms%n",
                    dialer.dialerCpu(), dialer.pbxCpu());
            if (mode == CampaignMode.PROGRESSIVE) {
                tell("script", bareLatency);
                tell("dialer", dialer.answerToBridge());
                System.out.printf(Locale.ROOT, "           p99 ratio %.2f (goal 2 or less)%n",
                        dialer.answerToBridge().p99() / bareLatency.p99());
            }
        }
    }

    private static void tell(String who, Latencies.View view) {
        System.out.printf(Locale.ROOT, "           answer to bridge, %s: p50 %.1f ms, p99 %.1f ms, max %.1f ms%n", who,
                view.p50(), view.p99(), view.max());
    }
}
