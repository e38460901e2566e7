package com.callfloor.dialer.payments;

import java.util.Optional;

import com.callfloor.dialer.words.Words;

/** What every way in demands of a posting. */
public final class Postings {
    /** In code points. */
    public static final int LONGEST_REFERENCE = 64;
    /** In code points. */
    public static final int LONGEST_NAME = 128;

    private Postings() {}

    /** What is wrong with the reference of the reversed payment, given or not. */
    public static Optional<Words> contradiction(PostingKind kind, boolean namesCase, boolean namesReversed) {
        return switch (kind) {
            case PAYMENT -> namesReversed
                    ? Optional.of(new Words("a payment reverses nothing: make it a reversal, or leave this empty",
                            "还款不冲正任何入账：请改为冲正，或不填此项"))
                    : Optional.empty();
            case REVERSAL -> namesReversed || namesCase
                    ? Optional.empty()
                    : Optional
                            .of(new Words("a reversal must say which payment it takes back, or at least of which case",
                                    "冲正须写明所冲正的还款，或至少写明案件"));
        };
    }
}
