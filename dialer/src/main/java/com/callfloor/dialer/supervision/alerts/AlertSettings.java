package com.callfloor.dialer.supervision.alerts;

import java.time.Duration;
import java.util.Map;

/**
 * When the wall warns.
 *
 * @param calm so long all must be fine again before an alert is cleared
 * @param abandonmentNear the share of the cap from which on a campaign is near it, above 0 and at most 1
 * @param leastAnswered fewer calls answered by persons in the window say nothing about the cap
 * @param answerRateFall the share of the earlier answer rate below which the latest is alarming, above 0 and below 1
 * @param leastCalls fewer calls, lately or before, say nothing about the answer rate
 * @param casesBehind the share of a campaign's cases behind their target that is alarming, above 0 and at most 1
 * @param leastCases fewer cases behind are none to warn of
 * @param leastRecordings fewer flawed recordings of the last hour are none to warn of
 * @param longestBreak by the reason's code; without one a break may be as long as it likes
 */
public record AlertSettings(Duration calm, double abandonmentNear, int leastAnswered, double answerRateFall,
        int leastCalls, double casesBehind, int leastCases, int leastRecordings, Duration longestWrapUp,
        Map<String, Duration> longestBreak) {
    public AlertSettings {
        share("abandonment_near", abandonmentNear);
        share("answer_rate_fall", answerRateFall);
        share("cases_behind", casesBehind);
        if (calm.isNegative() || longestWrapUp.isNegative()) {
            throw new IllegalArgumentException("a time is negative");
        }
        if (leastAnswered < 1 || leastCalls < 1 || leastCases < 1 || leastRecordings < 1) {
            throw new IllegalArgumentException(
                    "least_answered, least_calls, least_cases and least_recordings are 1 or more");
        }
        longestBreak = Map.copyOf(longestBreak);
    }

    private static void share(String name, double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(name + " is " + share + "; it must be above 0 and at most 1");
        }
    }
}
