package com.callfloor.dialer.config;

import com.callfloor.dialer.words.Words;

/**
 * A configuration that cannot be used. The message says what, where and how to mend it; show it to people as it is. What
 * pages show of it is {@link #words}, which are Chinese too where a page can come upon it.
 */
public final class ConfigProblem extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Words words;

    public ConfigProblem(String message) {
        this(Words.same(message));
    }

    public ConfigProblem(Words words) {
        super(words.en());
        this.words = words;
    }

    public ConfigProblem(String message, Throwable cause) {
        this(Words.same(message), cause);
    }

    public ConfigProblem(Words words, Throwable cause) {
        super(words.en(), cause);
        this.words = words;
    }

    public Words words() {
        return words;
    }
}
