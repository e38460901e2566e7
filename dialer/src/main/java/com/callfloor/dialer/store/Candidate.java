package com.callfloor.dialer.store;

import com.callfloor.dialer.cases.NumberRole;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.rules.history.LineKind;

/** A number that a debtor listed and that is not known to be out of service; locked where a reservation asks for it. */
record Candidate(long id, PhoneNumber number, int position, LineKind line) {
    boolean contact() {
        return line == LineKind.CONTACT;
    }

    NumberRole role() {
        return switch (line) {
            case MOBILE -> NumberRole.MOBILE;
            case LANDLINE -> NumberRole.HOME;
            case WORK -> NumberRole.WORK;
            case CONTACT -> NumberRole.CONTACT;
        };
    }
}
