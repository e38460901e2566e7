package com.callfloor.dialer.pbx;

import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.supervision.ListenMode;

/** Builds what Asterisk dials and runs, from types that cannot hold a separator. */
final class DialStrings {
    private DialStrings() {}

    /** The debtor's number, plus sign included, through a trunk's endpoint. */
    static String throughTrunk(PhoneNumber number, String trunk) {
        return "PJSIP/" + number.e164() + "@" + AmiText.name("the trunk's endpoint", trunk);
    }

    static String phone(Extension extension) {
        return "PJSIP/" + extension.digits();
    }

    /**
     * ChanSpy's arguments: {@code q} no beep, {@code w} whisper; {@code E} ends with the channel that is
     * listened to and {@code S} if that is gone before the listening begins. Without these two the supervisor's phone
     * stays up for ever, waiting for a channel that is named alike.
     *
     * @param channelName as the PBX told it; never a name from outside
     */
    static String chanSpy(String channelName, ListenMode mode) {
        if (!AmiText.isChannelName(channelName)) {
            throw new IllegalArgumentException("not the name of a PJSIP channel");
        }
        return channelName + "," + switch (mode) {
            case LISTEN -> "qES";
            case WHISPER -> "qwES";
        };
    }
}
