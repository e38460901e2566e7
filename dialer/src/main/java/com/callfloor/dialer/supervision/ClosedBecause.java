package com.callfloor.dialer.supervision;

import java.util.Locale;

import com.callfloor.dialer.words.Words;

/** Why a case is not to be called any more. */
public enum ClosedBecause {
    PAID, WITHDRAWN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The books have it in English. */
    public Words words() {
        return switch (this) {
            case PAID -> new Words("the debt was paid", "欠款已还清");
            case WITHDRAWN -> new Words("the lender withdrew the case", "委托方已退案");
        };
    }
}
