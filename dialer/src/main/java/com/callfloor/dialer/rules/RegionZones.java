package com.callfloor.dialer.rules;

import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The time zones of regions, by ISO 3166-2, or by ISO 3166-1 where only the country is known;
 * {@code rules/zones/regions.txt} holds them.
 */
final class RegionZones {
    private static final Pattern SUBDIVISION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");
    private static final int COUNTRY_CODE = 2;

    private final CountryZones countries;
    private final Map<String, Place> places;

    RegionZones(CountryZones countries) {
        this.countries = countries;
        Map<String, Place> read = new HashMap<>();
        for (String country : countries.countries()) {
            read.put(country, wholeOf(country));
        }
        for (List<String> line : ZoneTable.read("regions.txt")) {
            String country = line.get(0);
            Place place = inLine(country, line.get(1));
            line.stream().skip(2).forEach(subdivision -> read.merge(country + "-" + subdivision, place, this::both));
        }
        this.places = Map.copyOf(read);
    }

    /** The subdivisions that the table names, and every country. */
    Set<String> listed() {
        return places.keySet();
    }

    /**
     * A subdivision that is not known, of a country of several zones, is the whole country.
     *
     * @return empty if there is no such country, or if this is no code at all
     */
    Optional<Place> find(String region) {
        Place listed = places.get(region);
        if (listed != null) {
            return Optional.of(listed);
        }
        return SUBDIVISION.matcher(region).matches()
                ? Optional.ofNullable(places.get(region.substring(0, COUNTRY_CODE)))
                : Optional.empty();
    }

    private Place inLine(String country, String zoneOrCountry) {
        return zoneOrCountry.length() == COUNTRY_CODE
                ? wholeOf(zoneOrCountry)
                : new Place(country, Set.of(ZoneId.of(zoneOrCountry)), true);
    }

    private Place wholeOf(String country) {
        Set<ZoneId> zones = countries.of(country);
        return new Place(country, zones, zones.size() == 1);
    }

    private Place both(Place one, Place other) {
        Set<ZoneId> zones = new LinkedHashSet<>(one.zones());
        zones.addAll(other.zones());
        return new Place(one.country(), Collections.unmodifiableSet(zones), true);
    }
}
