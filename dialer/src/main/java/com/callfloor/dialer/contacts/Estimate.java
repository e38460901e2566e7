package com.callfloor.dialer.contacts;

import java.util.Optional;

/**
 * The chance that a person answers a number at a time, and what it rests on.
 *
 * @param chance above 0, below 1
 * @param slot the time it holds for; empty if the debtor's time is not known
 * @param tries earlier calls to this number, as far back as is looked
 * @param answered of these
 * @param triesThen those at the same hours, whatever the day
 * @param answeredThen of these
 */
public record Estimate(double chance, Optional<CallSlot> slot, int tries, int answered, int triesThen,
        int answeredThen) {}
