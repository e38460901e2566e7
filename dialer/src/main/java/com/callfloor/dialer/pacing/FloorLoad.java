package com.callfloor.dialer.pacing;

/**
 * What pacing looks at.
 *
 * @param available agents who are ready with their leg up
 * @param underway calls from their reservation until an agent has them or they end
 */
public record FloorLoad(int available, int underway) {}
