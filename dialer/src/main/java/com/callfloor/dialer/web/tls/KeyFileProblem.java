package com.callfloor.dialer.web.tls;

/** The server's certificate or key cannot be used; the message says which, why, and how to mend it. */
public final class KeyFileProblem extends Exception {
    private static final long serialVersionUID = 1L;

    KeyFileProblem(String message) {
        super(message);
    }

    KeyFileProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
