package com.callfloor.recorder.service;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import com.callfloor.recorder.spool.RawFile;
import com.callfloor.recorder.spool.Spool;
import com.callfloor.recorder.spool.SpoolListing;

/**
 * Looks for what lies in the spool though nobody announced it. A raw file is handed out only when it looked the same at
 * two looks, which spares the register a question for every live call. Used by one thread at a time.
 */
final class Unannounced {
    private final Spool spool;
    private final Set<String> reported = new HashSet<>();
    private final Set<RawFile> givenUp = new HashSet<>();
    private Set<RawFile> lastLook = Set.of();

    Unannounced(Spool spool) {
        this.spool = spool;
    }

    /** Looks once: attempts whose raw file stands still. The consumer hears each foreign name once. */
    List<UUID> look(Consumer<String> stranger) throws IOException {
        SpoolListing listing = spool.list();
        reported.retainAll(listing.strangers());
        listing.strangers().stream().filter(reported::add).forEach(stranger);
        Set<RawFile> now = Set.copyOf(listing.raws());
        givenUp.retainAll(now);
        List<UUID> still = now.stream()
                .filter(lastLook::contains)
                .filter(raw -> !givenUp.contains(raw))
                .map(RawFile::attemptId)
                .toList();
        lastLook = now;
        return still;
    }

    /** Does not hand the attempt's raw file out again as long as it looks like this. */
    void giveUp(UUID attemptId) {
        lastLook.stream().filter(raw -> raw.attemptId().equals(attemptId)).forEach(givenUp::add);
    }
}
