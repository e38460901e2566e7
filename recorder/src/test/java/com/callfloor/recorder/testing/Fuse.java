package com.callfloor.recorder.testing;

/** Ends the 'process' at the so-many-th step that it is asked at. */
public final class Fuse {
    private int stepsLeft;

    /** @param steps that still succeed */
    public Fuse(int steps) {
        this.stepsLeft = steps;
    }

    public void step() {
        if (stepsLeft-- == 0) {
            throw new Crash();
        }
    }

    /** An error, so that nobody handles it as a failure of one step: the process is gone. */
    public static final class Crash extends Error {}
}
