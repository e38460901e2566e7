package com.callfloor.dialer.words;

/** An argument that cannot be meant; {@link #words} say to people why, and what it should be. */
public final class Objection extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient Words words;

    public Objection(Words words) {
        super(words.en());
        this.words = words;
    }

    public Words words() {
        return words;
    }
}
