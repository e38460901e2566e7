package com.callfloor.dialer.quality.speech;

/** What phrase spotting found. */
public sealed interface Hit {
    /** The rule of the phrase list. */
    String rule();

    /** What the rule is about: a prohibition, or the rule itself. */
    String about();

    /** A forbidden phrase was said. */
    record ForbiddenSaid(String rule, String about, long fromMs, long toMs, String said) implements Hit {}

    /** A required phrase was said in time. */
    record RequiredSaid(String rule, String about, long fromMs, long toMs, String said) implements Hit {}

    /** A required phrase was not said in time. */
    record RequiredMissing(String rule, String about) implements Hit {}
}
