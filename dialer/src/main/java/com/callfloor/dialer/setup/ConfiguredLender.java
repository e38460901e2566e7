package com.callfloor.dialer.setup;

import java.util.List;

import com.callfloor.dialer.cases.intake.LenderMapping;
import com.callfloor.dialer.setup.LenderBook.Cases;

/**
 * A lender and all that is set up for it. Lists may be empty.
 *
 * @param name empty: cases whose file names no lender
 * @param mappings how it writes its files; none: the usual columns
 * @param strategy the name of the one its cases are under, outside of experiments
 * @param ownStrategy false: it has none of its own, and this is the floor's
 * @param creditor the floor collects as the lender itself, not as an agency
 * @param packs rule packs besides those of every call and of the debtor's region
 * @param retention names of the rules about recordings that may apply, not knowing product and region
 * @param campaigns ids of those that name it; none: the one that takes everything
 */
public record ConfiguredLender(String name, Cases cases, List<LenderMapping> mappings, String strategy,
        boolean ownStrategy, boolean creditor, List<String> packs, List<String> retention, List<String> campaigns) {
    public ConfiguredLender {
        mappings = List.copyOf(mappings);
        packs = List.copyOf(packs);
        retention = List.copyOf(retention);
        campaigns = List.copyOf(campaigns);
    }
}
