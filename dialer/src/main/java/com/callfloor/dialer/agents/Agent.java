package com.callfloor.dialer.agents;

/** One agent of the floor, as staff records have it. */
public record Agent(AgentId id, String login, String name, Extension extension) {
    private static final Extension NO_PHONE = new Extension("00");

    /** Of whom it is not known which phone they have: they can be shown, and not be rung. */
    public static Agent withoutPhone(AgentId id, String login, String name) {
        return new Agent(id, login, name, NO_PHONE);
    }

    public boolean canBeRung() {
        return !extension.equals(NO_PHONE);
    }
}
