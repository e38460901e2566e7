package com.callfloor.dialer.rules;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All time zones of a country; {@code rules/zones/countries.txt} holds them and says where they come from. */
final class CountryZones {
    private final Map<String, Set<ZoneId>> zones;

    CountryZones() {
        Map<String, Set<ZoneId>> read = new HashMap<>();
        for (List<String> line : ZoneTable.read("countries.txt")) {
            Set<ZoneId> ofCountry = read.computeIfAbsent(line.getFirst(), country -> new LinkedHashSet<>());
            line.stream().skip(1).map(ZoneId::of).forEach(ofCountry::add);
        }
        read.replaceAll((country, ofCountry) -> Collections.unmodifiableSet(ofCountry));
        this.zones = Map.copyOf(read);
    }

    Set<String> countries() {
        return zones.keySet();
    }

    /** Empty if there is no such country. */
    Set<ZoneId> of(String country) {
        return zones.getOrDefault(country, Set.of());
    }

    /** The zone of this country that is meant by a name, be it a former one such as {@code Asia/Calcutta}. */
    Optional<ZoneId> named(String country, String name) {
        for (ZoneId own : of(country)) {
            if (own.getId().equals(name)) {
                return Optional.of(own);
            }
        }
        try {
            return sameClock(country, ZoneId.of(name));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    boolean has(String country, ZoneId zone) {
        return of(country).contains(zone) || sameClock(country, zone).isPresent();
    }

    private Optional<ZoneId> sameClock(String country, ZoneId zone) {
        return of(country).stream().filter(own -> own.getRules().equals(zone.getRules())).findFirst();
    }
}
