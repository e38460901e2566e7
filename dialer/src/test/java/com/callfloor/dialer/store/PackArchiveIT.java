package com.callfloor.dialer.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.callfloor.dialer.rules.books.PackArchive.Replaced;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(DatabaseExtension.class)
class PackArchiveIT {
    // A real clock's instants are finer than what the database keeps.
    private final MovableClock clock = new MovableClock(Books.MONDAY_NOON.plusNanos(123_456_789));
    private final TestSchemas schemas;

    PackArchiveIT(TestSchemas schemas) {
        this.schemas = schemas;
    }

    @Test
    void theFirstTextReplacesNothingAndIsWrittenOnce() {
        Books books = new Books(schemas.migrated(clock));
        var archive = new SqlPackArchive(books.database);

        assertThat(archive.inForce("cn", "1", "a text", clock.instant())).isEmpty();
        clock.pass(Duration.ofDays(1));
        assertThat(archive.inForce("cn", "1", "a text", clock.instant())).isEmpty();

        assertThat(books.count("rule_packs")).isEqualTo(1);
        assertThat(books.one(Instant.class, "SELECT in_force_from FROM rule_packs"))
                .isEqualTo(SqlTypes.micros(Books.MONDAY_NOON.plusNanos(123_456_789)));
    }

    @Test
    void aNewVersionNamesThoseBeforeNewestFirstAndEachLaterStartHearsTheSame() {
        var archive = new SqlPackArchive(schemas.migrated(clock));
        archive.inForce("cn", "1", "the first", clock.instant());
        clock.pass(Duration.ofDays(1));
        Instant second = clock.instant();
        archive.inForce("cn", "2", "the second", second);
        clock.pass(Duration.ofDays(1));
        Instant third = clock.instant();

        List<Replaced> replaced = archive.inForce("cn", "3", "the third", third);

        assertThat(replaced).containsExactly(new Replaced("2", "the second", SqlTypes.micros(third)),
                new Replaced("1", "the first", SqlTypes.micros(second)));
        assertThat(archive.inForce("cn", "3", "the third", third.plusSeconds(60))).isEqualTo(replaced);
    }

    @Test
    void theSameVersionWithAnotherTextIsRefusedAndNotKept() {
        Books books = new Books(schemas.migrated(clock));
        var archive = new SqlPackArchive(books.database);
        archive.inForce("cn", "1", "limit: 3", clock.instant());
        archive.inForce("cn", "2", "limit: 4", clock.instant());

        for (String version : List.of("1", "2")) {
            assertThatThrownBy(() -> archive.inForce("cn", version, "limit: 9", clock.instant()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("version " + version + " of pack 'cn'")
                    .hasMessageContaining("give the changed pack a new version");
        }
        assertThat(books.count("rule_packs")).isEqualTo(2);
    }

    @Test
    void aVersionThatComesBackIsInForceAgainAndTheOneBetweenIsReplaced() {
        var archive = new SqlPackArchive(schemas.migrated(clock));
        archive.inForce("cn", "1", "the first", clock.instant());
        archive.inForce("cn", "2", "the second", clock.instant());
        clock.pass(Duration.ofHours(1));
        archive.inForce("cn", "1", "the first", clock.instant());

        assertThat(archive.inForce("cn", "1", "the first", clock.instant()).getFirst())
                .isEqualTo(new Replaced("2", "the second", SqlTypes.micros(clock.instant())));
    }

    @Test
    void whoOnlyReadsHearsWhatAStartWouldAndNotesNothing() {
        Books books = new Books(schemas.migrated(clock));
        var archive = new SqlPackArchive(books.database);
        var reading = SqlPackArchive.reading(books.database);
        assertThat(reading.inForce("cn", "1", "the first", clock.instant())).isEmpty();
        archive.inForce("cn", "1", "the first", clock.instant());
        clock.pass(Duration.ofDays(1));

        List<Replaced> heard = reading.inForce("cn", "2", "the second", clock.instant());

        assertThat(books.count("rule_packs")).isEqualTo(1);
        assertThat(heard).isEqualTo(archive.inForce("cn", "2", "the second", clock.instant()));
    }

    @Test
    void packsDoNotMixEvenWhereTheirNamesDifferByCaseOnly() {
        var archive = new SqlPackArchive(schemas.migrated(clock));
        archive.inForce("cn", "1", "one", clock.instant());

        assertThat(archive.inForce("CN", "1", "another", clock.instant())).isEmpty();
    }

    @Test
    void aLongTextInAnyScriptComesBackToTheLastByte() {
        var archive = new SqlPackArchive(schemas.migrated(clock));
        String text = "says_zh: \"每日 𠮷 ☎ 'quoted' \\ back\"\r\n\n".repeat(4_000);
        archive.inForce("cn", "1", text, clock.instant());

        assertThat(archive.inForce("cn", "2", "short", clock.instant())).extracting(Replaced::text)
                .containsExactly(text);
        assertThat(archive.inForce("cn", "1", text, clock.instant())).isNotEmpty();
    }

    @Test
    void nodesThatStartTogetherWriteAPackOnce() throws Exception {
        DatabaseSettings settings = schemas.empty();
        Database first = schemas.open(settings, Clock.systemUTC());
        first.migrate();
        List<Database> nodes = List.of(first, schemas.open(settings, Clock.systemUTC()));
        CyclicBarrier together = new CyclicBarrier(8);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Replaced>>> starts = new ArrayList<>();
            for (int nth = 0; nth < 8; nth++) {
                var archive = new SqlPackArchive(nodes.get(nth % 2));
                starts.add(threads.submit(() -> {
                    together.await();
                    return archive.inForce("cn", "1", "a text", clock.instant());
                }));
            }
            for (Future<List<Replaced>> start : starts) {
                assertThat(start.get()).isEmpty();
            }
        }

        assertThat(new Books(first).count("rule_packs")).isEqualTo(1);
    }
}
