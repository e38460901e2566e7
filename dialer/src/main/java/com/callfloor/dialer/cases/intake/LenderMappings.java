package com.callfloor.dialer.cases.intake;

import java.util.List;
import java.util.Optional;

/** The saved mappings of all lenders. */
public interface LenderMappings {
    /**
     * Every mapping that there is.
     *
     * @throws CaseFileException saying which mapping cannot be used and how to mend it
     */
    List<LenderMapping> all();

    /** By the mapping's own name or by its lender's. */
    default Optional<LenderMapping> called(String name) {
        return all().stream().filter(mapping -> mapping.isCalled(name)).findFirst();
    }
}
