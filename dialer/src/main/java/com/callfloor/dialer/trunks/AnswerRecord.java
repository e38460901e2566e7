package com.callfloor.dialer.trunks;

import java.util.ArrayDeque;
import java.util.Deque;

/** Which of the last {@value #LENGTH} calls with one caller id were answered. */
final class AnswerRecord {
    static final int LENGTH = 200;
    /** Fewer calls than this prove nothing. */
    static final int FEWEST = 50;
    /** One in 740 numbers as good as the others looks this bad by chance. */
    private static final double STANDARD_ERRORS = 3;
    private static final double FAR_BELOW = 0.5;

    private final Deque<Boolean> calls = new ArrayDeque<>();
    private int answered;

    void add(boolean wasAnswered) {
        calls.addLast(wasAnswered);
        answered += wasAnswered ? 1 : 0;
        if (calls.size() > LENGTH) {
            answered -= calls.removeFirst() ? 1 : 0;
        }
    }

    void clear() {
        calls.clear();
        answered = 0;
    }

    int calls() {
        return calls.size();
    }

    int answered() {
        return answered;
    }

    /**
     * Whether people answer this number far less than the others of its pool: less than half as often, and by more than
     * chance explains. Chance is judged by the test for two proportions: with {@code k1} of {@code n1} calls answered here,
     * {@code k2} of {@code n2} with the others and {@code p = (k1 + k2) / (n1 + n2)}, it is more than chance where
     * {@code k2/n2 - k1/n1 > 3 * sqrt(p * (1 - p) * (1/n1 + 1/n2))}. Both sides need {@value #FEWEST} calls.
     */
    boolean isFarBelow(int othersAnswered, int othersCalls) {
        if (calls() < FEWEST || othersCalls < FEWEST) {
            return false;
        }
        double own = (double) answered / calls();
        double others = (double) othersAnswered / othersCalls;
        double together = (double) (answered + othersAnswered) / (calls() + othersCalls);
        double standardError = Math
                .sqrt(together * (1 - together) * (1.0 / calls() + 1.0 / othersCalls));
        return own < others * FAR_BELOW && others - own > STANDARD_ERRORS * standardError;
    }
}
