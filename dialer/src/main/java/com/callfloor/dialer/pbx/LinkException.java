package com.callfloor.dialer.pbx;

/** The link could not be opened; the message says why and what to do, for whoever reads the log: nobody else is told. */
final class LinkException extends Exception {
    private static final long serialVersionUID = 1L;

    LinkException(String message) {
        super(message);
    }

    LinkException(String message, Throwable cause) {
        super(message, cause);
    }
}
