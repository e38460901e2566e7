package com.callfloor.dialer.rules.books;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

import com.callfloor.dialer.rules.pack.Duty;
import com.callfloor.dialer.rules.pack.Duty.Cadence;
import com.callfloor.dialer.rules.pack.PackTerm;

/** How often debtors are to be called. */
public final class CadenceTarget {
    private static final String FLOOR_PACK = "floor";

    private CadenceTarget() {}

    /** The target of the packs in force at an instant. The floor's own wins: a target is policy. */
    public static Optional<Cadence> of(Collection<PackTerm> packs, Instant at) {
        return packs.stream()
                .filter(term -> term.inForceAt(at))
                .sorted(Comparator.comparing((PackTerm term) -> !term.pack().name().equals(FLOOR_PACK))
                        .thenComparing(PackTerm::until, Comparator.reverseOrder()))
                .flatMap(term -> term.pack().duties().stream())
                .filter(Duty.Cadence.class::isInstance)
                .map(Duty.Cadence.class::cast)
                .findFirst();
    }
}
