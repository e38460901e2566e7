package com.callfloor.dialer.rules.replay;

import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

import com.callfloor.dialer.rules.history.LineKind;

/**
 * A case of the stream; all ids are its own words.
 *
 * @param zones the complete candidate zones; none means unknown
 * @param numbers the kind of line of each number; one that is not listed is a mobile
 */
public record ReplayCase(String id, String debtor, String debt, String account, String household, Set<ZoneId> zones,
        Map<String, LineKind> numbers) {
    public ReplayCase {
        zones = Set.copyOf(zones);
        numbers = Map.copyOf(numbers);
    }
}
