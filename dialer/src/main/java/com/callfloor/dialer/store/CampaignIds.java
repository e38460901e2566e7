package com.callfloor.dialer.store;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The campaigns' ids in the database; they never change, but new ones may be added. Usable from any thread. */
final class CampaignIds {
    private final Jdbi jdbi;
    private volatile Map<Long, String> codes = Map.of();

    CampaignIds(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    static Map<Long, String> all(Handle handle) {
        return handle.createQuery("SELECT id, code FROM campaigns")
                .map((row, context) -> Map.entry(row.getLong("id"), row.getString("code")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @throws IllegalArgumentException if there is none of this code */
    long of(String code) {
        return find(code).or(() -> readAgain().find(code))
                .orElseThrow(() -> new IllegalArgumentException("the database knows no campaign " + code));
    }

    String code(long id) {
        String known = codes.get(id);
        if (known == null) {
            known = readAgain().codes.get(id);
        }
        if (known == null) {
            throw new IllegalArgumentException("the database knows no campaign with the id " + id);
        }
        return known;
    }

    private Optional<Long> find(String code) {
        return codes.entrySet()
                .stream()
                .filter(campaign -> campaign.getValue().equals(code))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private CampaignIds readAgain() {
        codes = jdbi.withHandle(CampaignIds::all);
        return this;
    }
}
