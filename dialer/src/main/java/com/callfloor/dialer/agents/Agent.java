package com.callfloor.dialer.agents;

/** One agent of the floor, as staff records have it. */
public record Agent(AgentId id, String login, String name, Extension extension) {}
