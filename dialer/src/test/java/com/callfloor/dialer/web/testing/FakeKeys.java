package com.callfloor.dialer.web.testing;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import com.callfloor.dialer.idempotency.IdempotencyBook;
import com.callfloor.dialer.idempotency.KeptAnswer;
import com.callfloor.dialer.idempotency.KeyedRequest;
import org.jspecify.annotations.Nullable;

/** The keys in memory, without an end. */
public final class FakeKeys implements IdempotencyBook {
    private final Map<String, Kept> kept = new HashMap<>();

    private record Kept(String fingerprint, @Nullable KeptAnswer answer) {}

    @Override
    public synchronized Claim claim(KeyedRequest request) {
        Kept there = kept.putIfAbsent(name(request), new Kept(request.fingerprint(), null));
        if (there == null) {
            return new Claim.Fresh();
        }
        if (!there.fingerprint().equals(request.fingerprint())) {
            return new Claim.Taken();
        }
        return there.answer() == null ? new Claim.UnderWay() : new Claim.Done(there.answer());
    }

    @Override
    public synchronized void keep(KeyedRequest request, KeptAnswer answer) {
        kept.put(name(request), new Kept(request.fingerprint(), answer));
    }

    @Override
    public synchronized void release(KeyedRequest request) {
        kept.remove(name(request));
    }

    @Override
    public int clean(Instant before) {
        throw new UnsupportedOperationException("nobody cleans here");
    }

    public synchronized int count() {
        return kept.size();
    }

    private static String name(KeyedRequest request) {
        return request.user() + " " + request.key();
    }
}
