package com.callfloor.dialer.store;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.DebtorId;
import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.cases.PhoneNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CaseZonesTest {
    private static final PhoneNumber NUMBER = new PhoneNumber("+16175550100");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final List<Optional<ZoneId>> declared = new ArrayList<>();
    private final List<Optional<String>> regions = new ArrayList<>();
    private final CaseZones zones = new CaseZones((zone, region, number) -> {
        declared.add(zone);
        regions.add(region);
        return Set.of(NEW_YORK);
    });

    @Test
    void theDeclaredZoneAndTheAddressAreBothAskedAbout() {
        assertThat(zones.of(caseIn("US-MA", "America/Chicago"), NUMBER)).containsExactly(NEW_YORK);

        assertThat(declared).containsExactly(Optional.of(ZoneId.of("America/Chicago")));
        assertThat(regions).containsExactly(Optional.of("US-MA"));
    }

    @Test
    void aCaseWithoutEitherAsksAboutTheNumberAlone() {
        zones.of(caseIn(null, null), NUMBER);

        assertThat(declared).containsExactly(Optional.empty());
        assertThat(regions).containsExactly(Optional.empty());
    }

    @Test
    void aDeclaredZoneThatCannotBeReadMeansThatNobodyKnows() {
        assertThat(zones.of(caseIn("US-MA", "Atlantis/Deep"), NUMBER)).isEmpty();

        assertThat(declared).isEmpty();
    }

    private static CaseRecord caseIn(@Nullable String region, @Nullable String timezone) {
        return new CaseRecord(new CaseId(1), "C1", 1, new DebtorId(1), null, null,
                new Money(100, Currency.getInstance("USD")), new Money(0, Currency.getInstance("USD")), "open", null,
                LocalDate.of(2026, 9, 1), null, null, region,
                null, timezone, null, null, null);
    }
}
