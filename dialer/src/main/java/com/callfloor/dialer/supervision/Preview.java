package com.callfloor.dialer.supervision;

import java.time.Instant;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Purpose;
import com.callfloor.dialer.cases.CaseCard;
import com.callfloor.dialer.rules.Decision;
import org.jspecify.annotations.Nullable;

/**
 * A case before the agent who will have its call: the call is not placed yet, or the phone rings.
 *
 * @param id its own, and that of its attempt if it is called
 * @param since when it was shown
 * @param callsAt when the call is placed by itself; null: never, or it was asked for already
 * @param calling whether the call was asked for: the rules are being asked, or the phone rings
 * @param numberMasked as people may see it, such as {@code 138****0001}
 * @param decision what the rules said when the case was shown; what counts is what they say when it is called
 */
public record Preview(AttemptId id, Instant since, @Nullable Instant callsAt, boolean calling, String numberMasked,
        Purpose purpose, CaseCard card, Decision decision) {}
