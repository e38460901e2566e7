package com.callfloor.dialer.floor;

/** Tells those who watch the floor. Called on the floor's thread; must hand over and return. */
interface Announcer {
    void agentChanged(AgentDesk desk);

    void callChanged(OpenCall call);

    /** The debtor answered and this agent gets the call. */
    void screenPopped(AgentDesk desk, OpenCall call);

    /** A number of the floor as a whole changed: links, mode, totals. */
    void floorChanged();
}
