package com.callfloor.dialer.floor;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

import com.callfloor.dialer.pacing.Pacing;
import com.callfloor.dialer.supervision.CampaignMode;

/**
 * Everything that a floor hangs on.
 *
 * @param thread owns the floor's state
 * @param pacings for each mode that places calls
 * @param blocking runs reservations; as many at once as the database has connections for
 */
public record FloorPorts(Clock clock, RandomGenerator random, FloorThread thread, Executor blocking, Pbx pbx,
        AttemptLedger ledger, FactJournal journal, RecordingDesk recordings,
        OutsideNumbers outsideNumbers,
        Map<CampaignMode, Pacing> pacings) {}
