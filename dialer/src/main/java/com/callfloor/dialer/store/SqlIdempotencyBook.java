package com.callfloor.dialer.store;

import java.time.Instant;
import java.util.Optional;

import com.callfloor.dialer.idempotency.IdempotencyBook;
import com.callfloor.dialer.idempotency.KeptAnswer;
import com.callfloor.dialer.idempotency.KeyedRequest;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The keys in the database: of any number of nodes one gets each. */
public final class SqlIdempotencyBook implements IdempotencyBook {
    private static final String TAKE = """
            INSERT IGNORE INTO idempotency_keys (user_id, idempotency_key, request, began_at)
            VALUES (:user, :key, :request, :at)""";
    private static final String LOOK = """
            SELECT request, began_at, status, media_type, body FROM idempotency_keys
            WHERE user_id = :user AND idempotency_key = :key FOR UPDATE""";
    private static final String TAKE_OVER = """
            UPDATE idempotency_keys
            SET request = :request, began_at = :at, status = NULL, media_type = NULL, body = NULL
            WHERE user_id = :user AND idempotency_key = :key""";
    // Whoever began at another time is another one, who took over.
    private static final String KEEP = """
            UPDATE idempotency_keys SET status = :status, media_type = :type, body = :body
            WHERE user_id = :user AND idempotency_key = :key AND began_at = :at AND status IS NULL""";
    private static final String RELEASE = """
            DELETE FROM idempotency_keys
            WHERE user_id = :user AND idempotency_key = :key AND began_at = :at AND status IS NULL""";
    private static final String CLEAN = "DELETE FROM idempotency_keys WHERE began_at < :before LIMIT 1000";

    private final Jdbi jdbi;

    public SqlIdempotencyBook(Database database) {
        this.jdbi = database.jdbi();
    }

    private record Kept(String request, Instant beganAt, @Nullable Integer status, @Nullable String mediaType,
            @Nullable String body) {}

    @Override
    public Claim claim(KeyedRequest request) {
        return GivingWay.inTransaction(jdbi, handle -> {
            if (about(handle, TAKE, request).bind("request", request.fingerprint()).execute() == 1) {
                return new Claim.Fresh();
            }
            Optional<Kept> kept = handle.createQuery(LOOK)
                    .bind("user", request.user())
                    .bind("key", request.key())
                    .map((row, context) -> new Kept(row.getString("request"), Rows.instant(row, "began_at"),
                            row.getObject("status", Integer.class), row.getString("media_type"),
                            row.getString("body")))
                    .findOne();
            // Gone in between: it was released, and the next one who asks gets it.
            return kept.map(there -> judge(handle, there, request)).orElseGet(Claim.UnderWay::new);
        });
    }

    private static Claim judge(Handle handle, Kept kept, KeyedRequest request) {
        Instant latest = kept.beganAt().plus(kept.status() == null ? LONGEST_REQUEST : KEPT_FOR);
        if (request.at().isAfter(latest)) {
            about(handle, TAKE_OVER, request).bind("request", request.fingerprint()).execute();
            return new Claim.Fresh();
        }
        if (!kept.request().equals(request.fingerprint())) {
            return new Claim.Taken();
        }
        return kept.status() == null
                ? new Claim.UnderWay()
                : new Claim.Done(new KeptAnswer(kept.status(), kept.mediaType(), kept.body()));
    }

    @Override
    public void keep(KeyedRequest request, KeptAnswer answer) {
        jdbi.useHandle(handle -> about(handle, KEEP, request).bind("status", answer.status())
                .bind("type", answer.mediaType())
                .bind("body", answer.body())
                .execute());
    }

    @Override
    public void release(KeyedRequest request) {
        jdbi.useHandle(handle -> about(handle, RELEASE, request).execute());
    }

    private static Update about(Handle handle, String sql, KeyedRequest request) {
        return handle.createUpdate(sql)
                .bind("user", request.user())
                .bind("key", request.key())
                .bind("at", request.at());
    }

    @Override
    public int clean(Instant before) {
        return BitByBit.change(jdbi, handle -> handle.createUpdate(CLEAN).bind("before", before).execute());
    }
}
