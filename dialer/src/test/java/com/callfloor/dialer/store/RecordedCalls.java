package com.callfloor.dialer.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.floor.FloorFact;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.recorder.audio.Levels;
import com.callfloor.recorder.audio.RecordingFormat;
import com.callfloor.recorder.audio.Sha256;
import com.callfloor.recorder.audio.SideLevels;
import com.callfloor.recorder.register.StoredRecording;
import com.callfloor.recorder.vault.Vault;
import com.callfloor.recorder.vault.VaultKey;

/** Calls and their recordings in books of a test's own, also for tests that look at them from outside of this room. */
public final class RecordedCalls {
    public static final Instant ANSWERED = Books.MONDAY_NOON.plusSeconds(10);
    public static final Instant ENDED = Books.MONDAY_NOON.plusSeconds(40);

    public final RecordingChain chain;
    public final SqlRecordingProof proof;
    public final SqlRecordingRegister register;
    private final Books books;
    private int debtors;

    public RecordedCalls(Database database, Path head) {
        books = new Books(database);
        chain = new RecordingChain(database, Optional.of(head));
        proof = new SqlRecordingProof(database, Optional.of(head));
        register = new SqlRecordingRegister(database, Outbox.ofNobody(database), chain);
    }

    /** A call that was answered and is over. */
    public AttemptId ended() {
        debtors++;
        books.take(Books.row("C" + debtors, "D" + debtors, Books.mobile(debtors)));
        try {
            AttemptId id = books.reserved().id();
            books.write(new FloorFact.Answered(ANSWERED, id), new FloorFact.Closed(ENDED, id, Outcome.ABANDONED,
                    HangupCause.NORMAL, true, null, ENDED.plus(Duration.ofDays(1))));
            return id;
        } catch (LedgerUnavailable e) {
            throw new IllegalStateException(e);
        }
    }

    public static VaultKey key(AttemptId id) {
        return VaultKey.ofRecording(id.value(), ANSWERED, RecordingFormat.WAV);
    }

    /** Puts it there and notes it, as the recorder does. */
    public void keep(Vault vault, AttemptId id, byte[] content) throws IOException {
        vault.put(key(id), new ByteArrayInputStream(content));
        var side = new SideLevels(-30.5, -3.25, Duration.ofMillis(420), false);
        register.stored(new StoredRecording(id.value(), "1", key(id), RecordingFormat.WAV,
                HexFormat.of().formatHex(Sha256.newDigest().digest(content)), "c".repeat(64), content.length,
                Duration.ofSeconds(30), new Levels(side, side), Set.of(), ENDED.plusSeconds(debtors)),
                Waveforms.SAMPLE);
    }

    public Database database() {
        return books.database;
    }

    public int sql(String change, Object... arguments) {
        return books.database.jdbi().withHandle(handle -> handle.execute(change, arguments));
    }

    public String text(String query, Object... arguments) {
        return books.one(String.class, query, arguments);
    }
}
