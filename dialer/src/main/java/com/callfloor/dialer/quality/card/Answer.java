package com.callfloor.dialer.quality.card;

/** What a reviewer says to an item. */
public sealed interface Answer {
    record Yes() implements Answer {}

    record No() implements Answer {}

    record NotApplicable() implements Answer {}

    record Points(int points) implements Answer {}
}
