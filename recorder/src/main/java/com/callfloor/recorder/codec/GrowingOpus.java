package com.callfloor.recorder.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

import com.callfloor.recorder.audio.Inspection;
import com.callfloor.recorder.audio.PcmFormat;
import com.callfloor.recorder.audio.Sha256;
import com.callfloor.recorder.audio.WavHeader;
import com.callfloor.recorder.audio.WavSource;

/** A recording that is encoded as Opus while its call goes on, in memory: 3 kB a second. Not thread-safe. */
public final class GrowingOpus {
    private static final int BLOCK_BYTES = 1_600 * PcmFormat.FRAME_BYTES;

    private final OggOpusEncoder encoder = new OggOpusEncoder();
    private final MessageDigest pcm = Sha256.newDigest();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private long frames;

    /** Takes further frames, to the stream's end; after an exception this is of no use any more. */
    public void add(InputStream further) throws IOException {
        byte[] block = new byte[BLOCK_BYTES];
        for (int length = further.readNBytes(block, 0, BLOCK_BYTES); length > 0; length = further.readNBytes(block, 0,
                BLOCK_BYTES)) {
            pcm.update(block, 0, length);
            encoder.add(block, length, written);
            frames += length / PcmFormat.FRAME_BYTES;
        }
    }

    /** How many it has taken. */
    public long frames() {
        return frames;
    }

    /** How many bytes it holds. */
    public int bytes() {
        return written.size();
    }

    /**
     * The whole recording's stored form; this is of no use afterwards.
     *
     * @param source its frames, of which those that were taken are skipped
     * @return to be closed; throws {@link ChangedSoundException} at its end if they were not the measured ones
     */
    InputStream goOn(WavSource source, Inspection measured) throws IOException {
        InputStream wav = source.open();
        try {
            wav.skipNBytes(WavHeader.BYTES + frames * PcmFormat.FRAME_BYTES);
            return new EncodedStream(wav, encoder, pcm, written.toByteArray(), measured);
        } catch (IOException | RuntimeException e) {
            wav.close();
            throw e;
        }
    }
}
