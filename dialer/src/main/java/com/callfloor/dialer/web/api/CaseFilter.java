package com.callfloor.dialer.web.api;

import java.util.Optional;

import com.callfloor.dialer.cases.CaseDirectory;
import com.callfloor.dialer.cases.CaseDirectory.CaseView;
import com.callfloor.dialer.cases.CaseId;

/** Finds the case that a filter names. Blocks on the directory. */
final class CaseFilter {
    private CaseFilter() {}

    /** By the lender's reference, else by our id: references may look like numbers, and people type references. */
    static Optional<CaseId> find(CaseDirectory cases, String text) {
        return cases.byRef(text)
                .map(CaseFilter::id)
                .or(() -> Keys.caseId(text).flatMap(cases::byId).map(CaseFilter::id));
    }

    private static CaseId id(CaseView view) {
        return view.card().id();
    }
}
