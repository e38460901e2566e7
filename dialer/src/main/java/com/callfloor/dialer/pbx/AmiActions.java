package com.callfloor.dialer.pbx;

import java.time.Duration;
import java.util.Locale;

import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.OutsideLeg;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.floor.DialRequest;
import com.callfloor.dialer.floor.OutsideRequest;
import com.callfloor.dialer.supervision.ListenMode;
import org.jspecify.annotations.Nullable;

/** Puts what the floor asks for into AMI's words. */
final class AmiActions {
    private static final String AGENTS_SEE = "Callfloor";
    private static final String SATISFACTION = "callfloor-satisfaction";
    private static final String HOLD = "callfloor-hold";
    private static final String AGENT_LOST = "callfloor-agent-lost";
    private static final String HELD = "held-";
    private static final String OUTSIDE = "callfloor-outside";
    private static final String CONFERENCE = "callfloor-conference";
    private static final String ROOM_APPLICATION = "ConfBridge";

    private final PbxSettings settings;

    AmiActions(PbxSettings settings) {
        this.settings = settings;
    }

    AmiAction dial(DialRequest request) {
        AmiAction action = originate(DialStrings.throughTrunk(request.number(), request.trunk()),
                request.attempt().toString(), request.ringTimeout())
                .with("Context", settings.debtorContext())
                .with("Exten", "s")
                .with("Priority", "1")
                .with("Variable", "CALLFLOOR_LANGUAGE="
                        + request.language().name().toLowerCase(Locale.ROOT) + ",CALLFLOOR_MACHINES="
                        + request.machines().code() + ",CALLFLOOR_WAITS_FOR_AGENT="
                        + request.waitsForAgent().toSeconds() + ",CALLFLOOR_SATISFACTION="
                        + (request.asksSatisfaction() ? "yes" : "no"));
        PhoneNumber shown = request.callerId();
        return shown == null ? action : action.with("CallerID", shown.e164());
    }

    AmiAction ringAgent(LegId leg, Extension extension) {
        return originate(DialStrings.phone(extension), leg.toString(), settings.timings().agentRing())
                .with("Context", settings.agentContext())
                .with("Exten", "s")
                .with("Priority", "1")
                .with("CallerID", AGENTS_SEE)
                .with("Variable", "CALLFLOOR_AGENT=" + leg.agent().value());
    }

    AmiAction ringOutside(OutsideRequest request) {
        AmiAction action = originate(DialStrings.throughTrunk(request.number(), request.trunk()),
                request.leg().toString(), request.ringTimeout())
                .with("Context", OUTSIDE)
                .with("Exten", "s")
                .with("Priority", "1");
        PhoneNumber shown = request.callerId();
        return shown == null ? action : action.with("CallerID", shown.e164());
    }

    /** Where the two are parted, the debtor is asked nothing and waits for nobody; or, with {@code false}, as ever. */
    AmiAction giveOutside(AttemptId attempt, boolean given) {
        return new AmiAction("Setvar").with("Channel", attempt.toString())
                .with("Variable", "CALLFLOOR_OUTSIDE")
                .with("Value", given ? "yes" : "no");
    }

    AmiAction joinOutside(OutsideLeg leg) {
        return new AmiAction("Bridge").with("Channel1", leg.attempt().toString()).with("Channel2", leg.toString());
    }

    AmiAction listenIn(String listenerId, Extension phone, String channelName, ListenMode mode) {
        return originate(DialStrings.phone(phone), listenerId, settings.timings().agentRing())
                .with("Application", "ChanSpy")
                .with("Data", DialStrings.chanSpy(channelName, mode))
                .with("CallerID", AGENTS_SEE);
    }

    /** The agent hears a tone when the debtor comes in; the debtor hears none. */
    AmiAction join(AttemptId attempt, LegId leg) {
        return new AmiAction("Bridge").with("Channel1", attempt.toString())
                .with("Channel2", leg.toString())
                .with("Tone", "Channel2");
    }

    AmiAction consult(LegId one, LegId other) {
        return new AmiAction("Bridge").with("Channel1", one.toString())
                .with("Channel2", other.toString())
                .with("Tone", "Channel2");
    }

    /** The agent, who waits for them, hears a tone. */
    AmiAction consult(LegId one, OutsideLeg other) {
        return new AmiAction("Bridge").with("Channel1", one.toString())
                .with("Channel2", other.toString())
                .with("Tone", "Channel1");
    }

    /** Debtor and leg go to the attempt's room at once: taken one by one, the first would leave the other alone. */
    AmiAction openRoom(AttemptId attempt, LegId leg) {
        return new AmiAction("Redirect").with("Channel", attempt.toString())
                .with("Context", CONFERENCE)
                .with("Exten", "debtor")
                .with("Priority", "1")
                .with("ExtraChannel", leg.toString())
                .with("ExtraContext", CONFERENCE)
                .with("ExtraExten", party(attempt))
                .with("ExtraPriority", "1");
    }

    /** To the attempt's room. */
    AmiAction enterRoom(AttemptId attempt, LegId leg) {
        return new AmiAction("Redirect").with("Channel", leg.toString())
                .with("Context", CONFERENCE)
                .with("Exten", party(attempt))
                .with("Priority", "1");
    }

    private static String party(AttemptId attempt) {
        return "party-" + attempt;
    }

    /** Whether what made a bridge, or is run by a channel, is a room of {@link #openRoom}. */
    static boolean isRoom(@Nullable String application) {
        return ROOM_APPLICATION.equals(application);
    }

    /** To where an agent's leg waits. */
    AmiAction part(LegId leg) {
        return new AmiAction("Redirect").with("Channel", leg.toString())
                .with("Context", settings.agentContext())
                .with("Exten", "s")
                .with("Priority", "1");
    }

    /** Out of the bridge, whose agent goes back to the wait. */
    AmiAction ask(AttemptId attempt) {
        return new AmiAction("Redirect").with("Channel", attempt.toString())
                .with("Context", SATISFACTION)
                .with("Exten", "s")
                .with("Priority", "1");
    }

    /** To music. {@code atMost}: then the PBX gives the call up by itself. */
    AmiAction hold(AttemptId attempt, Duration atMost) {
        return new AmiAction("Redirect").with("Channel", attempt.toString())
                .with("Context", HOLD)
                .with("Exten", HELD + atMost.toSeconds())
                .with("Priority", "1");
    }

    /** To the message, as where the agent of a talk does not come back. */
    AmiAction leaveAlone(AttemptId attempt) {
        return new AmiAction("Redirect").with("Channel", attempt.toString())
                .with("Context", AGENT_LOST)
                .with("Exten", "s")
                .with("Priority", "alone");
    }

    /** Whether a channel in this context came there by {@link #hold}. */
    static boolean isHold(@Nullable String context) {
        return HOLD.equals(context);
    }

    /** As if the agent's phone had pressed it. */
    AmiAction press(AttemptId attempt, char digit) {
        return new AmiAction("PlayDTMF").with("Channel", attempt.toString()).with("Digit", String.valueOf(digit));
    }

    /** Of everything that records the debtor's channel: the recording hears the agent on it, too. */
    AmiAction muteRecording(AttemptId attempt, boolean muted) {
        return new AmiAction("MixMonitorMute").with("Channel", attempt.toString())
                .with("Direction", "both")
                .with("State", muted ? "1" : "0");
    }

    AmiAction hangUp(String channelId) {
        return new AmiAction("Hangup").with("Channel", channelId).with("Cause", "16");
    }

    /** Gives a request a name that its OriginateResponse repeats. */
    static void name(AmiAction originate, String actionId) {
        originate.setActionId(AmiText.name("the action's id", actionId));
    }

    AmiAction tellOptOutsAgain() {
        return throughOptOuts("kept");
    }

    AmiAction forgetOptOut(AttemptId attempt) {
        return throughOptOuts("noted").with("Variable", "CALLFLOOR_ATTEMPT=" + attempt);
    }

    AmiAction admitPhone(long request, Extension phone, String secret) {
        return throughDialplan("admit@callfloor-phones").with("Variable",
                "CALLFLOOR_EXTENSION=" + phone.digits() + ",CALLFLOOR_SECRET=" + AmiText.name("the secret", secret)
                        + ",CALLFLOOR_REQUEST=" + request);
    }

    private static AmiAction throughOptOuts(String extension) {
        return throughDialplan(extension + "@callfloor-opt-outs");
    }

    /** The dialplan does it, on the way to a phone that is none: the manager user has no right to the PBX's database. */
    private static AmiAction throughDialplan(String place) {
        return new AmiAction("Originate").with("Channel", "Local/" + place + "/n")
                .with("Application", "Hangup")
                .with("Async", "true");
    }

    static AmiAction ping() {
        return new AmiAction("Ping");
    }

    /** Which endpoints can be reached; of phones, too. */
    static AmiAction listDevices() {
        return new AmiAction("DeviceStateList");
    }

    static AmiAction showChannels(String actionId) {
        AmiAction action = new AmiAction("CoreShowChannels");
        action.setActionId(AmiText.name("the action's id", actionId));
        return action;
    }

    /** Async: without it the PBX would do nothing else on this link until the phone is answered. */
    private static AmiAction originate(String channel, String channelId, Duration ring) {
        return new AmiAction("Originate").with("Channel", channel)
                .with("ChannelId", channelId)
                .with("Timeout", Long.toString(ring.toMillis()))
                .with("Async", "true");
    }
}
