package com.callfloor.dialer.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import com.callfloor.dialer.pacing.FixedRatio;
import com.callfloor.dialer.pacing.Pacing;
import com.callfloor.dialer.pacing.Progressive;
import com.callfloor.dialer.pacing.predictive.AbandonmentCap;
import com.callfloor.dialer.pacing.predictive.Predictive;
import com.callfloor.dialer.pacing.simulator.Lead;
import com.callfloor.dialer.pacing.simulator.Shift;
import com.callfloor.dialer.pacing.simulator.ShiftPlan;
import com.callfloor.dialer.pacing.simulator.ShiftResult;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the production pacing against a floor's trace. */
@Command(name = "simulate")
final class SimulateCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--trace", required = true, paramLabel = "FILE")
    private Path trace = Path.of("");

    @Option(names = "--mode", paramLabel = "MODE")
    private String mode = "predictive";

    @Option(names = "--ratio", paramLabel = "N")
    private double ratio = 2;

    @Option(names = "--abandon-cap", paramLabel = "SHARE")
    private double cap = 0.03;

    @Option(names = "--json")
    private boolean json;

    @Mixin
    private Overrides overrides = new Overrides();

    private final PrintStream said;

    SimulateCommand(PrintStream said) {
        this.said = said;
    }

    @Override
    public Integer call() throws IOException, VerbProblem {
        TraceFile file = new TraceFile(trace);
        List<Lead> leads = file.leads();
        ShiftPlan plan = file.plan(overrides);
        ShiftResult result = new Shift(plan, leads, pacing(plan)).run();
        if (result.ranOut()) {
            System.err
                    .println("floor: the trace's " + leads.size() + " leads were all dialed before the shift was over; "
                            + "from then on nobody was called. A longer trace, or --hours, tells more.");
        }
        said.println(json ? asJson(result) : inWords(plan, result));
        return 0;
    }

    private Pacing pacing(ShiftPlan plan) throws VerbProblem {
        try {
            return switch (mode) {
                case "predictive" -> new Predictive(plan.patience(), new AbandonmentCap(cap));
                // A preview is one call for each free agent too; how long agents look at a case is not in the trace.
                case "progressive", "preview" -> new Progressive();
                case "ratio" -> new FixedRatio(ratio);
                default -> throw new VerbProblem("--mode " + mode
                        + " is not known; it can be predictive, progressive, preview or ratio");
            };
        } catch (IllegalArgumentException e) {
            throw new VerbProblem(String.valueOf(e.getMessage()));
        }
    }

    private static String inWords(ShiftPlan plan, ShiftResult result) {
        return String.format(Locale.ROOT,
                "%d agents, %.1f h, answer rate %s: occupancy %.1f %%, abandoned %.2f %% (worst"
                        + " hour %.2f %%), %.1f conversations an agent hour, %.1f s idle before each, %d attempts",
                plan.agents(),
                plan.length().toMillis() / 3.6e6, plan.answers(), 100 * result.occupancy(), 100 * result.abandonRate(),
                100 * result.worstHourAbandonRate(), result.callsPerAgentHour(), result.meanIdleSeconds(),
                result.attempts());
    }

    private static String asJson(ShiftResult result) {
        ObjectNode node = JSON.createObjectNode();
        node.put("occupancy", result.occupancy());
        node.put("abandon_rate", result.abandonRate());
        node.put("worst_hour_abandon_rate", result.worstHourAbandonRate());
        node.put("calls_per_agent_hour", result.callsPerAgentHour());
        node.put("mean_idle_s", result.meanIdleSeconds());
        node.put("attempts", result.attempts());
        node.put("answered", result.answered());
        node.put("abandoned", result.abandoned());
        return node.toString();
    }
}
