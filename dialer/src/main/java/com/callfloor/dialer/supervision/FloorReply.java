package com.callfloor.dialer.supervision;

import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.words.Words;

/** What the floor says to a request. */
public sealed interface FloorReply {
    record Accepted() implements FloorReply {}

    /** Nothing was done. {@code why} is for people: what stands in the way and how to mend it. */
    record Refused(Refusal code, Words why) implements FloorReply {
        public static Refused notNow(Words why) {
            return new Refused(Refusal.NOT_NOW, why);
        }

        public static Refused notNow(String en, String zh) {
            return notNow(new Words(en, zh));
        }

        public static Refused noSuchAgent() {
            return new Refused(Refusal.NO_SUCH_AGENT, new Words("the floor knows no such agent", "现场没有这位坐席"));
        }

        public static Refused noSuchCall() {
            return new Refused(Refusal.NO_SUCH_CALL, new Words("there is no live call of this id", "没有这通进行中的通话"));
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
