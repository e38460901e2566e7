package com.callfloor.dialer.web.testing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.recordings.ListeningRights.Scope;
import com.callfloor.dialer.recordings.RecordingHolds;
import org.jspecify.annotations.Nullable;

/** Holds in memory: case 5 and every recording are there. */
public final class FakeHolds implements RecordingHolds {
    private final List<Hold> holds = new CopyOnWriteArrayList<>();

    @Override
    public Optional<Hold> place(CaseId caseId, String reason, String by, Instant at) {
        return caseId.value() == 5 ? Optional.of(add(caseId, null, reason, by, at)) : Optional.empty();
    }

    @Override
    public Optional<Hold> place(AttemptId recording, String reason, String by, Instant at) {
        return Optional.of(add(null, recording, reason, by, at));
    }

    private Hold add(@Nullable CaseId caseId, @Nullable AttemptId recording, String reason, String by, Instant at) {
        Hold hold = new Hold(holds.size() + 1, caseId, recording, reason, at, by, null, null, null);
        holds.add(hold);
        return hold;
    }

    @Override
    public Optional<Hold> lift(long id, String why, String by, Instant at) {
        Hold hold = byId(id).orElseThrow();
        if (hold.liftedAt() != null) {
            return Optional.empty();
        }
        Hold lifted = new Hold(id, hold.caseId(), hold.recording(), hold.reason(), hold.placedAt(), hold.placedBy(), at,
                by, why);
        holds.set((int) id - 1, lifted);
        return Optional.of(lifted);
    }

    @Override
    public Optional<Hold> byId(long id) {
        return holds.stream().filter(hold -> hold.id() == id).findFirst();
    }

    @Override
    public List<Hold> page(boolean onlyInForce, Scope scope, Optional<Long> before, int limit) {
        return holds.reversed()
                .stream()
                .filter(hold -> before.isEmpty() || hold.id() < before.get())
                .filter(hold -> !onlyInForce || hold.liftedAt() == null)
                .limit(limit)
                .toList();
    }
}
