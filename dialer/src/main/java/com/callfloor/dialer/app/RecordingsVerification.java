package com.callfloor.dialer.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import com.callfloor.dialer.recordings.RecordingFlaw;
import com.callfloor.dialer.recordings.RecordingFlaw.Kind;
import com.callfloor.dialer.recordings.RecordingProof;
import com.callfloor.dialer.recordings.RecordingProof.KeptObject;
import com.callfloor.recorder.audio.Sha256;
import com.callfloor.recorder.vault.ChangedObjectException;
import com.callfloor.recorder.vault.LostKeyException;
import com.callfloor.recorder.vault.Vault;
import com.callfloor.recorder.vault.VaultKey;

/**
 * Proves the recordings: each answered call has one (completeness), each is what was stored (integrity), and chain, rows
 * and objects belong together (order). Memory grows with nothing. Runs beside a running floor.
 */
final class RecordingsVerification {
    private static final int KEYS_AT_ONCE = 500;

    private final RecordingProof proof;
    private final Vault vault;
    private final Consumer<RecordingFlaw> flaws;
    private long checked;

    /** {@code flaws}: told of each one when it is found. */
    RecordingsVerification(RecordingProof proof, Vault vault, Consumer<RecordingFlaw> flaws) {
        this.proof = proof;
        this.vault = vault;
        this.flaws = flaws;
    }

    /**
     * Looks at everything once.
     *
     * @return how many recordings were looked at, those that should be there and are not among them
     */
    long run(Instant now) {
        proof.walk(flaws, object -> {
            checked++;
            check(object);
        });
        checked += proof.unchained(now, flaws, this::check);
        try {
            lookForStrays();
        } catch (IOException e) {
            flaws.accept(new RecordingFlaw(Kind.OBJECT_UNREADABLE, null,
                    "the store does not tell what lies in it: " + e.getMessage()));
        }
        return checked;
    }

    private void check(KeptObject object) {
        try (InputStream stored = vault.open(new VaultKey(object.key()))) {
            String found = Sha256.of(stored);
            if (!found.equals(object.sha256())) {
                tell(Kind.OBJECT_CHANGED, object, "was changed since it was stored" + proof.attemptOf(found)
                        .map(other -> ": it holds the recording of attempt " + other)
                        .orElse(""));
            }
        } catch (NoSuchFileException e) {
            // The page that names it was read before, and hashing takes its time: it may have been deleted meanwhile.
            if (!proof.isDeleted(object.attempt())) {
                tell(Kind.OBJECT_GONE, object, "is gone, and nobody deleted it by the rules");
            }
        } catch (ChangedObjectException e) {
            tell(Kind.OBJECT_CHANGED, object, "does not open: " + e.getMessage());
        } catch (LostKeyException e) {
            tell(Kind.KEY_LOST, object, "cannot be opened: " + e.getMessage());
        } catch (IOException | IllegalArgumentException e) {
            tell(Kind.OBJECT_UNREADABLE, object, "cannot be read: " + e.getMessage());
        }
    }

    private void tell(Kind kind, KeptObject object, String what) {
        flaws.accept(new RecordingFlaw(kind, object.attempt(),
                "attempt " + object.attempt() + ": the object " + object.key() + " " + what));
    }

    private void lookForStrays() throws IOException {
        List<String> keys = new ArrayList<>();
        vault.list(new Vault.Listing() {
            @Override
            public void object(VaultKey key) {
                keys.add(key.value());
                if (keys.size() == KEYS_AT_ONCE) {
                    tellStrays(keys);
                }
            }

            @Override
            public void stranger(String name) {
                flaws.accept(new RecordingFlaw(Kind.STRAY_OBJECT, null,
                        "the object " + name + " lies in the store, and no recording has such a name"));
            }
        });
        tellStrays(keys);
    }

    private void tellStrays(List<String> keys) {
        List<RecordingFlaw> strays = proof.strays(keys);
        if (!strays.isEmpty()) {
            // A deletion is noted first and done then: what was being deleted just now is gone at a second look.
            keys.removeIf(key -> !isThere(key));
            strays = proof.strays(keys);
        }
        strays.forEach(flaws);
        keys.clear();
    }

    private boolean isThere(String key) {
        try {
            return vault.exists(new VaultKey(key));
        } catch (IOException e) {
            return true;
        }
    }
}
