package com.callfloor.dialer.supervision;

import java.time.Instant;

/**
 * The debtor of a live call is on hold.
 *
 * @param since when the PBX confirmed it
 * @param returnsAt when the debtor is put through again by itself
 */
public record Hold(Instant since, Instant returnsAt) {}
