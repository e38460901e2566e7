package com.callfloor.dialer.pbx;

import java.util.Optional;

import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.OutsideLeg;

/** Whose channel it is, read from the channel's id alone: never from a number or a name, which others can choose. */
sealed interface Party {
    record Debtor(AttemptId attempt) implements Party {}

    record Agent(LegId leg) implements Party {}

    /** Somebody outside the floor, to whom a debtor is to be put through. */
    record Outside(OutsideLeg leg) implements Party {}

    /** A supervisor's phone. Its id is only known to the link that asked for it. */
    record Listener(LegId to) implements Party {}

    /** Empty for channels that are not the floor's. */
    static Optional<Party> of(String channelId) {
        return AttemptId.parse(channelId)
                .<Party>map(Debtor::new)
                .or(() -> LegId.parse(channelId).map(Agent::new))
                .or(() -> OutsideLeg.parse(channelId).map(Outside::new));
    }
}
