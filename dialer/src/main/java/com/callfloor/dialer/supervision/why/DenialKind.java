package com.callfloor.dialer.supervision.why;

import java.util.Locale;
import java.util.Optional;

import com.callfloor.dialer.rules.Reason;
import com.callfloor.dialer.rules.history.FactKind;

/** What kind of rule keeps a case from being called now. */
public enum DenialKind {
    /** Outside permitted hours, or a day on which nobody is called. */
    HOURS,
    /** Called, or reached, often enough for now. */
    CAP,
    /** On a do-not-call list. */
    DO_NOT_CALL,
    /** Something stands in the case's books, such as a dispute. */
    FACT,
    /** A listed contact who may not be called. */
    CONTACT,
    /** Somebody else who is the debtor too is being called, or a number of this case. */
    UNDER_WAY,
    /** Zone, number or pack is not known. */
    DOUBT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DenialKind> ofCode(String code) {
        for (DenialKind kind : values()) {
            if (kind.code().equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** The kind of a rule that spoke against a call for this reason. */
    public static DenialKind of(Reason reason) {
        return switch (reason) {
            case Reason.OutsideHours outside -> HOURS;
            case Reason.WithinHours within -> HOURS;
            case Reason.ClosedDay closed -> HOURS;
            case Reason.NoHours none -> HOURS;
            case Reason.Count count -> CAP;
            case Reason.CoolingDown cooling -> CAP;
            case Reason.FactStands fact -> fact.fact() == FactKind.DO_NOT_CALL ? DO_NOT_CALL : FACT;
            case Reason.FactMissing missing -> FACT;
            case Reason.CaseWaits waits -> FACT;
            case Reason.Consented consented -> of(consented.instead());
            case Reason.AgentHeld held -> of(held.instead());
            case Reason.DebtorLost lost -> CONTACT;
            case Reason.DebtorNotLost lost -> CONTACT;
            case Reason.ContactDidNotConsent consent -> CONTACT;
            case Reason.CallUnderWay underWay -> UNDER_WAY;
            case Reason.ZoneUnknown unknown -> DOUBT;
            case Reason.NoPack none -> DOUBT;
            case Reason.NoUsableNumber none -> DOUBT;
            case Reason.NoRecipient none -> DOUBT;
        };
    }
}
