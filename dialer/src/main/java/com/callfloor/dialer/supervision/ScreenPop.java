package com.callfloor.dialer.supervision;

import java.time.Instant;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.CaseCard;

/**
 * What the chosen agent sees of the debtor who answered.
 *
 * @param connected whether the two hear each other already; false while the PBX is still joining them
 * @param numberMasked as people may see it, such as {@code 138****0001}
 */
public record ScreenPop(AttemptId attempt, Instant answeredAt, boolean connected, String numberMasked,
        CaseCard card) {}
