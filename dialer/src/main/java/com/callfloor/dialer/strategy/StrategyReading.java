package com.callfloor.dialer.strategy;

import com.callfloor.dialer.words.Words;

/** Reads a strategy from the text of its file. */
@FunctionalInterface
public interface StrategyReading {
    /**
     * Reads it strictly.
     *
     * @throws UnusableStrategy saying what, where and how to mend it
     */
    Strategy read(String text) throws UnusableStrategy;

    /** A text that is no strategy. */
    final class UnusableStrategy extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Words words;

        public UnusableStrategy(Words words) {
            super(words.en());
            this.words = words;
        }

        public Words words() {
            return words;
        }
    }
}
