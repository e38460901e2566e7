package com.callfloor.dialer.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.recordings.KeptRecording;
import com.callfloor.dialer.recordings.ListeningRights.Scope;
import com.callfloor.dialer.recordings.RecordingFlaw;
import com.callfloor.dialer.recordings.RecordingHolds.Hold;
import com.callfloor.dialer.recordings.RetentionBook.Tombstone;
import com.callfloor.dialer.recordings.RetentionPlan;
import com.callfloor.dialer.recordings.RetentionRule;
import com.callfloor.dialer.recordings.RetentionRule.From;
import com.callfloor.dialer.store.Database;
import com.callfloor.dialer.store.RecordedCalls;
import com.callfloor.dialer.store.SqlRecordingHolds;
import com.callfloor.dialer.store.SqlRetentionBook;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import com.callfloor.recorder.register.RecordingState;
import com.callfloor.recorder.vault.FileVault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static com.callfloor.dialer.store.RecordedCalls.ENDED;
import static com.callfloor.dialer.store.RecordedCalls.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@ExtendWith(DatabaseExtension.class)
class RetentionIT {
    private static final Instant TOO_EARLY = ENDED.plus(Duration.ofDays(2 * 365));
    private static final Instant DUE = ENDED.plus(Duration.ofDays(2 * 365 + 3));

    private final RecordedCalls calls;
    private final Path root;
    private final FileVault vault;
    private final SqlRetentionBook book;
    private final SqlRecordingHolds holds;
    private final RetentionRun run;
    private final AttemptId first;
    private final AttemptId second;

    RetentionIT(TestSchemas schemas, @TempDir Path folder) throws IOException {
        Database database = schemas.migrated(new MovableClock(RecordedCalls.ANSWERED));
        calls = new RecordedCalls(database, folder.resolve("head"));
        calls.chain.chainOlder();
        root = folder.resolve("vault");
        vault = new FileVault(root);
        book = new SqlRetentionBook(database, calls.chain);
        holds = new SqlRecordingHolds(database);
        var rule = new RetentionRule("two-years", Set.of("Lender"), Set.of("loan"), Set.of("CN"), Set.of(),
                Period.ofYears(2), From.LAST_ACTIVITY);
        run = new RetentionRun(book, new RetentionPlan(List.of(rule)), vault);
        first = recorded();
        second = recorded();
    }

    private AttemptId recorded() throws IOException {
        AttemptId id = calls.ended();
        calls.keep(vault, id, id.toString().getBytes(StandardCharsets.US_ASCII));
        return id;
    }

    private List<RecordingFlaw> flaws() {
        List<RecordingFlaw> found = new ArrayList<>();
        new RecordingsVerification(calls.proof, vault, found::add).run(DUE);
        return found;
    }

    @Test
    void whatIsDueGoes_andItsTombstoneStays() throws IOException {
        assertThat(run.delete(TOO_EARLY, "the dialer")).isZero();

        assertThat(run.delete(DUE, "the dialer")).isEqualTo(2);

        assertThat(vault.exists(key(first))).isFalse();
        assertThat(flaws()).isEmpty();
        assertThat(calls.text("SELECT CONCAT(rule_name, ', ', done_by, ', ', why) FROM recording_chain WHERE seq = 3"))
                .startsWith("two-years, the dialer, two-years keeps it for P2Y from the last activity, 2026-11-23T");
        assertThat(calls.register.stateOf(first.value())).as("not due again").isInstanceOf(RecordingState.Kept.class);
        assertThat(calls.register.awaiting()).isEmpty();
        assertThat(run.delete(DUE, "the dialer")).isZero();
    }

    @Test
    void aHoldOfTheCaseOrOfTheRecordingKeepsItUntilItIsLifted() throws IOException {
        Hold ofFirst = holds.place(first, "court", "auditor", ENDED).orElseThrow();
        KeptRecording seen = book.stored(null, 10).get(1);
        long caseOfSecond = Long.parseLong(
                calls.text("SELECT case_id FROM attempts WHERE id = ?", second.toString()));
        assertThat(holds.place(new CaseId(caseOfSecond), "court", "auditor", ENDED)).isPresent();

        assertThat(run.delete(DUE, "the dialer")).isZero();
        assertThat(book.bury(seen, new Tombstone(DUE, "as it was seen before the hold", "two-years", "the dialer")))
                .as("a hold that came after it was looked at")
                .isFalse();

        assertThat(holds.lift(ofFirst.id(), "settled", "administrator", DUE)).isPresent();
        assertThat(holds.lift(ofFirst.id(), "settled", "administrator", DUE)).isEmpty();
        assertThat(run.delete(DUE, "the dialer")).isEqualTo(1);
        assertThat(vault.exists(key(first))).isFalse();
        assertThat(vault.exists(key(second))).isTrue();
        assertThat(holds.place(first, "too late", "auditor", DUE)).isEmpty();
        assertThat(holds.page(true, Scope.ALL, Optional.empty(), 9)).extracting(Hold::id)
                .containsExactly(ofFirst.id() + 1);
    }

    @Test
    void aCrashBetweenTombstoneAndObjectIsFinishedByTheNextRun_andToldUntilThen() throws IOException {
        KeptRecording recording = book.stored(null, 1).getFirst();
        book.bury(recording, new Tombstone(DUE, "why", "two-years", "the dialer"));

        assertThat(flaws()).singleElement()
                .satisfies(flaw -> assertThat(flaw.kind()).isEqualTo(RecordingFlaw.Kind.NOT_DELETED));

        run.delete(TOO_EARLY.plus(Duration.ofDays(3)), "the dialer");
        assertThat(vault.exists(key(first))).isFalse();
        assertThat(flaws()).isEmpty();
    }

    @Test
    void whatWasSaidGoesWithTheSoundOfIt() throws IOException {
        calls.sql("INSERT INTO transcripts (attempt_id, language, source, made_at) VALUES (?, 'zh-CN', 'engine', ?)",
                first.toString(), ENDED);
        calls.sql("INSERT INTO transcript_segments (attempt_id, position, side, from_ms, to_ms, text) "
                + "VALUES (?, 0, 'debtor', 0, 900, 'what was said')", first.toString());
        calls.sql("INSERT INTO phrase_hits (attempt_id, position, kind, rule, about) "
                + "VALUES (?, 0, 'missing', 'greeting', 'agent')", first.toString());

        run.delete(DUE, "the dialer");

        assertThat(calls.text("SELECT CONCAT((SELECT COUNT(*) FROM transcripts), "
                + "(SELECT COUNT(*) FROM transcript_segments), (SELECT COUNT(*) FROM phrase_hits), "
                + "(SELECT COUNT(*) FROM recording_marks))")).isEqualTo("0000");
    }

    @Test
    void aCallThatWasNotedFromElsewhere_andAFact_areActivitiesOfTheCase() {
        Instant called = ENDED.plus(Duration.ofDays(100));
        Instant noted = ENDED.plus(Duration.ofDays(200));
        calls.sql(
                "INSERT INTO other_calls (case_id, debtor_id, number_id, at, direction, result, rang, origin, source, "
                        + "noted_at) SELECT a.case_id, a.debtor_id, a.number_id, ?, 'out', 'conversation', TRUE, 'manual', "
                        + "'an agent', ? FROM attempts a WHERE a.id = ?",
                called, called, first.toString());
        calls.sql("INSERT INTO facts (kind, at, debtor_id, case_id, lifts, evidence, noted_by, noted_at) "
                + "SELECT 'dispute', ?, a.debtor_id, a.case_id, '', 'a letter', 'an agent', ? "
                + "FROM attempts a WHERE a.id = ?", ENDED, noted, second.toString());

        assertThat(book.stored(null, 2)).extracting(KeptRecording::attempt, KeptRecording::lastActivity)
                .containsExactly(tuple(first, called), tuple(second, noted));
    }

    @Test
    void anObjectThatTheStoreDoesNotDelete_keepsNoOtherFromBeingDeleted() throws IOException {
        // A folder in an object's place that is not empty: it cannot be deleted as an object is.
        Path object = root.resolve(key(first).value());
        Files.delete(object);
        Files.createDirectories(object.resolve("inside"));

        assertThat(run.delete(DUE, "the dialer")).isEqualTo(2);

        assertThat(vault.exists(key(second))).isFalse();
        assertThat(book.unfinished(null, 9)).extracting(KeptRecording::attempt).containsExactly(first);
    }

    @Test
    void whileTheStoreIsNotMounted_nothingIsDeletedAndNothingCountsAsGone() throws IOException {
        KeptRecording recording = book.stored(null, 1).getFirst();
        book.bury(recording, new Tombstone(DUE, "why", "two-years", "the dialer"));
        Path aside = root.resolveSibling("aside");
        Files.move(root, aside);
        Files.createDirectories(root.resolve(".incoming"));

        assertThat(run.delete(DUE, "the dialer")).isZero();

        assertThat(book.stored(null, 9)).extracting(KeptRecording::attempt).containsExactly(second);
        assertThat(book.unfinished(null, 9)).extracting(KeptRecording::attempt).containsExactly(first);
        Files.delete(root.resolve(".incoming"));
        Files.delete(root);
        Files.move(aside, root);
        assertThat(run.delete(DUE, "the dialer")).isEqualTo(1);
        assertThat(vault.exists(key(first))).isFalse();
        assertThat(book.unfinished(null, 9)).isEmpty();
    }

    @Test
    void whatIsNotInTheChainIsNotDeleted() throws IOException {
        calls.sql("DELETE FROM recording_chain WHERE attempt_id = ?", first.toString());

        assertThat(run.delete(DUE, "the dialer")).isEqualTo(1);

        assertThat(vault.exists(key(first))).isTrue();
    }

    @Test
    void aClockThatWentBackwardsDeletesNothing() throws IOException {
        KeptRecording recording = book.stored(null, 1).getFirst();
        book.bury(recording, new Tombstone(DUE.plus(Duration.ofDays(9)), "why", "two-years", "the dialer"));

        assertThat(run.doubt(DUE)).isPresent();
        assertThat(run.delete(DUE, "the dialer")).isZero();
        assertThat(vault.exists(key(second))).isTrue();
    }
}
