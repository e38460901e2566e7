package com.callfloor.dialer.payments;

import java.util.Optional;

/** What every way in demands of a posting. */
public final class Postings {
    /** In code points. */
    public static final int LONGEST_REFERENCE = 64;
    /** In code points. */
    public static final int LONGEST_NAME = 128;

    private Postings() {}

    /** What is wrong with the reference of the reversed payment, given or not. */
    public static Optional<String> contradiction(PostingKind kind, boolean namesCase, boolean namesReversed) {
        return switch (kind) {
            case PAYMENT -> namesReversed
                    ? Optional.of("a payment reverses nothing: make it a reversal, or leave this empty")
                    : Optional.empty();
            case REVERSAL -> namesReversed || namesCase
                    ? Optional.empty()
                    : Optional.of("a reversal must say which payment it takes back, or at least of which case");
        };
    }
}
