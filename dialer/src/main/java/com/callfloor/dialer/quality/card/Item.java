package com.callfloor.dialer.quality.card;

/** One question of a scorecard. Ids are unique within a card. */
public sealed interface Item {
    String id();

    Wording text();

    /**
     * Something done well or not. Where it does not apply its weight counts for nothing.
     *
     * @param weight 1 to 100, of whatever the weights add up to
     */
    record Weighted(String id, Wording text, int weight, Scale scale) implements Item {
        public Weighted {
            if (weight < 1 || weight > 100) {
                throw new IllegalArgumentException("weight is 1 to 100");
            }
        }
    }

    /** Something that must not have happened; yes means that it did, and fails the call. */
    record Never(String id, Wording text, Prohibition prohibition) implements Item {}

    /** How well something was done. */
    sealed interface Scale {
        /** Yes is all, no is nothing. */
        record YesNo() implements Scale {}

        /** 0 to {@code most}, which is 1 to 10. */
        record Points(int most) implements Scale {
            public Points {
                if (most < 1 || most > 10) {
                    throw new IllegalArgumentException("points are 1 to 10");
                }
            }
        }
    }
}
