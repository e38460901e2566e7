package com.callfloor.dialer.recordings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the books can prove of the recordings: each is there, unchanged and in its place. Reads page by page, so memory
 * does not grow with the number of recordings; blocks. May be asked while the floor runs.
 */
public interface RecordingProof {
    /**
     * Walks the chain from its first entry on.
     *
     * @param flaws told of each flaw of chain and rows
     * @param objects told of each object that must be there
     */
    void walk(Consumer<RecordingFlaw> flaws, Consumer<KeptObject> objects);

    /**
     * Looks at what is in no chain: answered calls without a recording, and recordings from before there was a chain.
     *
     * @param now a recording that is still awaited long after its call is overdue by then
     * @return how many rows were looked at
     */
    long unchained(Instant now, Consumer<RecordingFlaw> flaws, Consumer<KeptObject> objects);

    /**
     * Finds what must not lie in the store.
     *
     * @param keys of objects that lie there, at most 500
     */
    List<RecordingFlaw> strays(List<String> keys);

    /** Whether the chain has a tombstone of it, by now. */
    boolean isDeleted(String attempt);

    /** Whose recording this content was stored as. */
    Optional<String> attemptOf(String sha256);

    /** The objects of the recordings that were stored last, newest first. */
    List<String> newest(int most);

    /** {@code sha256}, {@code bytes}: of the recording itself. */
    record KeptObject(String attempt, String key, String sha256, long bytes) {}
}
