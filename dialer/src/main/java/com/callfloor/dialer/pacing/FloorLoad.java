package com.callfloor.dialer.pacing;

/**
 * What pacing looks at.
 *
 * @param available agents who are ready with their leg up and free for any call
 * @param underway calls from their reservation until an agent has them or they end
 * @param held agents kept free for one call each; neither they nor these calls are counted above
 */
public record FloorLoad(int available, int underway, int held) {}
