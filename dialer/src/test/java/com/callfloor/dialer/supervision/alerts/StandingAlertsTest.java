package com.callfloor.dialer.supervision.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StandingAlertsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T04:00:00Z");
    private static final Concern BAD = concern(true, 0.03);
    private static final Concern NOT_FINE_YET = concern(false, 0.022);

    private final StandingAlerts standing = new StandingAlerts(Duration.ofMinutes(1), List.of());
    private long ids;

    private static Concern concern(boolean bad, double share) {
        return new Concern(AlertKind.ABANDONMENT, "main", "Main", bad, Map.of("share", share));
    }

    private StandingAlerts.Changes look(int seconds, Concern... concerns) {
        Instant at = NOW.plusSeconds(seconds);
        StandingAlerts.Changes changes = standing.look(List.of(concerns), at);
        changes.raised()
                .forEach(one -> standing.add(new Alert(++ids, one.kind(), one.subject(), one.name(), one.figures(), at,
                        null, null, null)));
        return changes;
    }

    @Test
    void whatIsBadIsRaisedOnceAndWhatIsOnlyNotFineIsNot() {
        assertThat(look(0, NOT_FINE_YET).raised()).isEmpty();
        assertThat(look(1, BAD).raised()).containsExactly(BAD);
        assertThat(look(2, BAD).raised()).isEmpty();
        assertThat(standing.all()).hasSize(1);
    }

    @Test
    void anAlertStandsUntilAllWasFineForAWholeTime() {
        look(0, BAD);
        look(30, NOT_FINE_YET);
        assertThat(look(90).cleared()).isEmpty();
        assertThat(look(149).cleared()).isEmpty();

        assertThat(look(150).cleared()).hasSize(1);
        assertThat(standing.all()).isEmpty();
        assertThat(look(151, BAD).raised()).hasSize(1);
    }

    @Test
    void whatComesBackMeanwhileIsTheSameAlertWithItsLatestFigures() {
        look(0, BAD);
        look(30);
        look(60, concern(true, 0.04));

        assertThat(look(100).cleared()).isEmpty();
        assertThat(standing.all()).singleElement().satisfies(alert -> {
            assertThat(alert.figures()).containsEntry("share", 0.04);
            assertThat(alert.raisedAt()).isEqualTo(NOW);
        });
    }

    @Test
    void theFirstWhoHasSeenItIsKept() {
        look(0, BAD);
        standing.acknowledged(1, NOW.plusSeconds(5), "Su");
        standing.acknowledged(1, NOW.plusSeconds(9), "Bo");
        look(10, BAD);

        assertThat(standing.all()).singleElement().satisfies(alert -> {
            assertThat(alert.acknowledgedBy()).isEqualTo("Su");
            assertThat(alert.acknowledgedAt()).isEqualTo(NOW.plusSeconds(5));
        });
    }

    @Test
    void theNewestComesFirstAndWhatStoodBeforeAStartGoesOn() {
        var before = new Alert(3, AlertKind.TRUNK, "carrier", "carrier", Map.of("why", "refused"),
                NOW.minusSeconds(60), null, null, null);
        var again = new StandingAlerts(Duration.ofMinutes(1), List.of(before));
        again.add(new Alert(4, AlertKind.RECORDING, "", "", Map.of("why", "full"), NOW, null, null, null));

        assertThat(again.all()).extracting(Alert::id).containsExactly(4L, 3L);
        var stillSo = new Concern(AlertKind.TRUNK, "carrier", "carrier", true, Map.of("why", "refused"));
        assertThat(again.look(List.of(stillSo), NOW).raised()).isEmpty();
    }
}
