package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.floor.FloorFact;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.recordings.ListeningRights.Scope;
import com.callfloor.dialer.recordings.RecordingCatalogue.Totals;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import com.callfloor.recorder.audio.Flaw;
import com.callfloor.recorder.audio.Levels;
import com.callfloor.recorder.audio.RecordingFormat;
import com.callfloor.recorder.audio.SideLevels;
import com.callfloor.recorder.audio.WaveformJson;
import com.callfloor.recorder.register.ExpectedRecording;
import com.callfloor.recorder.register.RecordingState;
import com.callfloor.recorder.register.RegisterUnavailableException;
import com.callfloor.recorder.register.StoredRecording;
import com.callfloor.recorder.vault.VaultKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(DatabaseExtension.class)
class RecordingBooksIT {
    private static final String SHA = "a".repeat(64);

    private final MovableClock clock = new MovableClock(Books.MONDAY_NOON);
    private final Instant answered = Books.MONDAY_NOON.plusSeconds(10);
    private final Instant ended = Books.MONDAY_NOON.plusSeconds(40);
    private final Books books;
    private final SqlRecordingRegister register;
    private final SqlRecordingCatalogue catalogue;

    RecordingBooksIT(TestSchemas schemas) {
        this.books = new Books(schemas.migrated(clock));
        this.register = new SqlRecordingRegister(books.database, Outbox.ofNobody(books.database),
                new RecordingChain(books.database, Optional.empty()));
        this.catalogue = new SqlRecordingCatalogue(books.database);
    }

    private AttemptId answeredCall(int debtor) throws LedgerUnavailable {
        books.take(Books.row("C" + debtor, "D" + debtor, Books.mobile(debtor)));
        AttemptId id = books.reserved().id();
        books.write(new FloorFact.Answered(answered, id));
        clock.pass(Duration.ofMillis(5));
        return id;
    }

    private void end(AttemptId id) {
        books.write(new FloorFact.Closed(ended, id, Outcome.ABANDONED,
                HangupCause.NORMAL, true, null, ended.plus(Duration.ofDays(1))));
    }

    private StoredRecording recording(AttemptId id, String sha256, Flaw... flaws) {
        var side = new SideLevels(-30.5, -3.25, Duration.ofMillis(420), false);
        return new StoredRecording(id.value(), "1", VaultKey.ofRecording(id.value(), answered, RecordingFormat.OPUS),
                RecordingFormat.OPUS, sha256, "c".repeat(64), 48_044, Duration.ofSeconds(30), new Levels(side, side),
                Set.of(flaws), ended.plusSeconds(1));
    }

    @Test
    void everyAnsweredCallAwaitsItsRecordingOnceItIsOver() throws LedgerUnavailable {
        AttemptId over = answeredCall(1);
        AttemptId talking = answeredCall(2);
        end(over);

        assertThat(register.awaiting()).singleElement().satisfies(expected -> {
            assertThat(expected.attemptId()).isEqualTo(over.value());
            assertThat(expected.answeredAt()).isEqualTo(answered);
            assertThat(expected.endedAt()).isEqualTo(ended);
            assertThat(expected.connectedAt()).isNull();
        });
        assertThat(register.stateOf(talking.value())).isInstanceOf(RecordingState.Unknown.class);
        assertThat(catalogue.totals(Books.MONDAY_NOON)).isEqualTo(new Totals(2, 0, 0, 0));
    }

    @Test
    void whoHasTheRawFileOfACallThatNobodySawIsTakenAtTheirWord() throws LedgerUnavailable {
        books.take(Books.row("C1", "D1", Books.mobile(1)), Books.row("C2", "D2", Books.mobile(2)));
        AttemptId unseen = books.reserved().id();
        AttemptId refused = books.reserved().id();
        assertThat(register.stateOf(unseen.value())).as("it may still be up")
                .isInstanceOf(RecordingState.Unknown.class);
        books.write(
                new FloorFact.Closed(ended, unseen, Outcome.UNKNOWN, HangupCause.NONE, false, null,
                        ended.plus(Duration.ofDays(1))),
                new FloorFact.Closed(ended, refused, Outcome.FAILED, HangupCause.NORMAL, false, null,
                        ended.plus(Duration.ofDays(1))));

        assertThat(register.stateOf(unseen.value())).isInstanceOfSatisfying(RecordingState.Due.class,
                due -> assertThat(due.expected().endedAt()).isEqualTo(ended));

        assertThat(register.awaiting()).singleElement()
                .satisfies(expected -> assertThat(expected.attemptId()).isEqualTo(unseen.value()));
        assertThat(register.stateOf(refused.value())).isInstanceOf(RecordingState.Unknown.class);
    }

    @Test
    void aStoredRecordingIsKnownWithAllThatWasFoundAndARepeatChangesNothing() throws LedgerUnavailable {
        AttemptId id = answeredCall(1);
        end(id);
        StoredRecording stored = recording(id, SHA, Flaw.AGENT_SILENT);

        register.stored(stored, Waveforms.SAMPLE);
        register.stored(recording(id, "b".repeat(64), Flaw.TOO_SHORT), Waveforms.SAMPLE);
        register.missing(id.value(), "too late to say so");

        assertThat(register.awaiting()).isEmpty();
        assertThat(register.stateOf(id.value())).isInstanceOfSatisfying(RecordingState.Kept.class, kept -> {
            assertThat(kept.recording()).usingRecursiveComparison().ignoringFields("caseId").isEqualTo(stored);
        });
        assertThat(catalogue.byId(id)).get().satisfies(view -> {
            assertThat(view.state()).isEqualTo("stored");
            assertThat(view.length()).isEqualTo(Duration.ofSeconds(30));
            assertThat(view.flaws()).containsExactly("agent_silent");
            assertThat(view.objectKey()).isEqualTo("2026/11/23/" + id + ".ogg");
        });
        assertThat(catalogue.totals(Books.MONDAY_NOON)).isEqualTo(new Totals(1, 1, 1, 0));
    }

    @Test
    void anotherSoundOfACallThatIsKeptIsRefused_soThatItsRawFileStays() throws LedgerUnavailable {
        AttemptId id = answeredCall(1);
        end(id);
        StoredRecording first = recording(id, SHA);
        register.stored(first, Waveforms.SAMPLE);
        var other = new StoredRecording(first.attemptId(), first.caseId(), first.key(), first.format(),
                "b".repeat(64), "d".repeat(64), first.bytes(), first.duration(), first.levels(), first.flaws(),
                first.storedAt());

        assertThatThrownBy(() -> register.stored(other, Waveforms.SAMPLE))
                .isInstanceOf(RegisterUnavailableException.class)
                .hasMessageContaining("another recording of it is kept already");

        assertThat(register.stateOf(id.value())).isInstanceOfSatisfying(RecordingState.Kept.class,
                kept -> assertThat(kept.recording().sha256()).isEqualTo(SHA));
    }

    @Test
    void whatARecordingLooksLikeIsKeptWithIt_andItsFiguresCanBeAskedFor() throws LedgerUnavailable {
        AttemptId id = answeredCall(1);
        end(id);
        var waveforms = new SqlRecordingWaveforms(books.database);
        assertThat(waveforms.of(id)).isEmpty();

        register.stored(recording(id, SHA), Waveforms.SAMPLE);

        assertThat(waveforms.of(id)).contains(WaveformJson.write(Waveforms.SAMPLE, Duration.ofSeconds(30)));
        assertThat(books.database.jdbi()
                .<String, RuntimeException>withHandle(handle -> handle.createQuery("""
                        SELECT CONCAT_WS(' ', format, frames, agent_talk_ms, debtor_talk_ms, overlap_ms, silence_ms,
                               longest_silence_ms, COALESCE(debtor_first_ms, 'never'), agent_first_ms)
                        FROM recordings""").mapTo(String.class).one()))
                .isEqualTo("opus 240000 2000 0 0 28000 27980 never 20");
    }

    @Test
    void aRecordingOfTheWrongLengthIsStoredButNotVerified() throws LedgerUnavailable {
        AttemptId id = answeredCall(1);
        end(id);

        register.stored(recording(id, SHA, Flaw.TOO_SHORT), Waveforms.SAMPLE);

        assertThat(catalogue.totals(Books.MONDAY_NOON)).isEqualTo(new Totals(1, 1, 0, 0));
    }

    @Test
    void aMissingRecordingIsNotAwaitedAndOneThatTurnsUpLaterUndoesIt() throws LedgerUnavailable {
        AttemptId id = answeredCall(1);
        end(id);

        register.missing(id.value(), "no raw file after 10 minutes");
        assertThat(register.awaiting()).isEmpty();
        assertThat(catalogue.totals(Books.MONDAY_NOON)).isEqualTo(new Totals(1, 0, 0, 1));
        assertThat(register.stateOf(id.value())).isInstanceOf(RecordingState.Due.class);

        register.stored(recording(id, SHA), Waveforms.SAMPLE);
        assertThat(catalogue.totals(Books.MONDAY_NOON)).isEqualTo(new Totals(1, 1, 1, 0));
    }

    @Test
    void aRecordingThatComesBeforeItsAnswerIsInTheBooksIsToBeBroughtAgain() throws LedgerUnavailable {
        books.take(Books.row("C1", "D1", Books.mobile(1)));
        AttemptId id = books.reserved().id();

        assertThatThrownBy(() -> register.stored(recording(id, SHA), Waveforms.SAMPLE))
                .isInstanceOf(RegisterUnavailableException.class)
                .hasMessageContaining("not in the books yet");
    }

    @Test
    void pagesGoFromTheNewestBack() throws LedgerUnavailable {
        AttemptId older = answeredCall(1);
        AttemptId newer = answeredCall(2);
        var caseOfOlder = catalogue.byId(older).orElseThrow().caseId();

        assertThat(catalogue.page(Scope.ALL, null, null, 9)).extracting(view -> view.id())
                .containsExactly(newer, older);
        assertThat(catalogue.page(Scope.ALL, null, newer, 9)).extracting(view -> view.id()).containsExactly(older);
        assertThat(catalogue.page(Scope.ALL, caseOfOlder, null, 9)).extracting(view -> view.id())
                .containsExactly(older);
    }

    @Test
    void aClockThatWasSetBackDuringTheCallLosesNoRecording() throws LedgerUnavailable {
        AttemptId id = answeredCall(1);
        books.write(new FloorFact.Closed(answered.minusSeconds(5), id, Outcome.ABANDONED,
                HangupCause.NORMAL, true, null, ended));

        assertThat(register.awaiting()).extracting(ExpectedRecording::attemptId).containsExactly(id.value());
    }
}
