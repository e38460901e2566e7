package com.callfloor.dialer.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jdbi.v3.core.Jdbi;

/** The campaigns' ids in the database; they never change. Usable from any thread. */
final class CampaignIds {
    private final Jdbi jdbi;
    private final Map<String, Long> known = new ConcurrentHashMap<>();

    CampaignIds(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @throws IllegalArgumentException if there is none of this code */
    long of(String code) {
        Long id = known.get(code);
        if (id != null) {
            return id;
        }
        long found = jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM campaigns WHERE code = :code")
                .bind("code", code)
                .mapTo(Long.class)
                .findOne()).orElseThrow(() -> new IllegalArgumentException("the database knows no campaign " + code));
        known.put(code, found);
        return found;
    }
}
