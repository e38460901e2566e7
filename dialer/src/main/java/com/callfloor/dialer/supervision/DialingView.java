package com.callfloor.dialer.supervision;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.callfloor.dialer.trunks.TrunkView;
import com.callfloor.dialer.words.Words;

/**
 * What the floor knows about one campaign's calls, placed or not.
 *
 * @param givesCases whether free agents are given cases of it before these are called
 * @param shut what stops every call of the floor; empty: nothing does
 * @param calls its calls that are up, from the reservation on
 * @param ringing of these, those that nobody has answered yet
 * @param wanted how many more pacing wants now
 * @param pacing why pacing wants so many; empty while everything is shut
 * @param full the campaign's own limit, if that lets no call begin
 * @param room how many calls the trunks could take now
 */
public record DialingView(Campaign campaign, boolean givesCases, Optional<Shut> shut, int calls, int ringing,
        int wanted, Optional<Words> pacing, Optional<Words> full, int room, List<TrunkView> trunks) {
    public DialingView {
        trunks = List.copyOf(trunks);
    }

    /** Why nothing at all is dialed. */
    public record Shut(Gate gate, Words words) {}

    /** What can stop every call of the floor. */
    public enum Gate {
        PAUSED, PBX_LINK, OPT_OUTS, DATABASE, RECORDING;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
