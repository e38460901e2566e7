package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;

import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(DatabaseExtension.class)
class LocalDayIT {
    private static final LocalDate TO = LocalDate.of(2026, 11, 23);

    private final Database database;

    LocalDayIT(TestSchemas schemas) {
        this.database = schemas.migrated(new MovableClock(Books.MONDAY_NOON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Shanghai", "Europe/London", "America/New_York", "America/Sao_Paulo",
            "Australia/Lord_Howe",
            "UTC"})
    void theDatabaseComesToTheSameDayAsJavaOnBothSidesOfMidnightAndOfEveryChangeOfClocks(String name) {
        ZoneId zone = ZoneId.of(name);
        Stream<Instant> midnights = Stream.iterate(TO.minusYears(9), day -> day.plusDays(1))
                .limit(9 * 365)
                .map(day -> day.atStartOfDay(zone).toInstant());
        String day = LocalDay.of("asked.at", zone, TO);

        database.jdbi()
                .useHandle(handle -> midnights.flatMap(at -> Stream.of(at, at.minus(Duration.ofMillis(1))))
                        .filter(at -> Math.floorMod(at.getEpochSecond(), 7) < 2)
                        .forEach(at -> assertThat(handle
                                .createQuery("SELECT " + day + " FROM (SELECT CAST(:at AS DATETIME(6)) AS at) AS asked")
                                .bind("at", at)
                                .mapTo(LocalDate.class)
                                .one()).as("%s", at).isEqualTo(LocalDate.ofInstant(at, zone))));
    }
}
