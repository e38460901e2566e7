package com.callfloor.dialer.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where numbers are that libphonenumber's time-zone map places wrongly; {@code rules/zones/area-codes.txt} lists them. */
final class AreaCodes {
    private final Map<String, List<Place>> places;
    private final int shortest;
    private final int longest;

    AreaCodes(RegionZones regions) {
        Map<String, List<Place>> read = new HashMap<>();
        for (List<String> line : ZoneTable.read("area-codes.txt")) {
            Place place = regions.find(line.getFirst())
                    .orElseThrow(() -> new IllegalStateException(
                            "rules/zones/area-codes.txt: " + line.getFirst() + " is not a region"));
            line.stream()
                    .skip(1)
                    .forEach(prefix -> read.computeIfAbsent(prefix, none -> new ArrayList<>()).add(place));
        }
        read.replaceAll((prefix, listed) -> List.copyOf(listed));
        this.places = Map.copyOf(read);
        this.shortest = places.keySet().stream().mapToInt(String::length).min().orElse(0);
        this.longest = places.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /** Every region that has numbers of this beginning; none where the map may be believed. */
    List<Place> of(String e164) {
        for (int length = Math.min(longest, e164.length() - 1); length >= shortest; length--) {
            List<Place> found = places.get(e164.substring(1, 1 + length));
            if (found != null) {
                return found;
            }
        }
        return List.of();
    }
}
