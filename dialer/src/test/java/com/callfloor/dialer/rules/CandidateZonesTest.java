package com.callfloor.dialer.rules;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.callfloor.dialer.cases.PhoneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CandidateZonesTest {
    private static final String AUSTRALIAN_MOBILE = "+61412345678";
    private static final String RUSSIAN_MOBILE = "+79161234567";
    private static final String CHINESE_MOBILE = "+8613800138000";
    private static final String BOSTON = "+16175550100";
    private static final String TOLL_FREE = "+18005550100";
    private static final String SATELLITE = "+881612345678";
    private static final String INTERNATIONAL_TOLL_FREE = "+80012345678";

    private final CandidateZones zones = new CandidateZones();
    private final CountryZones countries = new CountryZones();

    @Test
    void anAustralianMobileWithoutAnAddressMayRingInAnyZoneOfTheCountry() {
        Set<ZoneId> candidates = of(AUSTRALIAN_MOBILE);

        assertThat(candidates).containsAll(countries.of("AU"))
                .contains(zone("Australia/Perth"), zone("Australia/Sydney"), zone("Australia/Lord_Howe"));
        Instant halfPastSevenInSydney = Instant.parse("2026-01-15T20:30:00Z");
        assertThat(clocks(candidates, halfPastSevenInSydney)).contains(LocalTime.of(7, 30), LocalTime.of(4, 30));
    }

    @Test
    void anAustralianMobileIsAlsoCarriedOnTheIslandsThatShareItsNumbers() {
        assertThat(of(AUSTRALIAN_MOBILE)).contains(zone("Indian/Christmas"), zone("Indian/Cocos"));
    }

    @ParameterizedTest
    @CsvSource({"AU-WA, Australia/Perth Australia/Eucla", "AU-QLD, Australia/Brisbane",
            "AU-NSW, Australia/Sydney Australia/Broken_Hill Australia/Lord_Howe", "AU-TAS, Australia/Hobart"})
    void anAustralianMobileWithAnAddressIsWhereTheAddressIs(String region, String expected) {
        assertThat(of(region, AUSTRALIAN_MOBILE)).isEqualTo(zones(expected));
    }

    @Test
    void aRussianMobileWithoutAnAddressMayRingFromKaliningradToKamchatka() {
        assertThat(of(RUSSIAN_MOBILE)).isEqualTo(countries.of("RU"))
                .contains(zone("Europe/Kaliningrad"), zone("Europe/Moscow"), zone("Asia/Kamchatka"))
                .doesNotContain(zone("Asia/Almaty"));
    }

    @ParameterizedTest
    @CsvSource({"RU-KGD, Europe/Kaliningrad", "RU-MOW, Europe/Moscow",
            "RU-SA, Asia/Yakutsk Asia/Khandyga Asia/Vladivostok Asia/Ust-Nera Asia/Srednekolymsk"})
    void aRussianMobileWithAnAddressIsWhereTheAddressIs(String region, String expected) {
        assertThat(of(region, RUSSIAN_MOBILE)).isEqualTo(zones(expected));
    }

    @Test
    void aZoneDeclaredInTheMobilesCountrySaysWhereTooByWhateverName() {
        assertThat(declared("Europe/Samara", RUSSIAN_MOBILE)).isEqualTo(zones("Europe/Samara"));
        assertThat(declared("Australia/West", AUSTRALIAN_MOBILE)).isEqualTo(zones("Australia/West"));
    }

    @Test
    void declaredZoneAndAddressBothCount() {
        assertThat(zones.of(Optional.of(zone("Asia/Omsk")), Optional.of("RU-KGD"), new PhoneNumber(RUSSIAN_MOBILE)))
                .isEqualTo(zones("Asia/Omsk Europe/Kaliningrad"));
    }

    @Test
    void anAddressInAnotherCountryDoesNotSilenceAMobile() {
        assertThat(of("US-MA", AUSTRALIAN_MOBILE)).contains(zone("America/New_York"))
                .containsAll(countries.of("AU"));
        assertThat(declared("America/New_York", CHINESE_MOBILE)).isEqualTo(zones("America/New_York Asia/Shanghai"));
    }

    @Test
    void anAreaCodeCountsBesideTheAddressForItMayBeAMobileThatMoved() {
        assertThat(of("US-CA", BOSTON)).isEqualTo(zones("America/Los_Angeles America/New_York"));
        assertThat(of("US-MA", BOSTON)).isEqualTo(zones("America/New_York"));
        assertThat(of("BR-SP", "+5592987654321")).isEqualTo(zones("America/Sao_Paulo America/Manaus"));
    }

    @Test
    void anAreaCodeCountsBesideTheDeclaredZone() {
        assertThat(declared("America/Denver", BOSTON)).isEqualTo(zones("America/Denver America/New_York"));
    }

    @Test
    void aFixedLineCountsBesideTheAddress() {
        assertThat(of("AU-NSW", "+61891234567")).contains(zone("Australia/Sydney"), zone("Australia/Perth"),
                zone("Australia/Adelaide"), zone("Australia/Darwin"));
        assertThat(of("+61291234567")).isEqualTo(zones("Australia/Sydney"));
    }

    @ParameterizedTest
    @CsvSource({"US-TX, America/Chicago America/Denver", "US-FL, America/New_York America/Chicago",
            "US-TN, America/New_York America/Chicago", "US-NE, America/Chicago America/Denver",
            "US-KS, America/Chicago America/Denver", "US-SD, America/Chicago America/Denver",
            "US-ID, America/Boise America/Los_Angeles", "US-OR, America/Boise America/Los_Angeles",
            "US-MI, America/Detroit America/Menominee", "BR-AM, America/Manaus America/Eirunepe",
            "BR-PE, America/Recife America/Noronha", "ES-CN, Atlantic/Canary",
            "CL-VS, America/Santiago Pacific/Easter"})
    void anAddressInADividedSubdivisionIsInAllOfItsZones(String region, String expected) {
        assertThat(of(region, SATELLITE)).isEqualTo(zones(expected));
    }

    @ParameterizedTest
    @CsvSource({"US-KY, America/Kentucky/Louisville America/Chicago",
            "US-IN, America/Indiana/Indianapolis America/Chicago",
            "US-ND, America/Chicago America/Denver America/North_Dakota/Beulah",
            "US-AK, America/Anchorage America/Adak", "CA-BC, America/Vancouver America/Edmonton"})
    void anAddressAmongManySmallZonesIsInAllOfThem(String region, String some) {
        assertThat(of(region, SATELLITE)).containsAll(zones(some));
    }

    @ParameterizedTest
    @CsvSource({"IN-MH, Asia/Kolkata", "JP-13, Asia/Tokyo", "GB-ENG, Europe/London", "FR-IDF, Europe/Paris",
            "JP, Asia/Tokyo"})
    void aCountryOfOneZoneNeedsNoSubdivision(String region, String expected) {
        assertThat(of(region, SATELLITE)).isEqualTo(zones(expected));
    }

    @ParameterizedTest
    @CsvSource({"US-PR, America/Puerto_Rico", "US-GU, Pacific/Guam", "FR-974, Indian/Reunion",
            "NL-CW, America/Curacao", "CN-HK, Asia/Hong_Kong", "CN-MO, Asia/Macau", "CN-TW, Asia/Taipei"})
    void aTerritoryWithACodeOfItsOwnHasItsOwnClock(String region, String expected) {
        assertThat(of(region, SATELLITE)).isEqualTo(zones(expected));
    }

    @Test
    void allOfChinaGoesByBeijingsTime() {
        assertThat(of(CHINESE_MOBILE)).isEqualTo(zones("Asia/Shanghai"));
        assertThat(of("CN-XJ", "+869912345678")).isEqualTo(zones("Asia/Shanghai"));
        assertThat(declared("Asia/Urumqi", CHINESE_MOBILE)).isEqualTo(zones("Asia/Urumqi Asia/Shanghai"));
    }

    @ParameterizedTest
    @CsvSource({"+85291234567, Asia/Hong_Kong", "+85366123456, Asia/Macau", "+886912345678, Asia/Taipei"})
    void hongKongMacauAndTaiwanHaveNumbersOfTheirOwn(String number, String expected) {
        assertThat(of(number)).isEqualTo(zones(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+77011234567", "+77071234567"})
    void aMobileOfKazakhstanIsNotInRussia(String number) {
        assertThat(of(number)).isEqualTo(countries.of("KZ"));
        assertThat(of("KZ-27", number)).isEqualTo(zones("Asia/Oral"));
    }

    @Test
    void aNumberThatNoPlanOfRussiaAndKazakhstanKnowsMayBeInBoth() {
        assertThat(of("+76001234567")).containsAll(countries.of("KZ")).containsAll(countries.of("RU"));
    }

    @Test
    void aFixedLineOfKazakhstanIsWhereItsAreaCodeIs() {
        assertThat(of("+77172123456")).isEqualTo(zones("Asia/Almaty"));
    }

    @ParameterizedTest
    @ValueSource(strings = {TOLL_FREE, "+18885550100", "+19005550100", "+15005550100", "+17005550100"})
    void aTollFreeNumberMayRingAnywhereInTheNorthAmericanPlan(String number) {
        assertThat(of(number)).hasSize(42)
                .contains(zone("Pacific/Guam"), zone("America/Adak"), zone("America/St_Johns"));
    }

    @Test
    void aTollFreeNumberAddsNothingToAnAddressOrADeclaredZone() {
        assertThat(of("US-MA", TOLL_FREE)).isEqualTo(zones("America/New_York"));
        assertThat(of("US-PR", TOLL_FREE)).isEqualTo(zones("America/Puerto_Rico"));
        assertThat(declared("America/Detroit", TOLL_FREE)).isEqualTo(zones("America/Detroit"));
    }

    @Test
    void aBareCountryIsAllOfItAndSaysNotWhere() {
        assertThat(of("US", SATELLITE)).isEqualTo(countries.of("US"));
        assertThat(of("US", TOLL_FREE)).containsAll(countries.of("US")).contains(zone("Pacific/Guam"));
        assertThat(of("US", BOSTON)).isEqualTo(countries.of("US"));
    }

    @Test
    void aSubdivisionThatDoesNotExistIsTheWholeCountry() {
        assertThat(of("US-ZZ", BOSTON)).isEqualTo(countries.of("US"));
        assertThat(of("AU-99", AUSTRALIAN_MOBILE)).isEqualTo(of(AUSTRALIAN_MOBILE));
        assertThat(of("RU-99", "+861012345678")).containsAll(countries.of("RU")).contains(zone("Asia/Shanghai"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"XX-99", "Massachusetts", "US-", "-", "", "US-MASS", "us-ma"})
    void aRegionThatCannotBeReadMeansAllOfTheNumbersCountry(String region) {
        assertThat(of(region, BOSTON)).isEqualTo(countries.of("US"));
        assertThat(of(region, AUSTRALIAN_MOBILE)).isEqualTo(of(AUSTRALIAN_MOBILE));
        assertThat(of(region, TOLL_FREE)).hasSize(42);
    }

    @Test
    void aRegionThatCannotBeReadIsADoubtThatADeclaredZoneDoesNotLift() {
        var declared = Optional.of(zone("America/Chicago"));

        assertThat(zones.of(declared, Optional.of("XX-99"), new PhoneNumber(BOSTON))).isEqualTo(countries.of("US"));
        assertThat(zones.of(declared, Optional.of("XX-99"), new PhoneNumber(SATELLITE))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {SATELLITE, INTERNATIONAL_TOLL_FREE, "+870773123456", "+882123456789", "+979123456789",
            "+999123456789"})
    void aNumberOfNoCountryKnowsNoPlaceAndAddsNone(String number) {
        assertThat(of(number)).isEmpty();
        assertThat(of("US-MA", number)).isEqualTo(zones("America/New_York"));
        assertThat(declared("Asia/Tokyo", number)).isEqualTo(zones("Asia/Tokyo"));
    }

    @ParameterizedTest
    @CsvSource({"+5216641234567, MX", "+61550123456, AU", "+569000000000, CL"})
    void aNumberThatItsCountryDoesNotKnowMayRingAnywhereThere(String number, String country) {
        assertThat(of(number)).containsAll(countries.of(country))
                .hasSizeGreaterThanOrEqualTo(
                        countries.of(country).size());
    }

    @ParameterizedTest
    @CsvSource({"+6281234567890, ID", "+97699112345, MN", "+243812345678, CD", "+56961234567, CL",
            "+34612345678, ES", "+351912345678, PT", "+6421123456, NZ", "+593991234567, EC"})
    void aMobileOfADividedCountryMayRingAnywhereThere(String number, String country) {
        assertThat(of(number)).isEqualTo(countries.of(country));
    }

    @ParameterizedTest
    @CsvSource({"+74012123456, Europe/Kaliningrad", "+77172123456, Asia/Almaty",
            "+78452123456, Europe/Moscow Europe/Saratov", "+61732123456, Australia/Sydney Australia/Brisbane",
            "+18502345678, America/New_York America/Chicago", "+526561234567, America/Ciudad_Juarez",
            "+529981234567, America/Cancun", "+558132123456, America/Recife",
            "+18672345678, America/Whitehorse America/Rankin_Inlet", "+212528812345, Africa/Casablanca",
            "+213551234567, Africa/Algiers", "+50521234567, America/Managua", "+919876543210, Asia/Kolkata",
            "+12572345678, America/Vancouver America/Edmonton"})
    void whereTheLibrarysMapIsWrongTheTruePlaceIsAmongTheCandidates(String number, String expected) {
        assertThat(of(number)).containsAll(zones(expected))
                .doesNotContain(zone("Europe/Bucharest"), zone("Atlantic/Canary"), zone("Europe/Paris"));
    }

    @Test
    void theAnswerCannotBeChanged() {
        assertThat(of(BOSTON)).isUnmodifiable();
        assertThat(of(AUSTRALIAN_MOBILE)).isUnmodifiable();
    }

    private Set<ZoneId> of(String number) {
        return zones.of(Optional.empty(), Optional.empty(), new PhoneNumber(number));
    }

    private Set<ZoneId> of(String region, String number) {
        return zones.of(Optional.empty(), Optional.of(region), new PhoneNumber(number));
    }

    private Set<ZoneId> declared(String zone, String number) {
        return zones.of(Optional.of(zone(zone)), Optional.empty(), new PhoneNumber(number));
    }

    private static ZoneId zone(String name) {
        return ZoneId.of(name);
    }

    private static Set<ZoneId> zones(String names) {
        return Arrays.stream(names.split(" ", -1)).map(ZoneId::of).collect(Collectors.toSet());
    }

    private static Set<LocalTime> clocks(Set<ZoneId> zones, Instant at) {
        return zones.stream().map(zone -> at.atZone(zone).toLocalTime()).collect(Collectors.toSet());
    }
}
