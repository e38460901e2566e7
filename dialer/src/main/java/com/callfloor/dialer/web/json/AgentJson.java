package com.callfloor.dialer.web.json;

import java.time.Instant;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentLeg;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.supervision.AgentView;
import com.callfloor.dialer.supervision.AgentWish;
import io.vertx.core.json.JsonObject;

/** An agent. */
public final class AgentJson {
    private AgentJson() {}

    /** Where an agent is at work, and since when. */
    public static JsonObject page(String address, Instant since) {
        return new JsonObject().put("address", address).put("since", Times.text(since));
    }

    public static JsonObject agent(AgentView view) {
        JsonObject json = new JsonObject().put("id", view.agent().id().value())
                .put("login", view.agent().login())
                .put("name", view.agent().name())
                .put("extension", view.agent().extension().digits())
                .put("state", view.state().code())
                .put("since", Times.text(view.state().since()))
                .put("leg", leg(view.leg()));
        switch (view.state()) {
            case AgentState.OnBreak away -> json.put("reason", away.reason());
            case AgentState.OnCall call -> json.put("attempt", call.attempt().toString());
            case AgentState.WrapUp wrapUp -> json.put("attempt", wrapUp.attempt().toString());
            case AgentState.Ready ready -> {
            }
            case AgentState.SignedOut signedOut -> {
            }
        }
        if (view.next() != null) {
            json.put("next", next(view.next()));
        }
        return json;
    }

    /** What other agents may know of one whom they could give a call to. */
    public static JsonObject receiver(AgentView view) {
        return new JsonObject().put("id", view.agent().id().value())
                .put("name", view.agent().name())
                .put("role", "agent")
                .put("since", Times.text(view.state().since()));
    }

    /** The same of a supervisor, who is asked first. */
    public static JsonObject receiver(Agent supervisor) {
        return new JsonObject().put("id", supervisor.id().value())
                .put("name", supervisor.name())
                .put("role", "supervisor")
                .put("since", null);
    }

    private static JsonObject next(AgentWish wish) {
        return switch (wish) {
            case AgentWish.Ready ready -> new JsonObject().put("state", "ready");
            case AgentWish.SignedOut out -> new JsonObject().put("state", "signed_out");
            case AgentWish.Break away ->
                new JsonObject().put("state", "break").put("reason", away.reason().code());
        };
    }

    private static String leg(AgentLeg leg) {
        return switch (leg) {
            case AgentLeg.Down down -> "down";
            case AgentLeg.OnHook onHook -> "on_hook";
            case AgentLeg.Ringing ringing -> "ringing";
            case AgentLeg.Up up -> "up";
        };
    }
}
