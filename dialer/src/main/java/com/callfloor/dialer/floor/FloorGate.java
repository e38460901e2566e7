package com.callfloor.dialer.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * May anything be dialed at all? Any doubt (link, database, recording, pause) keeps the gate shut. Confined to the
 * floor's thread.
 */
final class FloorGate {
    private static final Duration LONGEST_UNWRITTEN = Duration.ofSeconds(2);
    private static final Duration PAUSE_AFTER_A_FAULT = Duration.ofSeconds(1);

    private final Campaigns campaigns;
    private final FactJournal journal;
    private final RecordingDesk recordings;
    private Optional<String> linkFault = Optional.of("the link to the PBX is not up yet");
    private Optional<Instant> ledgerFaultUntil = Optional.empty();
    private boolean optOutsAwaited;

    FloorGate(Campaigns campaigns, FactJournal journal, RecordingDesk recordings) {
        this.campaigns = campaigns;
        this.journal = journal;
        this.recordings = recordings;
    }

    /** Empty if the gate is open, otherwise why nothing at all may be dialed, not even what is reserved. */
    Optional<String> shutBecause(Instant now) {
        if (campaigns.allPaused()) {
            return Optional.of(campaigns.all().size() == 1 ? "the campaign is paused" : "every campaign is paused");
        }
        if (linkFault.isPresent()) {
            return linkFault;
        }
        if (optOutsAwaited) {
            return Optional.of("the PBX has not told yet who opted out while the dialer was away");
        }
        if (!databaseUp(now)) {
            return Optional.of("the database does not answer; nobody is dialed until it does");
        }
        return recordings.cannotRecord();
    }

    boolean databaseUp(Instant now) {
        boolean factsPileUp = journal.stuckFor().compareTo(LONGEST_UNWRITTEN) > 0;
        return !factsPileUp && ledgerFaultUntil.filter(now::isBefore).isEmpty();
    }

    boolean linkUp() {
        return linkFault.isEmpty();
    }

    void linkIsUp() {
        linkFault = Optional.empty();
    }

    void optOutsAwaited() {
        optOutsAwaited = true;
    }

    void optOutsTold() {
        optOutsAwaited = false;
    }

    void linkIsDown(String why) {
        linkFault = Optional.of("the link to the PBX is down: " + why);
    }

    void ledgerFailed(Instant now) {
        ledgerFaultUntil = Optional.of(now.plus(PAUSE_AFTER_A_FAULT));
    }
}
