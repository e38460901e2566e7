package com.callfloor.dialer.web.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.supervision.AgentView;
import com.callfloor.dialer.supervision.CampaignMode;
import com.callfloor.dialer.supervision.ClosedBecause;
import com.callfloor.dialer.supervision.FloorSnapshot;
import com.callfloor.dialer.supervision.LiveCall;
import com.callfloor.dialer.supervision.Preview;
import com.callfloor.dialer.supervision.ScreenPop;
import com.callfloor.dialer.supervision.TakeOverFailure;
import com.callfloor.dialer.supervision.alerts.Alert;
import com.callfloor.dialer.web.json.AgentJson;
import com.callfloor.dialer.web.json.AlertJson;
import com.callfloor.dialer.web.json.CallJson;
import com.callfloor.dialer.web.json.DecisionJson;
import com.callfloor.dialer.web.json.FloorJson;
import com.callfloor.dialer.words.Words;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** The feed's messages as text. */
final class FeedMessages {
    private FeedMessages() {}

    static String agent(AgentView agent) {
        return new JsonObject().put("type", "agent").put("agent", AgentJson.agent(agent)).encode();
    }

    /** This page is the agent's, as long as no other takes over. */
    static String atWork() {
        return new JsonObject().put("type", "page").put("at_work", true).put("elsewhere", null).encode();
    }

    /** Another page of this agent's is. */
    static String elsewhere(AgentPages.Page other) {
        return new JsonObject().put("type", "page")
                .put("at_work", false)
                .put("elsewhere", AgentJson.page(other.address(), other.since()))
                .encode();
    }

    static String pop(ScreenPop pop) {
        return new JsonObject().put("type", "screen_pop").put("pop", CallJson.pop(pop)).encode();
    }

    /** Null: the agent looks at nothing any more. */
    static String preview(@Nullable Preview preview) {
        return new JsonObject().put("type", "preview")
                .put("preview", preview == null ? null : CallJson.preview(preview))
                .encode();
    }

    static String denied(@Nullable String caseRef, Decision decision) {
        return new JsonObject().put("type", "denied")
                .put("case_ref", caseRef)
                .put("decision", DecisionJson.decision(decision))
                .encode();
    }

    static String caseClosed(String caseRef, ClosedBecause why) {
        return new JsonObject().put("type", "case_closed").put("case_ref", caseRef).put("because", why.code()).encode();
    }

    static String takeOverFailed(AttemptId attempt, TakeOverFailure why) {
        return new JsonObject().put("type", "take_over_failed")
                .put("attempt_id", attempt.toString())
                .put("because", why.code())
                .encode();
    }

    static String notice(JsonObject notice) {
        return new JsonObject().put("type", "notice").put("notice", notice).encode();
    }

    static String noticeRead(long notice, String agent) {
        return new JsonObject().put("type", "notice_read").put("id", notice).put("agent_name", agent).encode();
    }

    static String alerts(List<Alert> active) {
        return list("alerts", new JsonArray(active.stream().map(AlertJson::alert).toList()));
    }

    static String transferFailed(Words to, Words why) {
        return new JsonObject().put("type", "transfer_failed")
                .put("to_name", to.en())
                .put("to_name_zh", to.zh())
                .put("because", why.en())
                .put("because_zh", why.zh())
                .encode();
    }

    /** This person was asked into the call, or was in it, and is not any more. */
    static String released(AttemptId attempt, @Nullable Words why) {
        return new JsonObject().put("type", "released")
                .put("attempt_id", attempt.toString())
                .put("because", why == null ? null : why.en())
                .put("because_zh", why == null ? null : why.zh())
                .encode();
    }

    /** Whether agents choose whom to call. */
    static String choosing(boolean cases) {
        return new JsonObject().put("type", "choosing").put("cases", cases).encode();
    }

    static boolean agentsChoose(FloorSnapshot floor) {
        return floor.campaigns().stream().anyMatch(campaign -> campaign.mode() == CampaignMode.MANUAL);
    }

    static String ownCall(LiveCall call) {
        return new JsonObject().put("type", "call").mergeIn(CallJson.ownCall(call)).encode();
    }

    static String floor(FloorSnapshot floor) {
        return new JsonObject().put("type", "floor").mergeIn(FloorJson.whole(floor)).encode();
    }

    /** Whoever shows what campaigns and trunks are set to reads it again. */
    static String settings() {
        return new JsonObject().put("type", "settings").encode();
    }

    static String agents(FloorSnapshot floor) {
        return list("agents", FloorJson.agents(floor));
    }

    static String calls(FloorSnapshot floor) {
        return list("calls", FloorJson.calls(floor));
    }

    /** Everything that one agent's page needs to begin with. */
    static List<String> beginning(FloorSnapshot floor, AgentId agent) {
        List<String> messages = new ArrayList<>();
        floor.agents()
                .stream()
                .filter(view -> view.agent().id().equals(agent))
                .findFirst()
                .ifPresent(view -> messages.add(agent(view)));
        Optional.ofNullable(floor.previews().get(agent)).ifPresent(preview -> messages.add(preview(preview)));
        messages.addAll(ownCall(floor, agent));
        if (agentsChoose(floor)) {
            messages.add(choosing(true));
        }
        return messages;
    }

    /** The call that somebody has, a supervisor's who took it over too. */
    static List<String> ownCall(FloorSnapshot floor, AgentId owner) {
        List<String> messages = new ArrayList<>();
        Optional.ofNullable(floor.pops().get(owner)).ifPresent(pop -> messages.add(pop(pop)));
        floor.calls()
                .stream()
                .filter(call -> call.agent() != null && call.agent().id().equals(owner))
                .forEach(call -> messages.add(ownCall(call)));
        return messages;
    }

    private static String list(String type, JsonArray items) {
        return new JsonObject().put("type", type).put("items", items).encode();
    }
}
