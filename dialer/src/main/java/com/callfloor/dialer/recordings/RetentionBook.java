package com.callfloor.dialer.recordings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.calls.AttemptId;
import org.jspecify.annotations.Nullable;

/** The recordings' books, as far as deleting is concerned. Blocks. */
public interface RetentionBook {
    /** Stored recordings, oldest first: those after this one, at most so many. */
    List<KeptRecording> stored(@Nullable KeptRecording after, int most);

    /**
     * Notes that a recording is deleted: its row, and a tombstone in the chain, in one transaction, in which its
     * transcript and its waveform are deleted. The object goes after that.
     *
     * @return false where it was deleted or put on hold meanwhile, or is not in the chain: then nothing was changed
     */
    boolean bury(KeptRecording recording, Tombstone tombstone);

    /** Deleted recordings whose object is not known to be gone, such as after a crash; in pages as {@link #stored}. */
    List<KeptRecording> unfinished(@Nullable KeptRecording after, int most);

    /** The object is gone. */
    void gone(AttemptId attempt);

    /** When the newest entry was made: a clock that is behind that went backwards. */
    Optional<Instant> newestEntry();

    /** What is stored, by what the rules of retention ask for first; the most first. Not quick. */
    List<Holding> holdings();

    record Holding(String lender, @Nullable String product, @Nullable String region, long recordings) {}

    /** {@code rule}: its name; {@code by}: who or what deletes. */
    record Tombstone(Instant at, String why, String rule, String by) {}
}
