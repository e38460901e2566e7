package com.callfloor.dialer.testing;

import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** Looks whether a refusal tells people in Chinese what it tells them in English. */
final class BothLanguages {
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    /** Where another machine is told in its own words, with nobody in between. */
    private static final String RECORDER = " /api/recorder/";

    private BothLanguages() {}

    /** @throws AssertionError what is said in English only */
    static void check(String what, JsonNode problem) {
        check(what, problem.path("detail"), problem.path("detail_zh"));
        problem.path("errors").forEach(error -> check(what, error.path("message"), error.path("message_zh")));
    }

    private static void check(String what, JsonNode english, JsonNode chinese) {
        if (!CHINESE.matcher(chinese.asText()).find() && !what.contains(RECORDER)) {
            throw new AssertionError(what + " without Chinese: " + english.asText());
        }
    }
}
