package com.callfloor.dialer.floor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.calls.AnsweringMachines;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.calls.Heard;
import com.callfloor.dialer.floor.DialRequest.MessageLanguage;
import com.callfloor.dialer.trunks.Line;
import com.callfloor.dialer.trunks.Trunks;
import com.callfloor.dialer.words.Words;

/**
 * Sends calls out through the trunks, and once more through another one where a trunk refuses a call before anything was
 * heard of it. That is the same attempt under the same id: the debtor's phone knows nothing of the first try. Confined to
 * the floor's thread.
 */
final class Placing {
    private final FloorSettings settings;
    private final Clock clock;
    private final Pbx pbx;
    private final FactJournal journal;
    private final FloorGate gate;
    private final Campaigns campaigns;
    private final Trunks trunks;
    private final Pacer pacer;

    Placing(FloorSettings settings, Clock clock, Pbx pbx, FactJournal journal, FloorGate gate, Campaigns campaigns,
            Trunks trunks,
            Pacer pacer) {
        this.settings = settings;
        this.clock = clock;
        this.pbx = pbx;
        this.journal = journal;
        this.gate = gate;
        this.campaigns = campaigns;
        this.trunks = trunks;
        this.pacer = pacer;
    }

    /** How many calls could be placed now. */
    int room(Instant now) {
        return trunks.room(now);
    }

    /** How many could be placed now or in a moment. */
    int linesFree(Instant now) {
        return trunks.linesFree(now);
    }

    /** Why no more calls can be placed now, for people. */
    Words fullBecause(Instant now) {
        return trunks.fullBecause(now)
                .orElseGet(() -> new Words("every free line is taken already", "空闲线路均已占用"));
    }

    /**
     * Sends the call out.
     *
     * @param dialBy the rules answered for a call placed until then; it is not placed again later
     * @return false if no trunk has room: nothing was sent
     */
    boolean place(OpenCall call, MessageLanguage language, AnsweringMachines machines, Instant dialBy, Instant now) {
        Optional<Line> line = trunks.place(call.id, regions(call), now);
        line.ifPresent(there -> {
            call.placed(there.trunk(), language, machines, dialBy);
            call.move(new CallState.Dialing(now));
            pacer.dialed(call, now);
            journal.write(new FloorFact.Dialed(now, call.id, there.trunk(), there.callerId()));
            // The set-up time that is left counts for the network: a phone that is found late still rings long enough.
            Duration unanswered = Duration.between(now, dialBy).plus(settings.longestRing());
            pbx.dial(new DialRequest(call.id, call.number, there.trunk(), there.callerId(), unanswered, language,
                    machines, LostAgents.patienceOfPbx(settings.phones()), campaigns.asksSatisfaction(call)));
        });
        return line.isPresent();
    }

    /** The call ended. True if it was refused by its trunk and is on its way through another one. */
    boolean placedElsewhere(OpenCall call, HangupCause cause) {
        return cause.trunksFault() && placedElsewhere(call, Words.of("cause %d", "释放码 %d", cause.q850()));
    }

    /** There never was a channel for it on this trunk. True if it is on its way through another one. */
    boolean placedElsewhere(OpenCall call, Words why) {
        Optional<OpenCall.Placed> placed = call.placed();
        if (placed.isEmpty() || !(call.state() instanceof CallState.Dialing) || call.heard() != Heard.NOTHING) {
            return false;
        }
        Instant now = clock.instant();
        trunks.refused(call.id, why, now);
        call.noteRefusal(Words.of("trunk %s refused it: %s", "线路 %s 拒绝：%s", placed.get().trunk(), why));
        boolean wanted = call.hangUpAskedAt().isEmpty() && gate.shutBecause(now).isEmpty()
                && !campaigns.paused(call.campaign());
        return wanted && !now.isAfter(placed.get().dialBy())
                && place(call, placed.get().language(), placed.get().machines(), placed.get().dialBy(), now);
    }

    /** Where the debtor is, the narrowest first: where the case says, else where the number belongs. */
    private static List<String> regions(OpenCall call) {
        List<String> regions = new ArrayList<>();
        String region = call.card.region();
        if (region != null) {
            regions.add(region);
            if (region.length() > 2) {
                regions.add(region.substring(0, 2));
            }
        } else {
            call.number.country().ifPresent(regions::add);
        }
        return regions;
    }
}
