package com.callfloor.dialer.strategy;

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
        public UnusableStrategy(String message) {
            super(message);
        }
    }
}
