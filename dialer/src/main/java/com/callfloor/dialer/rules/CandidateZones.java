package com.callfloor.dialer.rules;

import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.cases.PhoneNumber;

/**
 * Every time zone that a debtor may be in. A call must be permitted in all of them (12 CFR 1006.6(b)(1), comment 2: where
 * the place is unclear, the hour must be fine in every indicated one); none at all means that nobody knows, and no call.
 *
 * <p>Together they are:
 * <ul>
 * <li>the zone that was declared with the case;
 * <li>those of the address. A subdivision that several zones reach into is in all of them; one that does not exist, and
 * a country without a subdivision, is in all of the country's;
 * <li>those of the number. One that is tied to a place (fixed lines; in North America and Brazil every area code, so
 * mobiles too) always adds that place's. Of any other, such as an Australian or Russian mobile or a toll-free number,
 * all that is known is the country: it adds all of the country's zones, unless the address or the declared zone already
 * says where in that country. A satellite's number adds nothing.
 * </ul>
 * An address that cannot be read is a doubt: it adds all zones of the number's country, and without any, nobody is
 * called. Numbers of +1 without a place are everywhere in the North American plan. Mainland China is Asia/Shanghai
 * alone, Xinjiang (CN-XJ) included: the legal time of the whole country is Beijing's, and callers, banks and courts go
 * by it; Hong Kong, Macau and Taiwan have zones and country codes of their own. A zone that a case declares is used
 * all the same, Asia/Urumqi too.
 *
 * <p>Safe for use by several threads. Takes some microseconds and touches nothing.
 */
public final class CandidateZones {
    private final CountryZones countries = new CountryZones();
    private final RegionZones regions = new RegionZones(countries);
    private final NumberMap numbers = new NumberMap(countries, new AreaCodes(regions));

    /**
     * Names the zones.
     *
     * @param declared the zone that came with the case
     * @param region ISO 3166-2, such as {@code US-MA}, or ISO 3166-1 where only the country is known
     * @return unmodifiable; empty if nobody knows
     */
    public Set<ZoneId> of(Optional<ZoneId> declared, Optional<String> region, PhoneNumber number) {
        NumberZones called = numbers.of(number);
        Optional<Place> address = region.flatMap(regions::find);
        boolean unreadable = region.isPresent() && address.isEmpty();
        if (unreadable && called.everywhere().isEmpty()) {
            return Set.of();
        }
        Set<ZoneId> candidates = new LinkedHashSet<>();
        declared.ifPresent(candidates::add);
        address.ifPresent(place -> candidates.addAll(place.zones()));
        candidates.addAll(called.indicated());
        boolean onlyCountryKnown = called.indicated().isEmpty() && !saysWhere(declared, address, called);
        if (unreadable || onlyCountryKnown) {
            candidates.addAll(called.everywhere());
        }
        return Collections.unmodifiableSet(candidates);
    }

    /** A place in another country does not: then the number and the address contradict each other, and both count. */
    private boolean saysWhere(Optional<ZoneId> declared, Optional<Place> address, NumberZones called) {
        return address.filter(place -> place.exact() && called.countries().contains(place.country())).isPresent()
                || declared
                        .filter(zone -> called.countries().stream().anyMatch(country -> countries.has(country, zone)))
                        .isPresent();
    }
}
