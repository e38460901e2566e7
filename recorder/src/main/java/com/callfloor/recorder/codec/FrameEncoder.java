package com.callfloor.recorder.codec;

import java.io.IOException;
import java.io.OutputStream;

import com.callfloor.recorder.audio.Levels;

/** Turns frames, debtor left, into one stored form. For one recording; not thread-safe. */
interface FrameEncoder {
    /**
     * Takes frames and writes what is finished by now.
     *
     * @param length in bytes, a multiple of a frame's
     */
    void add(byte[] frames, int length, OutputStream out) throws IOException;

    /**
     * Writes the rest; the encoder is of no use afterwards.
     *
     * @param levels of all that was taken
     * @throws UnfaithfulEncodingException when what was written does not sound like what was taken
     */
    void end(Levels levels, OutputStream out) throws IOException;
}
