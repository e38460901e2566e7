package com.callfloor.dialer.supervision;

import com.callfloor.dialer.rules.Decision;

/** What the floor says to a request. */
public sealed interface FloorReply {
    record Accepted() implements FloorReply {}

    /** Nothing was done. {@code why} is for people: what stands in the way and how to mend it. */
    record Refused(Refusal code, String why) implements FloorReply {
        public static Refused notNow(String why) {
            return new Refused(Refusal.NOT_NOW, why);
        }

        public static Refused noSuchAgent() {
            return new Refused(Refusal.NO_SUCH_AGENT, "the floor knows no such agent");
        }

        public static Refused noSuchCall() {
            return new Refused(Refusal.NO_SUCH_CALL, "there is no live call of this id");
        }
    }

    /** The rules forbid the call that was asked for. */
    record Denied(Decision decision) implements FloorReply {}

    /** The kinds of refusal. */
    enum Refusal {
        NO_SUCH_AGENT, NO_SUCH_PREVIEW, NO_SUCH_CALL, NO_SUCH_CAMPAIGN, NO_SUCH_TRUNK,
        /** It exists, but is another agent's. */
        NOT_YOURS,
        /** The floor's state forbids it now. */
        NOT_NOW
    }
}
