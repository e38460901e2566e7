package com.callfloor.dialer.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.recordings.RecordingFlaw;
import com.callfloor.dialer.recordings.RecordingFlaw.Kind;
import com.callfloor.dialer.recordings.RecordingProof;
import com.callfloor.dialer.recordings.RetentionBook.Tombstone;
import com.callfloor.dialer.store.RecordedCalls;
import com.callfloor.dialer.store.SqlExportBook;
import com.callfloor.dialer.store.SqlRetentionBook;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import com.callfloor.recorder.vault.FileVault;
import com.callfloor.recorder.vault.seal.RecordingKeys;
import com.callfloor.recorder.vault.seal.SealedVault;
import org.assertj.core.api.Assertions;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static com.callfloor.dialer.store.RecordedCalls.ENDED;
import static com.callfloor.dialer.store.RecordedCalls.key;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is done to recordings behind the floor's back is found, and named with the call that it concerns. */
@ExtendWith(DatabaseExtension.class)
class RecordingsVerificationIT {
    private static final Instant AT_ONCE = ENDED.plusSeconds(60);

    private final RecordedCalls calls;
    private final Path root;
    private final Path head;
    private final Path keyFile;
    private final FileVault files;
    private final SealedVault vault;
    private final AttemptId first;
    private final AttemptId second;
    private final AttemptId third;

    RecordingsVerificationIT(TestSchemas schemas, @TempDir Path folder) throws IOException {
        root = folder.resolve("recordings");
        head = folder.resolve("recordings.head");
        keyFile = folder.resolve("keys.json");
        calls = new RecordedCalls(schemas.migrated(new MovableClock(RecordedCalls.ANSWERED)), head);
        calls.chain.chainOlder();
        files = new FileVault(root);
        vault = new SealedVault(files, RecordingKeys.make(keyFile, ENDED));
        first = recorded("first");
        second = recorded("second");
        third = recorded("third");
    }

    private AttemptId recorded(String content) throws IOException {
        AttemptId id = calls.ended();
        calls.keep(vault, id, content.repeat(10_000).getBytes(StandardCharsets.US_ASCII));
        return id;
    }

    private Path object(AttemptId id) {
        return root.resolve(key(id).value());
    }

    private List<RecordingFlaw> flaws() {
        return flaws(AT_ONCE);
    }

    private List<RecordingFlaw> flaws(Instant now) {
        List<RecordingFlaw> found = new ArrayList<>();
        new RecordingsVerification(calls.proof, vault, found::add).run(now);
        return found;
    }

    private void assertOnlyFlaw(Kind kind, AttemptId id, String words) {
        assertThat(flaws()).singleElement().satisfies(flaw -> {
            assertThat(flaw.kind()).isEqualTo(kind);
            assertThat(flaw.attempt()).isEqualTo(id.toString());
            assertThat(flaw.words()).contains(id.toString()).contains(words);
        });
    }

    @Test
    void untouchedRecordingsHaveNoFlaw() {
        List<RecordingFlaw> found = new ArrayList<>();

        assertThat(new RecordingsVerification(calls.proof, vault, found::add).run(AT_ONCE)).isEqualTo(3);

        assertThat(found).isEmpty();
        assertThat(calls.text("SELECT CONCAT(seq, ' ', hash, ' older-chained') FROM recording_chain_head"))
                .isEqualTo(read(head).strip())
                .startsWith("3 ");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void oneFlippedByteAnywhereInAnObjectIsFound() throws IOException {
        long length = Files.size(object(second));
        for (long place : new long[]{0, 9, 13, 40, 79, 100, length / 2, length - 1}) {
            flip(object(second), place);
            assertOnlyFlaw(place < 14 ? flaws().getFirst().kind() : Kind.OBJECT_CHANGED, second, "the object");
            flip(object(second), place);
        }
        assertThat(flaws()).isEmpty();
    }

    private static void flip(Path file, long place) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(place);
            int there = bytes.read();
            bytes.seek(place);
            bytes.write(there ^ 1);
        }
    }

    @Test
    void anExportSaysWhereInTheChainItsRecordingStands() {
        assertThat(new SqlExportBook(calls.database()).chosen(List.of(second, third)))
                .extracting(item -> requireNonNull(item.entry()).position() + " " + requireNonNull(item.entry()).hash())
                .containsExactlyInAnyOrder("2 " + calls.text("SELECT hash FROM recording_chain WHERE seq = 2"),
                        "3 " + calls.text("SELECT hash FROM recording_chain_head"));
    }

    @Test
    void anExchangedObjectIsFound() throws IOException {
        Path aside = root.resolve("aside");
        Files.move(object(first), aside);
        Files.move(object(second), object(first));
        Files.move(aside, object(second));

        assertThat(flaws()).extracting(RecordingFlaw::kind, RecordingFlaw::attempt)
                .containsExactly(tuple(Kind.OBJECT_CHANGED, first), tuple(Kind.OBJECT_CHANGED, second));
    }

    private static Tuple tuple(Kind kind, AttemptId id) {
        return Assertions.tuple(kind, id.toString());
    }

    @Test
    void anUnencryptedObjectThatWasExchangedIsNamedWithTheCallThatItHolds() throws IOException {
        AttemptId plain = calls.ended();
        calls.keep(files, plain, "old and plain".getBytes(StandardCharsets.US_ASCII));
        AttemptId other = calls.ended();
        calls.keep(files, other, "another".getBytes(StandardCharsets.US_ASCII));
        Files.copy(object(other), object(plain), StandardCopyOption.REPLACE_EXISTING);

        assertOnlyFlaw(Kind.OBJECT_CHANGED, plain, "it holds the recording of attempt " + other);
    }

    @Test
    void aDeletedObjectIsFound() throws IOException {
        Files.delete(object(third));

        assertOnlyFlaw(Kind.OBJECT_GONE, third, "is gone");
    }

    @Test
    void whatRetentionDeletesWhileItIsLookedAtIsNoFlaw() throws IOException {
        var book = new SqlRetentionBook(calls.database(), calls.chain);
        List<RecordingFlaw> found = new ArrayList<>();
        var deleting = new RecordingsVerification(new DeletingProof(calls.proof, () -> {
            book.bury(book.stored(null, 1).getFirst(), new Tombstone(AT_ONCE, "why", "a rule", "the dialer"));
            Files.delete(object(first));
        }), vault, found::add);

        deleting.run(AT_ONCE);

        assertThat(found).isEmpty();
    }

    /** Has something done after the chain was read and before its objects are. */
    private record DeletingProof(RecordingProof proof, Deletion deletion) implements RecordingProof {
        interface Deletion {
            void run() throws IOException;
        }

        @Override
        public void walk(Consumer<RecordingFlaw> flaws, Consumer<KeptObject> objects) {
            List<KeptObject> seen = new ArrayList<>();
            proof.walk(flaws, seen::add);
            try {
                deletion.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            seen.forEach(objects);
        }

        @Override
        public long unchained(Instant now, Consumer<RecordingFlaw> flaws, Consumer<KeptObject> objects) {
            return proof.unchained(now, flaws, objects);
        }

        @Override
        public List<RecordingFlaw> strays(List<String> keys) {
            return proof.strays(keys);
        }

        @Override
        public boolean isDeleted(String attempt) {
            return proof.isDeleted(attempt);
        }

        @Override
        public Optional<String> attemptOf(String sha256) {
            return proof.attemptOf(sha256);
        }

        @Override
        public List<String> newest(int most) {
            return proof.newest(most);
        }
    }

    private void deleteRow(AttemptId id) {
        calls.sql("DELETE FROM recording_marks WHERE attempt_id = ?", id.toString());
        calls.sql("DELETE FROM recordings WHERE attempt_id = ?", id.toString());
    }

    @Test
    void aDeletedRowIsFound() {
        deleteRow(second);

        assertOnlyFlaw(Kind.ROW_DELETED, second, "its row was deleted");
    }

    @Test
    void aDeletedRowWithItsEntryIsFound() {
        deleteRow(second);
        calls.sql("DELETE FROM recording_chain WHERE attempt_id = ?", second.toString());

        assertThat(flaws()).extracting(RecordingFlaw::kind)
                .containsExactly(Kind.ENTRY_DELETED, Kind.ROW_DELETED, Kind.STRAY_OBJECT);
    }

    @Test
    void aChangedRowIsFound() {
        calls.sql("UPDATE recordings SET sha256 = REPEAT('a', 64), bytes = 7 WHERE attempt_id = ?", first.toString());

        assertOnlyFlaw(Kind.ROW_CHANGED, first, "another SHA-256, it has another length");
    }

    @Test
    void aRowThatSaysAnotherSoundIsFound() {
        calls.sql(
                "UPDATE recordings SET format = 'opus', pcm_sha256 = REPEAT('d', 64), frames = 7 WHERE attempt_id = ?",
                first.toString());

        assertOnlyFlaw(Kind.ROW_CHANGED, first,
                "another format, it has another SHA-256 of its sound, it plays for another time");
    }

    @Test
    void aHeadThatAPowerCutTore_keepsNoRecordingOut_andIsTold() throws IOException {
        Files.writeString(head, "3 4f0a");

        recorded("fourth");

        assertThat(flaws()).singleElement().satisfies(flaw -> {
            assertThat(flaw.kind()).isEqualTo(Kind.HEAD_UNREADABLE);
            assertThat(flaw.words()).contains(head.toString());
        });
        assertThat(read(head)).isEqualTo("3 4f0a");
    }

    @Test
    void aRowThatIsInsertedAsIfItWereOlderThanTheChain_isNotChained() {
        AttemptId forged = calls.ended();
        calls.sql("UPDATE recordings SET state = 'stored', object_key = 'a', sha256 = REPEAT('a', 64), bytes = 1, "
                + "length_ms = 1, stored_at = ended_at WHERE attempt_id = ?", forged.toString());
        calls.sql("UPDATE recording_chain_head SET older_chained = FALSE");

        assertThat(calls.chain.chainOlder()).isZero();

        assertThat(flaws()).extracting(RecordingFlaw::kind)
                .containsExactly(Kind.ENTRY_CHANGED, Kind.NOT_CHAINED, Kind.OBJECT_GONE);
    }

    @Test
    void aChangedRowWithItsEntryIsFound() {
        calls.sql("UPDATE recordings SET bytes = 7 WHERE attempt_id = ?", first.toString());
        calls.sql("UPDATE recording_chain SET bytes = 7 WHERE attempt_id = ?", first.toString());

        assertOnlyFlaw(Kind.ENTRY_CHANGED, first, "entry 1 of the chain is not what was written");
    }

    @Test
    void exchangedRowsAreFound() {
        String one = key(first).value();
        String two = key(second).value();
        calls.sql("UPDATE recordings SET object_key = 'x' WHERE attempt_id = ?", first.toString());
        calls.sql("UPDATE recordings SET object_key = ? WHERE attempt_id = ?", one, second.toString());
        calls.sql("UPDATE recordings SET object_key = ? WHERE attempt_id = ?", two, first.toString());

        assertThat(flaws()).extracting(RecordingFlaw::kind, RecordingFlaw::attempt)
                .containsExactly(tuple(Kind.ROW_CHANGED, first), tuple(Kind.ROW_CHANGED, second));
        assertThat(flaws().getFirst().words()).contains("names the object of attempt " + second);
    }

    @Test
    void anEndThatWasCutOffIsFoundByTheCopyOfTheHead_whichGoingOnDoesNotMend() throws IOException {
        calls.sql("DELETE FROM recording_chain WHERE seq = 3");
        deleteRow(third);
        calls.sql("UPDATE recording_chain_head SET seq = 2, hash = (SELECT hash FROM recording_chain WHERE seq = 2)");
        Files.delete(object(third));

        assertThat(flaws()).extracting(RecordingFlaw::kind).contains(Kind.END_CUT_OFF, Kind.ROW_DELETED);
        recorded("fourth");
        assertThat(flaws()).filteredOn(flaw -> flaw.kind() == Kind.ENTRY_CHANGED)
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.words()).contains("the chain was rewritten"));
    }

    @Test
    void whatNobodyStoredIsFound() throws IOException {
        Files.copy(object(first), root.resolve("2026/11/23/stray.wav"));
        Files.writeString(root.resolve("2026/note~"), "?");

        assertThat(flaws()).extracting(RecordingFlaw::kind).containsExactly(Kind.STRAY_OBJECT, Kind.STRAY_OBJECT);
    }

    @Test
    void aRecordingThatIsJustBeingTakenInIsNoFlaw_oneThatIsOverdueIs() throws IOException {
        AttemptId awaited = calls.ended();
        vault.put(key(awaited), InputStream.nullInputStream());

        assertThat(flaws()).isEmpty();

        assertThat(flaws(ENDED.plus(Duration.ofHours(1)))).singleElement().satisfies(flaw -> {
            assertThat(flaw.kind()).isEqualTo(Kind.OVERDUE);
            assertThat(flaw.attempt()).isEqualTo(awaited.toString());
        });
    }

    @Test
    void aMissingRecordingIsNamedWithTheReason() {
        AttemptId missing = calls.ended();
        calls.register.missing(missing.value(), "no raw file 600 s after the call's end");

        assertOnlyFlaw(Kind.MISSING, missing, "no raw file 600 s");
    }

    @Test
    void anInsertedRowIsFound() {
        AttemptId inserted = calls.ended();
        calls.sql("UPDATE recordings SET state = 'stored', object_key = 'a', sha256 = REPEAT('a', 64), bytes = 1, "
                + "length_ms = 1, stored_at = ended_at WHERE attempt_id = ?", inserted.toString());

        assertThat(flaws()).extracting(RecordingFlaw::kind).containsExactly(Kind.NOT_CHAINED, Kind.OBJECT_GONE);
    }

    @Test
    void aLostKeyIsNamed() throws IOException {
        Files.delete(keyFile);
        var stranger = new SealedVault(files, RecordingKeys.make(keyFile, ENDED));
        List<RecordingFlaw> found = new ArrayList<>();

        new RecordingsVerification(calls.proof, stranger, found::add).run(AT_ONCE);

        assertThat(found).hasSize(3).allMatch(flaw -> flaw.kind() == Kind.KEY_LOST);
    }

    @Test
    void recordingsFromBeforeThereWasAChainAreTakenInOnce_andProven() throws IOException {
        calls.sql("DELETE FROM recording_chain");
        calls.sql("UPDATE recording_chain_head SET seq = 0, hash = REPEAT('0', 64), older_chained = FALSE");
        Files.delete(head);
        assertThat(flaws()).isEmpty();

        assertThat(calls.chain.chainOlder()).isEqualTo(3);
        assertThat(calls.chain.chainOlder()).isZero();

        assertThat(flaws()).isEmpty();
        assertThat(calls.text("SELECT attempt_id FROM recording_chain WHERE seq = 1")).isEqualTo(first.toString());
    }
}
