package com.callfloor.dialer.floor;

/** The database did not answer or refused. What it would have said is unknown, so nothing may be dialed. */
public final class LedgerUnavailable extends Exception {
    public LedgerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
