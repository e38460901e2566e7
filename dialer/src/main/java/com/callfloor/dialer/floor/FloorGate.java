package com.callfloor.dialer.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import com.callfloor.dialer.supervision.DialingView.Gate;
import com.callfloor.dialer.supervision.DialingView.Shut;
import com.callfloor.dialer.words.Words;

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
    private Optional<Words> linkFault = Optional.of(new Words("the link to the PBX is not up yet", "与 PBX 的连接尚未建立"));
    private Optional<Instant> ledgerFaultUntil = Optional.empty();
    private boolean optOutsAwaited;

    FloorGate(Campaigns campaigns, FactJournal journal, RecordingDesk recordings) {
        this.campaigns = campaigns;
        this.journal = journal;
        this.recordings = recordings;
    }

    /** Empty if the gate is open, otherwise why nothing at all may be dialed, not even what is reserved. */
    Optional<Shut> shut(Instant now) {
        if (campaigns.allPaused()) {
            return shut(Gate.PAUSED, campaigns.all().size() == 1
                    ? new Words("the campaign is paused", "活动已暂停")
                    : new Words("every campaign is paused", "所有活动均已暂停"));
        }
        if (linkFault.isPresent()) {
            return shut(Gate.PBX_LINK, linkFault.get());
        }
        if (optOutsAwaited) {
            return shut(Gate.OPT_OUTS, new Words(
                    "the PBX has not told yet who opted out while the dialer was away", "PBX 尚未告知拨号器离线期间谁要求不再来电"));
        }
        if (!databaseUp(now)) {
            return shut(Gate.DATABASE, new Words("the database does not answer; nobody is dialed until it does",
                    "数据库没有响应；恢复之前不拨打任何人"));
        }
        return recordings.cannotRecord()
                .flatMap(why -> shut(Gate.RECORDING, new Words("", "不拨打：").then(why)));
    }

    private static Optional<Shut> shut(Gate gate, Words words) {
        return Optional.of(new Shut(gate, words));
    }

    /** The same in English. */
    Optional<String> shutBecause(Instant now) {
        return shut(now).map(shut -> shut.words().en());
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

    void linkIsDown(Words why) {
        linkFault = Optional.of(new Words("the link to the PBX is down: ", "与 PBX 的连接已断开：").then(why));
    }

    void ledgerFailed(Instant now) {
        ledgerFaultUntil = Optional.of(now.plus(PAUSE_AFTER_A_FAULT));
    }
}
