package com.callfloor.dialer.words;

/** An argument that cannot be meant; {@link #words} say to people why, and what it should be. */
public final class Objection extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient Words words;

    public Objection(Words words) {
        super(words.en());
        this.words = words;
    }
    /** What an argument was refused with; in English only where that was no objection of ours. */
    public static Words of(RuntimeException refused) {
        return refused instanceof Objection objection
                ? objection.words
                : Words.same(String.valueOf(refused.getMessage()));
    }

    public Words words() {
        return words;
    }
}
