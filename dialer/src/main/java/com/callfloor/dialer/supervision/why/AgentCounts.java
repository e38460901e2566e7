package com.callfloor.dialer.supervision.why;

import java.util.List;

import com.callfloor.dialer.agents.AgentLeg;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.supervision.AgentView;
import com.callfloor.dialer.supervision.CampaignMode;
import com.callfloor.dialer.words.Words;

/**
 * The floor's agents by what they do.
 *
 * @param ready ready, on the line or to be rung
 * @param noLine ready, but the headset's line is down
 */
public record AgentCounts(int ready, int noLine, int onCall, int wrapUp, int onBreak, int signedOut) {
    static AgentCounts of(List<AgentView> agents) {
        int[] counts = new int[6];
        agents.forEach(agent -> counts[place(agent)]++);
        return new AgentCounts(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
    }

    private static int place(AgentView agent) {
        return switch (agent.state()) {
            case AgentState.Ready ready -> agent.leg() instanceof AgentLeg.Up || agent.leg() instanceof AgentLeg.OnHook
                    ? 0
                    : 1;
            case AgentState.OnCall call -> 2;
            case AgentState.WrapUp wrapUp -> 3;
            case AgentState.OnBreak away -> 4;
            case AgentState.SignedOut out -> 5;
        };
    }

    /** What the agents have to do with it. Modes that dial ahead go on while all are busy. */
    List<Cause> causes(CampaignMode mode) {
        if (ready > 0) {
            return noLine == 0 ? List.of() : List.of(linesDown());
        }
        Cause cause;
        if (onCall + wrapUp > 0) {
            boolean ahead = mode == CampaignMode.PREDICTIVE;
            Words words = Words.of("no agent is free: %1$d in calls, %2$d in wrap-up, %3$d on break, %4$d signed out",
                    "没有空闲坐席：通话 %1$d，话后处理 %2$d，小休 %3$d，未签入 %4$d", onCall, wrapUp, onBreak, signedOut);
            cause = ahead ? Cause.telling("agents_busy", words) : Cause.stopping("agents_busy", words);
        } else if (noLine > 0) {
            return List.of(counted(Cause.stopping("no_line", linesDown().words())));
        } else {
            cause = Cause.stopping("no_agents", Words.of("no agent is ready: %1$d on break, %2$d signed out",
                    "没有就绪的坐席：小休 %1$d，未签入 %2$d", onBreak, signedOut));
        }
        return List.of(counted(cause));
    }

    private Cause linesDown() {
        return Cause.telling("no_line", Words.of("%d agents are ready, but their headsets are not connected",
                "%d 名坐席已就绪，但耳机未接通", noLine)).with("no_line", noLine);
    }

    private Cause counted(Cause cause) {
        return cause.with("ready", ready)
                .with("no_line", noLine)
                .with("on_call", onCall)
                .with("wrap_up", wrapUp)
                .with("break", onBreak)
                .with("signed_out", signedOut);
    }
}
