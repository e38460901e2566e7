package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.floor.FloorFact;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.recorder.audio.Levels;
import com.callfloor.recorder.audio.RecordingFormat;
import com.callfloor.recorder.audio.SideLevels;
import com.callfloor.recorder.register.RegisterUnavailableException;
import com.callfloor.recorder.register.StoredRecording;
import com.callfloor.recorder.vault.VaultKey;

/** Conversations that were had and recorded, for QA. */
final class QualityCalls {
    private final Books books;
    private final MovableClock clock;
    private final SqlRecordingRegister register;
    private int debtors;

    QualityCalls(Books books, MovableClock clock) {
        this.books = books;
        this.clock = clock;
        this.register = new SqlRecordingRegister(books.database, Outbox.ofNobody(books.database),
                new RecordingChain(books.database, Optional.empty()));
    }

    /** Case and debtor are C1 and D1, then C2 and D2, and so on; the next one begins a minute later. */
    AttemptId talked(AgentId agent, Duration conversation) throws LedgerUnavailable {
        debtors++;
        books.take(Books.row("C" + debtors, "D" + debtors, Books.mobile(debtors)));
        AttemptId id = books.reserved().id();
        Instant answered = clock.instant().plusSeconds(5);
        Instant ended = answered.plus(conversation);
        books.write(new FloorFact.Answered(answered, id), new FloorFact.Connected(answered, id, agent),
                new FloorFact.Closed(ended, id, Outcome.CONNECTED, HangupCause.NORMAL, true, null,
                        ended.plus(Duration.ofDays(30))));
        var side = new SideLevels(-30.5, -3.25, Duration.ofMillis(420), false);
        try {
            register.stored(new StoredRecording(id.value(), "1",
                    VaultKey.ofRecording(id.value(), answered, RecordingFormat.WAV), RecordingFormat.WAV,
                    "a".repeat(64), "b".repeat(64), 480_044, conversation, new Levels(side, side), Set.of(),
                    ended.plusSeconds(1)), Waveforms.SAMPLE);
        } catch (RegisterUnavailableException e) {
            throw new IllegalStateException(e);
        }
        clock.pass(Duration.ofMinutes(1));
        return id;
    }
}
