package com.callfloor.dialer.staff;

/** Agents who belong together; each agent is in one team at most. {@code members}: how many are in it. */
public record Team(long id, String name, int members) {}
