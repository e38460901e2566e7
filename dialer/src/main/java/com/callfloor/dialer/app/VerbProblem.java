package com.callfloor.dialer.app;

/** A verb cannot do what it was asked; the message says why and how to mend it. */
final class VerbProblem extends Exception {
    private static final long serialVersionUID = 1L;

    VerbProblem(String message) {
        super(message);
    }
}
