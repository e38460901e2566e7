package com.callfloor.dialer.setup;

import java.util.Map;

/** How many cases each lender has. */
public interface LenderBook {
    /**
     * By the lender's name; those without a lender under the empty one. Blocks, with a million cases for seconds; up to a
     * minute old.
     */
    Map<String, Cases> cases();

    /** {@code open}: that may still be called; {@code withdrawn}: that the lender took back. */
    record Cases(long open, long withdrawn) {
        public static final Cases NONE = new Cases(0, 0);
    }
}
