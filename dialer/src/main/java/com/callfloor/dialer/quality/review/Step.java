package com.callfloor.dialer.quality.review;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Something that was done with a review; the list of them is its history. */
public record Step(Kind kind, Person by, Instant at, Optional<String> text) {
    public enum Kind {
        OPENED, SUBMITTED, CORRECTED, ACKNOWLEDGED, APPEALED,
        /** An appeal was decided, and the review stands as it was. */
        UPHELD,
        /** An appeal was decided, and the review has a new version. */
        CHANGED;

        /** Its one name in SQL and API. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
