package com.callfloor.recorder.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

import com.callfloor.recorder.audio.Inspection;
import com.callfloor.recorder.audio.PcmFormat;
import com.callfloor.recorder.audio.Sha256;

/** A recording in its stored form, encoded while it is read. Fails at its end if the frames were not the measured ones. */
final class EncodedStream extends FramesInputStream {
    private static final int BLOCK_BYTES = 4_096 * PcmFormat.FRAME_BYTES;

    private final InputStream frames;
    private final FrameEncoder encoder;
    private final MessageDigest pcm;
    private final Inspection measured;
    private final byte[] block = new byte[BLOCK_BYTES];
    private final Written out = new Written();
    private boolean ended;

    /**
     * @param frames those that the encoder has not taken yet; closed with this stream
     * @param pcm over those that it has taken
     * @param before what it has written so far
     */
    EncodedStream(InputStream frames, FrameEncoder encoder, MessageDigest pcm, byte[] before, Inspection measured) {
        super(frames);
        this.frames = frames;
        this.encoder = encoder;
        this.pcm = pcm;
        this.measured = measured;
        give(before, 0, before.length);
    }

    @Override
    void more() throws IOException {
        out.reset();
        while (out.size() == 0 && !ended) {
            int length = frames.readNBytes(block, 0, BLOCK_BYTES);
            if (length > 0) {
                pcm.update(block, 0, length);
                encode(length);
            } else {
                end();
            }
        }
        give(out.bytes(), 0, out.size());
    }

    private void encode(int length) throws IOException {
        try {
            encoder.add(block, length, out);
        } catch (RuntimeException e) {
            // A fault of an encoder must not keep a recording out: another format is taken.
            throw new UnfaithfulEncodingException("the encoder failed: " + e, e);
        }
    }

    private void end() throws IOException {
        ended = true;
        String found = Sha256.hex(pcm);
        if (!found.equals(measured.pcmSha256())) {
            throw new ChangedSoundException(measured.pcmSha256(), found);
        }
        encoder.end(measured.levels(), out);
    }

    /** Lets its array be read without a copy. */
    private static final class Written extends ByteArrayOutputStream {
        byte[] bytes() {
            return buf;
        }
    }
}
