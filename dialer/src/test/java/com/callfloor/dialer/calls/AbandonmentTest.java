package com.callfloor.dialer.calls;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import com.callfloor.dialer.calls.Abandonment.Slice;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class AbandonmentTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant LATE = Instant.parse("2026-03-02T15:30:00Z");
    private static final Instant NEXT_DAY = Instant.parse("2026-03-02T16:00:00Z");

    @Test
    void theRateIsOfTheCallsThatAPersonAnswered() {
        var abandonment = Abandonment.of(List.of(new Slice(LATE, false, 194, 6, 0, 0)), SHANGHAI, 0.5);

        assertThat(abandonment.last30Days().rate()).isEqualTo(0.03);
        assertThat(abandonment.last24Hours().rate()).isZero();
    }

    @Test
    void daysAndHoursAreTheFloors() {
        var abandonment = Abandonment.of(
                List.of(new Slice(LATE, true, 9, 1, 0, 0), new Slice(NEXT_DAY, true, 4, 1, 0, 0)),
                SHANGHAI, 0);

        assertThat(abandonment.days()).extracting(Abandonment.Day::date)
                .containsExactly(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 2));
        assertThat(abandonment.worstHour()).hasValueSatisfying(hour -> assertThat(hour.from()).isEqualTo(NEXT_DAY));
    }

    @Test
    void whereOneInFiftyPeopleIsTakenForAMachineOneMoreIsAbandonedForEach49WhoPassed() {
        var abandonment = Abandonment.of(List.of(new Slice(LATE, true, 98, 0, 98, 40)), SHANGHAI, 0.02);

        assertThat(abandonment.last30Days().falsePositives()).isCloseTo(2, within(1e-9));
        assertThat(abandonment.last30Days().answered()).isCloseTo(100, within(1e-9));
        assertThat(abandonment.last30Days().rate()).isCloseTo(0.02, within(1e-9));
    }

    @Test
    void noMorePeopleWereTakenForMachinesThanThereWereMachines() {
        var abandonment = Abandonment.of(List.of(new Slice(LATE, true, 1_000, 0, 1_000, 3)), SHANGHAI, 0.1);

        assertThat(abandonment.last30Days().falsePositives()).isEqualTo(3);
    }

    @Test
    void withoutDetectionNothingIsEstimated() {
        var abandonment = Abandonment.of(List.of(new Slice(LATE, true, 10, 0, 0, 0)), SHANGHAI, 0.1);

        assertThat(abandonment.last30Days().falsePositives()).isZero();
    }

    @Test
    void aRateThatIsNoShareIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Abandonment.of(List.of(), SHANGHAI, 1));
    }
}
