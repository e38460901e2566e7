package com.callfloor.dialer.rules;

import com.callfloor.dialer.rules.Decision.Finding;

/** What holds before any pack is asked: doubts, and one call at a time. */
public final class EngineRules {
    private static final String PACK = "engine";
    private static final String VERSION = "1";

    private EngineRules() {}

    /** A denial by the engine itself. */
    public static Finding finding(Reason reason) {
        String rule = switch (reason) {
            case Reason.ZoneUnknown unknown -> "ZONE-UNKNOWN";
            case Reason.NoPack none -> "NO-PACK";
            case Reason.CallUnderWay underWay -> "ONE-CALL-AT-A-TIME";
            case Reason.NoUsableNumber none -> "NO-VALID-NUMBER";
            case Reason.NoRecipient none -> "NO-RECIPIENT";
            case Reason.CaseWaits waits -> "CASE-WAITS";
            case Reason.NoHours none -> "NO-HOURS";
            default -> throw new IllegalArgumentException("a pack's reason is no doubt of the engine: " + reason);
        };
        return new Finding(rule, PACK, VERSION, false, reason);
    }
}
