package com.callfloor.dialer.web.json;

import java.util.Locale;

import com.callfloor.dialer.calls.CallLog.CallView;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.supervision.Conference;
import com.callfloor.dialer.supervision.Hold;
import com.callfloor.dialer.supervision.LiveCall;
import com.callfloor.dialer.supervision.OutsideDestination;
import com.callfloor.dialer.supervision.OutsideTransfer;
import com.callfloor.dialer.supervision.Preview;
import com.callfloor.dialer.supervision.RecordingPause;
import com.callfloor.dialer.supervision.ScreenPop;
import com.callfloor.dialer.supervision.Transfer;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Calls: live ones, past ones, and the one that pops up before an agent. */
public final class CallJson {
    private CallJson() {}

    public static JsonObject live(LiveCall call) {
        JsonObject json = new JsonObject().put("attempt_id", call.attempt().toString())
                .put("state", call.state().code())
                .put("since", Times.text(call.state().since()))
                .put("case_ref", call.caseRef())
                .put("number", call.numberMasked());
        if (call.agent() != null) {
            json.put("agent_name", call.agent().name());
        }
        return json.put("recording_pause", pause(call.recordingPause()))
                .put("conference", conference(call.conference()));
    }

    private static @Nullable JsonObject pause(@Nullable RecordingPause pause) {
        return pause == null
                ? null
                : new JsonObject().put("since", Times.text(pause.since()))
                        .put("resumes_at", Times.text(pause.resumesAt()));
    }

    public static JsonObject pop(ScreenPop pop) {
        return new JsonObject().put("attempt_id", pop.attempt().toString())
                .put("answered_at", Times.text(pop.answeredAt()))
                .put("connected", pop.connected())
                .put("purpose", pop.purpose().code())
                .put("case", CaseJson.card(pop.card()))
                .put("number", pop.numberMasked())
                .put("history", CaseJson.history(pop.card()))
                .put("recording_pause", pause(pop.recordingPause()))
                .put("hold", hold(pop.hold()))
                .put("transfer", transfer(pop.transfer()))
                .put("conference", conference(pop.conference()))
                .put("outside", outside(pop.outside()));
    }

    private static @Nullable JsonObject outside(@Nullable OutsideTransfer outside) {
        return outside == null
                ? null
                : new JsonObject().put("name", outside.destination())
                        .mergeIn(WordsJson.of("label", outside.label()))
                        .put("since", Times.text(outside.since()))
                        .put("stage", outside.stage().name().toLowerCase(Locale.ROOT));
    }

    /** Without the number: people know it by its label. */
    public static JsonObject destination(OutsideDestination destination) {
        return new JsonObject().put("name", destination.name())
                .mergeIn(WordsJson.of("label", destination.label()));
    }

    private static @Nullable JsonObject conference(@Nullable Conference conference) {
        return conference == null
                ? null
                : new JsonObject().put("agent_id", conference.agent().id().value())
                        .put("agent_name", conference.agent().name())
                        .put("third_id", conference.third().id().value())
                        .put("third_name", conference.third().name())
                        .put("barged", conference.barged())
                        .put("since", Times.text(conference.since()));
    }

    private static @Nullable JsonObject transfer(@Nullable Transfer transfer) {
        return transfer == null
                ? null
                : new JsonObject().put("kind", transfer.kind().code())
                        .put("from_id", transfer.from().id().value())
                        .put("from_name", transfer.from().name())
                        .put("to_id", transfer.to().id().value())
                        .put("to_name", transfer.to().name())
                        .put("since", Times.text(transfer.since()))
                        .put("stage", transfer.stage().name().toLowerCase(Locale.ROOT));
    }

    private static @Nullable JsonObject hold(@Nullable Hold hold) {
        return hold == null
                ? null
                : new JsonObject().put("since", Times.text(hold.since()))
                        .put("returns_at", Times.text(hold.returnsAt()));
    }

    public static JsonObject preview(Preview preview) {
        return new JsonObject().put("id", preview.id().toString())
                .put("since", Times.text(preview.since()))
                .put("calls_at", Times.textOrNull(preview.callsAt()))
                .put("calling", preview.calling())
                .put("purpose", preview.purpose().code())
                .put("case", CaseJson.card(preview.card()))
                .put("number", preview.numberMasked())
                .put("history", CaseJson.history(preview.card()))
                .put("decision", DecisionJson.decision(preview.decision()));
    }

    /** The agent's own call: {@code connecting}, {@code connected}, {@code agent_lost} or {@code ended}. */
    public static JsonObject ownCall(LiveCall call) {
        String state = switch (call.state()) {
            case CallState.Connected connected -> "connected";
            case CallState.AgentLost lost -> "agent_lost";
            case CallState.Closed closed -> "ended";
            case CallState.Held onHold -> "connected";
            case CallState.Asking asking -> "ended";
            case CallState.Outside outside -> "ended";
            case CallState.PlayingMessage message -> "ended";
            case CallState.OnMachine machine -> "ended";
            case CallState.Detecting detecting -> "connecting";
            case CallState.Reserved reserved -> "connecting";
            case CallState.Dialing dialing -> "connecting";
            case CallState.Ringing ringing -> "connecting";
            case CallState.Waiting waiting -> "connecting";
            case CallState.Connecting connecting -> "connecting";
        };
        return new JsonObject().put("attempt_id", call.attempt().toString()).put("state", state);
    }

    public static JsonObject view(CallView call) {
        return new JsonObject().put("id", call.id().toString())
                .put("case_id", call.caseId().value())
                .put("case_ref", call.caseRef())
                .put("number", call.numberMasked())
                .put("state", call.state())
                .put("outcome", call.outcome())
                .put("cause", call.cause())
                .put("rang", call.rang())
                .put("early_media", call.earlyMedia())
                .put("trunk", call.trunk())
                .put("caller_id", call.callerId())
                .put("agent_id", call.agentId())
                .put("agent_name", call.agentName())
                .put("reserved_at", Times.text(call.reservedAt()))
                .put("dialed_at", Times.textOrNull(call.dialedAt()))
                .put("rang_at", Times.textOrNull(call.rangAt()))
                .put("answered_at", Times.textOrNull(call.answeredAt()))
                .put("connected_at", Times.textOrNull(call.connectedAt()))
                .put("taken_over_at", Times.textOrNull(call.takenOverAt()))
                .put("taken_over_by", call.takenOverBy())
                .put("talk_ended_at", Times.textOrNull(call.talkEndedAt()))
                .put("held_ms", call.heldMillis())
                .put("ended_at", Times.textOrNull(call.endedAt()))
                .put("satisfaction", call.satisfaction())
                .put("disposition", call.disposition())
                .mergeIn(WordsJson.of("note", call.note()))
                .put("decision", DecisionJson.stored(call.decisionJson()))
                .put("recording", call.recording());
    }
}
