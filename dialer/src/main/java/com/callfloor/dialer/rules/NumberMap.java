package com.callfloor.dialer.rules;

import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.cases.PhoneNumber;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;

/**
 * Says where a number belongs, by libphonenumber's time-zone map as far as it can be believed. The map is coarse and in
 * part old: it has all Australian mobiles in Sydney, all Russian ones in Moscow, and foreign zones that once showed the
 * same time. So it is asked only about numbers that are tied to a place, only zones of the number's own country are
 * taken from it, and {@link AreaCodes} adds what it lacks.
 */
final class NumberMap {
    private static final int NORTH_AMERICA = 1;
    private static final NumberZones NOWHERE = new NumberZones(Set.of(), Set.of(), Set.of());

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final PhoneNumberToTimeZonesMapper map = PhoneNumberToTimeZonesMapper.getInstance();
    private final CountryZones countries;
    private final AreaCodes areaCodes;
    private final List<String> northAmericanNames;
    private final NumberZones northAmerica;

    NumberMap(CountryZones countries, AreaCodes areaCodes) {
        this.countries = countries;
        this.areaCodes = areaCodes;
        this.northAmericanNames = map.getTimeZonesForGeographicalNumber(
                new Phonenumber.PhoneNumber().setCountryCode(NORTH_AMERICA).setNationalNumber(8_000_000_000L));
        Set<ZoneId> everywhere = new LinkedHashSet<>();
        northAmericanNames.forEach(name -> everywhere.add(ZoneId.of(name)));
        this.northAmerica = new NumberZones(new HashSet<>(numbers.getRegionCodesForCountryCode(NORTH_AMERICA)),
                Collections.unmodifiableSet(everywhere), Set.of());
    }

    NumberZones of(PhoneNumber number) {
        Phonenumber.PhoneNumber parsed;
        try {
            parsed = numbers.parse(number.e164(), null);
        } catch (NumberParseException e) {
            return NOWHERE;
        }
        List<Place> places = areaCodes.of(number.e164());
        return parsed.getCountryCode() == NORTH_AMERICA
                ? inNorthAmerica(parsed, places)
                : elsewhere(parsed, places);
    }

    /** The area code says where, for mobiles too; one that the map does not know belongs to no place, like 800. */
    private NumberZones inNorthAmerica(Phonenumber.PhoneNumber number, List<Place> places) {
        List<String> mapped = map.getTimeZonesForGeographicalNumber(number);
        boolean onMap = !mapped.equals(northAmericanNames);
        if (!onMap && places.isEmpty()) {
            return northAmerica;
        }
        return inCountry(number, onMap ? mapped : List.of(), places)
                .orElse(northAmerica);
    }

    private NumberZones elsewhere(Phonenumber.PhoneNumber number, List<Place> places) {
        List<String> sharing = numbers.getRegionCodesForCountryCode(number.getCountryCode())
                .stream()
                .filter(country -> !countries.of(country).isEmpty())
                .toList();
        if (sharing.isEmpty()) {
            return NOWHERE;
        }
        if (sharing.size() == 1 && countries.of(sharing.getFirst()).size() == 1) {
            return anywhereIn(sharing);
        }
        PhoneNumberType type = numbers.getNumberType(number);
        boolean tied = numbers.isNumberGeographical(type, number.getCountryCode())
                && places.stream().allMatch(Place::exact);
        return (tied
                ? inCountry(number, map.getTimeZonesForGeographicalNumber(number), places)
                : Optional.<NumberZones>empty()).orElseGet(() -> anywhereIn(validIn(number, sharing)));
    }

    /** A number of several countries' plans may be in each; one of no plan, in any that shares the country code. */
    private List<String> validIn(Phonenumber.PhoneNumber number, List<String> sharing) {
        if (sharing.size() == 1) {
            return sharing;
        }
        List<String> valid = sharing.stream()
                .filter(country -> numbers.isValidNumberForRegion(number, country))
                .toList();
        return valid.isEmpty() ? sharing : valid;
    }

    private NumberZones anywhereIn(Collection<String> these) {
        if (these.size() == 1) {
            return new NumberZones(these, countries.of(these.iterator().next()), Set.of());
        }
        Set<ZoneId> everywhere = new LinkedHashSet<>();
        these.forEach(country -> everywhere.addAll(countries.of(country)));
        return new NumberZones(these, everywhere, Set.of());
    }

    /** Empty if the number is in no country's plan: then its place is not known either. */
    private Optional<NumberZones> inCountry(Phonenumber.PhoneNumber number, List<String> mapped, List<Place> places) {
        return Optional.ofNullable(numbers.getRegionCodeForNumber(number))
                .filter(country -> !countries.of(country).isEmpty())
                .map(country -> new NumberZones(List.of(country), countries.of(country),
                        indicated(country, mapped, places)));
    }

    private Set<ZoneId> indicated(String country, List<String> mapped, List<Place> places) {
        Set<ZoneId> all = countries.of(country);
        if (all.size() == 1) {
            return all;
        }
        Set<ZoneId> indicated = new LinkedHashSet<>();
        boolean foreign = false;
        for (String name : mapped) {
            Optional<ZoneId> own = countries.named(country, name);
            own.ifPresent(indicated::add);
            foreign |= own.isEmpty();
        }
        places.forEach(place -> indicated.addAll(place.zones()));
        if (foreign && places.isEmpty()) {
            indicated.addAll(all);
        }
        return indicated;
    }
}
