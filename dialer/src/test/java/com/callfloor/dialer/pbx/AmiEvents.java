package com.callfloor.dialer.pbx;

import org.asteriskjava.manager.event.BridgeEnterEvent;
import org.asteriskjava.manager.event.BridgeLeaveEvent;
import org.asteriskjava.manager.event.DialStateEvent;
import org.asteriskjava.manager.event.HangupEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.MixMonitorStartEvent;
import org.asteriskjava.manager.event.NewChannelEvent;
import org.asteriskjava.manager.event.NewStateEvent;
import org.asteriskjava.manager.event.OriginateResponseEvent;

/** AMI events as Asterisk 22 sends them, reduced to what is read. */
final class AmiEvents {
    private static final Object SOURCE = "test";

    private AmiEvents() {}

    static ManagerEvent created(String id) {
        NewChannelEvent event = new NewChannelEvent(SOURCE);
        event.setUniqueId(id);
        event.setChannel(name(id));
        event.setChannelState(0);
        return event;
    }

    static ManagerEvent ringing(String id) {
        return state(id, 5);
    }

    static ManagerEvent up(String id) {
        return state(id, 6);
    }

    static ManagerEvent state(String id, int state) {
        NewStateEvent event = new NewStateEvent(SOURCE);
        event.setUniqueId(id);
        event.setChannel(name(id));
        event.setChannelState(state);
        return event;
    }

    static ManagerEvent recorded(String id) {
        MixMonitorStartEvent event = new MixMonitorStartEvent(SOURCE);
        event.setUniqueId(id);
        event.setChannel(name(id));
        return event;
    }

    static ManagerEvent muted(String id, boolean muted) {
        MixMonitorMuteEvent event = new MixMonitorMuteEvent(SOURCE);
        event.setUniqueId(id);
        event.setState(muted ? "1" : "0");
        return event;
    }

    /** Early media: SIP 183 without 180. */
    static ManagerEvent progress(String id) {
        DialStateEvent event = new DialStateEvent(SOURCE);
        event.setDestUniqueId(id);
        event.setDestChannel(name(id));
        event.setDialStatus("PROGRESS");
        return event;
    }

    static ManagerEvent hangup(String id, int cause) {
        HangupEvent event = new HangupEvent(SOURCE);
        event.setUniqueId(id);
        event.setChannel(name(id));
        event.setCause(cause);
        return event;
    }

    static ManagerEvent originated(String id, boolean success, int reason) {
        OriginateResponseEvent event = new OriginateResponseEvent(SOURCE);
        event.setUniqueId(id);
        event.setResponse(success ? "Success" : "Failure");
        event.setReason(reason);
        return event;
    }

    static ManagerEvent enters(String id, String bridge, String technology) {
        BridgeEnterEvent event = new BridgeEnterEvent(SOURCE);
        event.setUniqueId(id);
        event.setChannel(name(id));
        event.setBridgeUniqueId(bridge);
        event.setBridgeTechnology(technology);
        return event;
    }

    /** A room for more than two. */
    static ManagerEvent entersRoom(String id, String bridge) {
        BridgeEnterEvent event = (BridgeEnterEvent) enters(id, bridge, "softmix");
        event.setBridgeCreator("ConfBridge");
        return event;
    }

    static ManagerEvent leaves(String id, String bridge) {
        BridgeLeaveEvent event = new BridgeLeaveEvent(SOURCE);
        event.setUniqueId(id);
        event.setChannel(name(id));
        event.setBridgeUniqueId(bridge);
        return event;
    }

    static ManagerEvent agentIdle(String id) {
        CallfloorAgentIdleEvent event = new CallfloorAgentIdleEvent(SOURCE);
        event.setUniqueId(id);
        event.setChannel(name(id));
        return event;
    }

    static ManagerEvent messageBegins(String id) {
        CallfloorMessageEvent event = new CallfloorMessageEvent(SOURCE);
        event.setUniqueId(id);
        event.setChannel(name(id));
        return event;
    }

    static String name(String id) {
        return "PJSIP/carrier-" + id;
    }
}
