package com.callfloor.dialer.payments;

import java.util.Set;

import com.callfloor.dialer.cases.CaseId;

/**
 * Which cases postings moved.
 *
 * @param posted every case that money was counted for or taken from
 * @param settled of these, the ones that were open and are paid now
 * @param reopened of these, the ones that were paid and are open again
 */
public record Moves(Set<CaseId> posted, Set<CaseId> settled, Set<CaseId> reopened) {
    public static final Moves NONE = new Moves(Set.of(), Set.of(), Set.of());

    public Moves {
        posted = Set.copyOf(posted);
        settled = Set.copyOf(settled);
        reopened = Set.copyOf(reopened);
    }
}
