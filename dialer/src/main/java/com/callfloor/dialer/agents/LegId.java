package com.callfloor.dialer.agents;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One leg: the call to an agent's headset, nailed up or for one call. It is the PBX channel's id.
 *
 * @param serial tells this leg from the agent's earlier ones; milliseconds since the epoch when it was rung
 */
public record LegId(AgentId agent, long serial) {
    private static final Pattern TEXT = Pattern.compile("agent-(\\d{1,18})-(\\d{1,18})");

    public static Optional<LegId> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(
                        new LegId(new AgentId(Long.parseLong(matcher.group(1))), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "agent-" + agent.value() + "-" + serial;
    }
}
