package com.callfloor.dialer.store;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import com.callfloor.dialer.idempotency.IdempotencyBook;
import com.callfloor.dialer.idempotency.IdempotencyBook.Claim;
import com.callfloor.dialer.idempotency.KeptAnswer;
import com.callfloor.dialer.idempotency.KeyedRequest;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(DatabaseExtension.class)
class IdempotencyBookIT {
    private static final KeptAnswer CREATED = new KeptAnswer(201, "application/json", "{\"姓名\":\"张伟\"}");
    private static final String A = "a".repeat(64);
    private static final String B = "b".repeat(64);

    private final MovableClock clock = new MovableClock(Books.MONDAY_NOON);
    private final Database database;
    private final IdempotencyBook book;

    IdempotencyBookIT(TestSchemas schemas) {
        database = schemas.migrated(clock);
        book = new SqlIdempotencyBook(database);
    }

    private KeyedRequest request(long user, String key, String fingerprint) {
        return new KeyedRequest(user, key, fingerprint, clock.instant());
    }

    @Test
    void whatWasAnsweredIsAnsweredAgainByWhateverNode() {
        KeyedRequest first = request(1, "k", A);
        assertThat(book.claim(first)).isEqualTo(new Claim.Fresh());
        book.keep(first, CREATED);
        clock.pass(Duration.ofHours(23));

        IdempotencyBook afterARestart = new SqlIdempotencyBook(database);

        assertThat(afterARestart.claim(request(1, "k", A))).isEqualTo(new Claim.Done(CREATED));
        assertThat(afterARestart.claim(request(1, "k", B))).isEqualTo(new Claim.Taken());
        assertThat(afterARestart.claim(request(2, "k", B))).isEqualTo(new Claim.Fresh());
        assertThat(afterARestart.claim(request(1, "K", B))).isEqualTo(new Claim.Fresh());
    }

    @Test
    void anAnswerWithoutContentIsKeptToo() {
        KeyedRequest first = request(1, "k", A);
        book.claim(first);
        book.keep(first, new KeptAnswer(204, null, null));

        assertThat(book.claim(first)).isEqualTo(new Claim.Done(new KeptAnswer(204, null, null)));
    }

    @Test
    void whatIsBeingDoneIsSaidToBe() {
        book.claim(request(1, "k", A));

        assertThat(book.claim(request(1, "k", A))).isEqualTo(new Claim.UnderWay());
        assertThat(book.claim(request(1, "k", B))).isEqualTo(new Claim.Taken());
    }

    @Test
    void aKeyThatWasReleasedIsFree() {
        KeyedRequest first = request(1, "k", A);
        book.claim(first);
        book.release(first);

        assertThat(book.claim(request(1, "k", B))).isEqualTo(new Claim.Fresh());
    }

    @Test
    void aDayLaterTheKeyIsFree() {
        KeyedRequest first = request(1, "k", A);
        book.claim(first);
        book.keep(first, CREATED);
        clock.pass(IdempotencyBook.KEPT_FOR.plusMillis(1));

        assertThat(book.claim(request(1, "k", B))).isEqualTo(new Claim.Fresh());
    }

    @Test
    void whoComesAfterADeadNodeTakesItsKeyOverAndTheDeadNodeKeepsNothing() {
        KeyedRequest dead = request(1, "k", A);
        book.claim(dead);
        clock.pass(IdempotencyBook.LONGEST_REQUEST.plusMillis(1));
        KeyedRequest next = request(1, "k", A);

        assertThat(book.claim(next)).isEqualTo(new Claim.Fresh());
        book.keep(dead, CREATED);
        book.release(dead);
        assertThat(book.claim(next)).isEqualTo(new Claim.UnderWay());
    }

    @Test
    void ofManyAtOnceOneGetsTheKey() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Claim> ask = () -> book.claim(request(1, "k", A));
            List<Future<Claim>> claims = threads.invokeAll(Stream.generate(() -> ask).limit(20).toList());

            int fresh = 0;
            for (Future<Claim> claim : claims) {
                fresh += claim.get() instanceof Claim.Fresh ? 1 : 0;
            }
            assertThat(fresh).isOne();
        }
    }

    @Test
    void oldKeysAreForgotten() {
        book.claim(request(1, "k", A));
        clock.pass(Duration.ofHours(1));
        book.claim(request(1, "l", A));

        assertThat(book.clean(clock.instant())).isOne();
        assertThat(book.claim(request(1, "l", A))).isEqualTo(new Claim.UnderWay());
    }
}
