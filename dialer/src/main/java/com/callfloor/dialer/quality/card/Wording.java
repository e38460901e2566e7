package com.callfloor.dialer.quality.card;

/** A text in both languages of the floor. */
public record Wording(String chinese, String english) {
    public Wording {
        if (chinese.isBlank() || english.isBlank()) {
            throw new IllegalArgumentException("a text is empty; it is written in zh-CN and in en");
        }
    }
}
