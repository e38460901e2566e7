package com.callfloor.dialer.pbx;

import java.time.Duration;

/**
 * The link to the PBX in numbers, since the dialer started.
 *
 * @param up whether requests can be made now
 * @param events events that the PBX sent
 * @param actions actions that the PBX replied to, pings included
 * @param lastLatency from a request to the reply to the action that it led to, for the latest one
 * @param maxLatency the longest of those
 * @param reconnects connections opened after the first one
 * @param waiting what the dispatch thread has still to do; more than a few hundred for long means it cannot keep up
 */
public record LinkStats(boolean up, long events, long actions, Duration lastLatency, Duration maxLatency,
        long reconnects, int waiting) {}
