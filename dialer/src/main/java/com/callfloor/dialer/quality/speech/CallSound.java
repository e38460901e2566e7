package com.callfloor.dialer.quality.speech;

import java.io.IOException;
import java.util.Optional;

import com.callfloor.dialer.calls.AttemptId;

/** A recording's sides, apart. Blocks on the store. */
public interface CallSound {
    /** One side as a WAV of 16-bit PCM with one channel; empty if there is no stored recording of this call. */
    Optional<byte[]> of(AttemptId call, Side side) throws IOException;
}
