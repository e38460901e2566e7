package com.callfloor.dialer.cases;

/** Whose number it is: the debtor's own (mobile, home, work), or a listed contact's. */
public enum NumberRole {
    MOBILE, HOME, WORK, CONTACT;

    /** A contact is never a collection target (SEED-3P). */
    public boolean isDebtorsOwn() {
        return this != CONTACT;
    }
}
