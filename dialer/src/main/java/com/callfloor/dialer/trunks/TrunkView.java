package com.callfloor.dialer.trunks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.words.Words;

/**
 * One trunk as it stands.
 *
 * @param trunk as it is configured
 * @param limits what bounds it now
 * @param inUse lines up or being set up
 * @param room calls that could be placed through it now
 * @param backsOffUntil nothing is placed through it before; empty if it may be tried
 * @param why the trouble it backs off for, or proves itself after; empty if there is none
 * @param unreachable what of its far side does not answer the PBX, or that nothing is heard of calls; empty if all is well, as
 *        far as the PBX asks
 */
public record TrunkView(Trunk trunk, TrunkLimits limits, int inUse, int room, Optional<Instant> backsOffUntil,
        Optional<Words> why, Optional<Words> unreachable, List<CallerIdView> callerIds) {
    public TrunkView {
        callerIds = List.copyOf(callerIds);
    }

    /**
     * One of our numbers as people take it.
     *
     * @param calls the latest ones that reached a phone, {@value AnswerRecord#LENGTH} at most
     * @param answered of these
     * @param restsUntil not shown before, unless no other is left; empty if it does not rest
     */
    public record CallerIdView(CallerId callerId, int calls, int answered, Optional<Instant> restsUntil) {}
}
