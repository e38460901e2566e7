package com.callfloor.dialer.rules;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import com.callfloor.dialer.cases.PhoneNumber;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ZoneTablesTest {
    static final List<PhoneNumberType> TIED_AND_MOBILE = List.of(PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE);

    private final CountryZones countries = new CountryZones();
    private final RegionZones regions = new RegionZones(countries);
    private final NumberMap numbers = new NumberMap(countries, new AreaCodes(regions));

    @Test
    void everyCountryWherePeopleLiveHasZones() {
        Set<String> inhabited = new HashSet<>(Set.of(Locale.getISOCountries()));
        inhabited.removeAll(Set.of("AQ", "BV", "HM"));

        assertThat(countries.countries()).containsAll(inhabited);
        assertThat(countries.countries()).allSatisfy(country -> assertThat(countries.of(country)).isNotEmpty());
    }

    @Test
    void everyRegionsZonesAreZonesOfItsCountryThatExist() {
        Set<String> known = ZoneId.getAvailableZoneIds();

        assertThat(regions.listed()).hasSizeGreaterThan(800).allSatisfy(region -> {
            Place place = regions.find(region).orElseThrow();
            assertThat(place.zones()).as(region).isNotEmpty().isSubsetOf(countries.of(place.country()));
            assertThat(place.zones()).extracting(ZoneId::getId).as(region).allMatch(known::contains);
        });
    }

    /** Lindeman is left to Brisbane, whose clock it shows. */
    @ParameterizedTest
    @ValueSource(strings = {"AR", "AU", "BR", "CA", "CD", "CL", "EC", "ES", "FM", "ID", "KI", "KZ", "MN", "MX", "NZ",
            "PG", "PT", "RU", "US"})
    void everyZoneOfADividedCountryIsInOneOfItsRegions(String country) {
        Set<ZoneId> reached = regions.listed()
                .stream()
                .filter(region -> region.startsWith(country + "-"))
                .flatMap(region -> regions.find(region).orElseThrow().zones().stream())
                .collect(Collectors.toSet());
        Set<ZoneId> all = new HashSet<>(countries.of(country));
        all.remove(ZoneId.of("Australia/Lindeman"));

        assertThat(reached).containsAll(all);
    }

    /** Subdivisions as ISO 3166-2 counts them, with the former codes that the table keeps. */
    @ParameterizedTest
    @CsvSource({"US, 57", "CA, 13", "AU, 8", "RU, 83", "BR, 27", "MX, 33", "ID, 45", "AR, 24", "CL, 16", "EC, 24",
            "MN, 22", "CD, 26", "PG, 22", "NZ, 17", "PT, 20"})
    void noSubdivisionIsForgotten(String country, long subdivisions) {
        assertThat(regions.listed()).filteredOn(region -> region.startsWith(country + "-")).hasSize((int) subdivisions);
    }

    @ParameterizedTest
    @FieldSource("TIED_AND_MOBILE")
    void everyNumberOfEveryCountryIsOnlyInZonesOfItsCountries(PhoneNumberType type) {
        PhoneNumberUtil util = PhoneNumberUtil.getInstance();
        for (String country : util.getSupportedRegions()) {
            var example = util.getExampleNumberForType(country, type);
            if (example == null) {
                continue;
            }
            NumberZones found = numbers.of(new PhoneNumber(util.format(example, PhoneNumberFormat.E164)));
            Set<ZoneId> ofCountries = found.countries()
                    .stream()
                    .flatMap(each -> countries.of(each).stream())
                    .collect(Collectors.toSet());

            assertThat(found.everywhere()).as(country).isNotEmpty().isSubsetOf(ofCountries);
            assertThat(found.indicated()).as(country).isSubsetOf(found.everywhere());
        }
    }

    @Test
    void theLongestAreaCodeDecides() {
        AreaCodes areaCodes = new AreaCodes(regions);

        assertThat(areaCodes.of("+62526123456")).extracting(Place::country).containsExactly("ID");
        assertThat(areaCodes.of("+18671234567")).hasSize(3);
        assertThat(areaCodes.of("+16175550100")).isEmpty();
        assertThat(areaCodes.of("+8613800138000")).isEmpty();
    }
}
