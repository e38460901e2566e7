package com.callfloor.dialer.web.json;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.callfloor.dialer.supervision.AgentView;
import com.callfloor.dialer.supervision.Campaign;
import com.callfloor.dialer.supervision.FloorSnapshot;
import com.callfloor.dialer.supervision.FloorSnapshot.Today;
import com.callfloor.dialer.supervision.LiveCall;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The floor as a whole: the wallboard's numbers. */
public final class FloorJson {
    private static final List<String> AGENT_STATES = List.of("signed_out", "ready", "on_call", "wrap_up", "break");
    private static final List<String> CALL_STATES = List.of("reserved", "dialing", "ringing", "detecting",
            "waiting", "connecting", "connected", "held", "agent_lost", "asking", "message", "machine");

    private FloorJson() {}

    /** What everybody who is signed in may know, agents too. */
    public static JsonObject base(FloorSnapshot floor) {
        return new JsonObject().put("clock", Times.text(floor.clock()))
                .put("simulated", floor.simulated())
                .put("mode", floor.campaigns().getFirst().mode().code())
                .put("link", new JsonObject().put("pbx", link(floor.links().pbxUp()))
                        .put("database",
                                link(floor.links().databaseUp())));
    }

    public static JsonObject whole(FloorSnapshot floor) {
        return base(floor).put("resumes_to", floor.campaigns().getFirst().resumesTo().code())
                .put("agents", counts(AGENT_STATES, floor.agents(), agent -> agent.state().code()))
                .put("calls", counts(CALL_STATES, floor.calls(), call -> call.state().code()))
                .put("today", today(floor.today()))
                .put("occupancy", floor.occupancy())
                .put("campaigns", campaigns(floor))
                .put("why", floor.why())
                .put("why_zh", floor.whyChinese());
    }

    public static JsonArray agents(FloorSnapshot floor) {
        JsonArray items = new JsonArray();
        floor.agents()
                .stream()
                .sorted(Comparator.comparing((AgentView agent) -> agent.agent().id()))
                .forEach(agent -> items.add(AgentJson.agent(agent)));
        return items;
    }

    public static JsonArray calls(FloorSnapshot floor) {
        JsonArray items = new JsonArray();
        floor.calls()
                .stream()
                .sorted(Comparator.comparing(LiveCall::attempt))
                .forEach(call -> items.add(CallJson.live(call)));
        return items;
    }

    private static JsonArray campaigns(FloorSnapshot floor) {
        JsonArray items = new JsonArray();
        floor.campaigns().forEach(campaign -> items.add(campaign(campaign)));
        return items;
    }

    public static JsonObject campaign(Campaign campaign) {
        return new JsonObject().put("id", campaign.id())
                .put("name", campaign.name())
                .put("mode", campaign.mode().code())
                .put("resumes_to", campaign.resumesTo().code())
                .put("lines", campaign.limits().lines())
                .put("ringing", campaign.limits().ringing())
                .put("abandon_target", campaign.limits().abandonTarget());
    }

    private static JsonObject today(Today today) {
        JsonObject denied = new JsonObject();
        today.deniedByRule()
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> denied.put(entry.getKey(), entry.getValue()));
        return new JsonObject().put("attempts", today.attempts())
                .put("answered", today.answered())
                .put("connected", today.connected())
                .put("abandoned", today.abandoned())
                .put("abandonment_rate", today.abandonmentRate())
                .put("denied_by_rule", denied);
    }

    private static <T> JsonObject counts(List<String> states, List<T> items, Function<T, String> state) {
        JsonObject counts = new JsonObject();
        states.forEach(code -> counts.put(code, items.stream().filter(item -> state.apply(item).equals(code)).count()));
        return counts;
    }

    private static String link(boolean up) {
        return up ? "up" : "down";
    }
}
