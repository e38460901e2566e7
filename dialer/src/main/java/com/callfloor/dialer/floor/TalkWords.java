package com.callfloor.dialer.floor;

import com.callfloor.dialer.supervision.FloorReply.Refused;
import com.callfloor.dialer.words.Words;

/** What several parts of the floor say of a talk, and how each says it. */
final class TalkWords {
    static final Words LINK_DOWN = new Words("the link to the PBX is down", "与 PBX 的连接已断开");
    static final Words NO_HEADSET = new Words("your headset is not connected", "您的耳机未连接");
    static final Words TAKEN_OVER = new Words("a supervisor has taken this call over", "班长已接管这通电话");
    static final Words CALL_OVER = new Words("the call is over", "通话已结束");
    static final Words TALK_OVER = new Words("the talk is over", "通话已结束");
    static final Words DISCONNECTED = new Words("a headset was disconnected", "有一方的耳机已断开");
    static final Words HELD_LONGEST = new Words("the debtor was on hold for as long as a hold may last",
            "债务人的保持时间已达上限");

    private TalkWords() {}

    static Refused callOver() {
        return Refused.notNow(CALL_OVER);
    }

    static Refused beingTransferred() {
        return Refused.notNow("this call is being transferred already; end that first", "这通电话正在转接，请先结束转接");
    }

    static Refused notTransferred(Words why) {
        return Refused.notNow(new Words("not transferred: ", "未能转接：").then(why));
    }

    static Refused nobodyAsksYou() {
        return Refused.notNow("nobody asks you about this call now", "现在无人就这通电话征询您");
    }

    static Refused youAskNobody() {
        return Refused.notNow("you are not asking anybody about this call; begin a warm transfer first",
                "您没有就这通电话征询任何人，请先发起咨询转接");
    }

    static Refused youHaveACall() {
        return Refused.notNow("you are in a call already; end that first", "您已在一通电话中，请先结束");
    }

    /** Who was asked into a talk has not come. */
    static Words notPickedUp(String name) {
        return Words.of("%s did not pick up", "%s 未接听", name);
    }
}
