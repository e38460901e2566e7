package com.callfloor.dialer.rules.pack;

import java.util.Locale;

import com.callfloor.dialer.rules.history.CallResult;
import com.callfloor.dialer.rules.history.Direction;
import com.callfloor.dialer.rules.history.PastCall;

/** Which calls a rule counts. A call whose outcome nobody knows counts as each of them. */
public enum CountedEvent {
    /** Every call that we placed, whatever became of it. */
    DISPATCHED {
        @Override
        public boolean is(PastCall call) {
            return call.direction() == Direction.OUT;
        }
    },
    /**
     * Every call that we placed, save those that never rang because the line was busy or the number not in service (12
     * CFR 1006.14(b)(3)(iii)).
     */
    CONNECTED {
        @Override
        public boolean is(PastCall call) {
            boolean neverConnected = !call.rang()
                    && (call.result() == CallResult.BUSY || call.result() == CallResult.INVALID);
            return call.direction() == Direction.OUT && !neverConnected;
        }
    },
    /** Every call that we placed and somebody picked up, with or without a conversation. */
    ANSWERED {
        @Override
        public boolean is(PastCall call) {
            return call.direction() == Direction.OUT && call.result().reachedSomebody();
        }
    },
    /** Every conversation, whoever called. */
    CONVERSATION {
        @Override
        public boolean is(PastCall call) {
            return call.result() == CallResult.CONVERSATION || call.result() == CallResult.UNKNOWN;
        }
    },
    /** Every call that somebody picked up to find no agent. */
    ABANDONED {
        @Override
        public boolean is(PastCall call) {
            return call.result() == CallResult.ABANDONED;
        }
    };

    public abstract boolean is(PastCall call);

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
