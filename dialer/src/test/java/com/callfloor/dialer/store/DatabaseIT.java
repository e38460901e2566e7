package com.callfloor.dialer.store;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import com.callfloor.dialer.local.FreePorts;
import com.callfloor.dialer.testing.CuttableWire;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(DatabaseExtension.class)
class DatabaseIT {
    private final TestSchemas schemas;

    DatabaseIT(TestSchemas schemas) {
        this.schemas = schemas;
    }

    @Test
    void anEmptySchemaGetsTheTablesAndAMigratedOneIsLeftAsItIs() throws DatabaseProblem {
        Database database = schemas.open(schemas.empty(), Clock.systemUTC());
        database.migrate();
        Books books = new Books(database);
        books.take(Books.row("C1", "D1", Books.mobile(1)));

        database.migrate();

        assertThat(books.count("cases")).isEqualTo(1);
        assertThat(books.one(String.class, "SELECT name FROM campaigns WHERE code = 'default'")).isEqualTo("Default");
    }

    @Test
    void twoNodesThatStartTogetherMigrateOnce() throws Exception {
        DatabaseSettings settings = schemas.empty();
        Database one = schemas.open(settings, Clock.systemUTC());
        Database other = schemas.open(settings, Clock.systemUTC());
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = nodes.submit(migrating(one));
            var second = nodes.submit(migrating(other));
            first.get();
            second.get();
        }

        assertThat(new Books(one).one(Integer.class, "SELECT COUNT(*) FROM flyway_schema_history WHERE version = '1'"))
                .isEqualTo(1);
    }

    private static Callable<Boolean> migrating(Database database) {
        return () -> {
            database.migrate();
            return true;
        };
    }

    @Test
    void aWrongPasswordIsSaidToBeThatAndNotShown() {
        DatabaseSettings right = schemas.empty();
        var wrong = new DatabaseSettings(right.jdbcUrl(), right.user(), "not-the-password", 4);

        assertThatThrownBy(() -> Database.open(wrong, Clock.systemUTC()))
                .isInstanceOf(DatabaseProblem.SignInRefused.class)
                .hasMessageContaining("refuses user '" + right.user() + "'")
                .hasMessageContaining("FLOOR_DATABASE_PASSWORD")
                .message()
                .doesNotContain("not-the-password");
    }

    @Test
    void anUnknownDatabaseIsSaidToBeMissingAndHowToMakeIt() {
        DatabaseSettings right = schemas.empty();
        var elsewhere = new DatabaseSettings(right.jdbcUrl().replace("callfloor_test_", "callfloor_gone_"),
                right.user(), right.password(), 4);

        assertThatThrownBy(() -> Database.open(elsewhere, Clock.systemUTC()))
                .isInstanceOf(DatabaseProblem.UnknownDatabase.class)
                .hasMessageContaining("CREATE DATABASE");
    }

    @Test
    void aServerThatIsNotThereIsReportedAtOnce() {
        try (var ports = new FreePorts(new Random())) {
            int nobody = ports.next();
            var settings = new DatabaseSettings("jdbc:mysql://127.0.0.1:" + nobody + "/callfloor", "u", "p", 4);
            long began = System.nanoTime();

            assertThatThrownBy(() -> Database.open(settings, Clock.systemUTC()))
                    .isInstanceOf(DatabaseProblem.NotReachable.class)
                    .hasMessageContaining("no database answers at jdbc:mysql://127.0.0.1:" + nobody);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void aDatabaseThatGoesAwayIsNoticedWithinSecondsAndFoundAgain() throws Exception {
        DatabaseSettings settings = schemas.empty();
        try (var wire = new CuttableWire(port(settings))) {
            Database database = schemas.open(through(wire, settings), Clock.systemUTC());
            assertThat(database.ping()).isLessThan(Duration.ofSeconds(2));

            wire.cut();
            long began = System.nanoTime();
            assertThatThrownBy(database::ping).isInstanceOf(DatabaseProblem.class);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(6));

            wire.mend();
            assertThat(database.ping()).isLessThan(Duration.ofSeconds(2));
        }
    }

    static int port(DatabaseSettings settings) {
        return URI.create(settings.jdbcUrl().substring("jdbc:".length())).getPort();
    }

    static DatabaseSettings through(CuttableWire wire, DatabaseSettings settings) {
        return new DatabaseSettings(
                settings.jdbcUrl().replace(":" + port(settings) + "/", ":" + wire.port() + "/"), settings.user(),
                settings.password(), settings.poolSize());
    }

    @Test
    void aClockThatIsWrongIsSeen() throws DatabaseProblem {
        var slow = new MovableClock(Instant.now().minusSeconds(90));
        Database database = schemas.open(schemas.empty(), slow);
        Duration since = Duration.between(slow.instant().plusSeconds(90), Instant.now());

        assertThat(database.clockDifference()).isBetween(Duration.ofSeconds(85), since.plusSeconds(95));
    }

    @Test
    void anInstantComesBackToTheMicrosecondEvenInAnHourThatSomeZonesSkip() {
        Instant skippedInBerlin = Instant.parse("2026-03-29T02:30:00.123456Z");
        Database database = schemas.migrated(new MovableClock(skippedInBerlin));
        Books books = new Books(database);

        books.take(Books.row("C1", "D1", Books.mobile(1)));

        assertThat(books.one(Instant.class, "SELECT next_call_at FROM cases")).isEqualTo(skippedInBerlin);
        assertThat(books.one(String.class, "SELECT CAST(next_call_at AS CHAR) FROM cases"))
                .isEqualTo("2026-03-29 02:30:00.123456");
    }
}
