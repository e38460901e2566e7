package com.callfloor.recorder.codec;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import com.callfloor.recorder.audio.Inspection;
import com.callfloor.recorder.audio.PcmFormat;
import com.callfloor.recorder.audio.RecordingFormat;
import com.callfloor.recorder.audio.Sha256;
import com.callfloor.recorder.audio.WavHeader;
import com.callfloor.recorder.audio.WavSource;

/** From a recording as WAV to its stored form, and back. Thread-safe. */
public final class Encoding {
    private Encoding() {}

    /**
     * The stored form as a stream that encodes while it is read. Throws at its end, and so before a vault keeps it:
     * {@link ChangedSoundException} if the source did not give the measured frames, {@link UnfaithfulEncodingException} if
     * the encoded form does not sound like them.
     *
     * @param measured what an inspection of the source found
     */
    public static InputStream encode(RecordingFormat format, WavSource source, Inspection measured)
            throws IOException {
        FrameEncoder encoder = switch (format) {
            case OPUS -> new OggOpusEncoder();
            case FLAC -> new FlacEncoder(measured.frames(), md5(source));
            case WAV -> new WavEncoder(measured.frames());
        };
        InputStream wav = source.open();
        try {
            wav.skipNBytes(WavHeader.BYTES);
            return new EncodedStream(wav, encoder, Sha256.newDigest(), new byte[0], measured);
        } catch (IOException | RuntimeException e) {
            wav.close();
            throw e;
        }
    }

    /** The same where a part was encoded while the call went on. */
    public static InputStream encode(GrowingOpus begun, WavSource source, Inspection measured) throws IOException {
        return begun.goOn(source, measured);
    }

    /** The frames of a stored recording, debtor left; closing them closes the stream. */
    public static InputStream frames(RecordingFormat format, InputStream stored) throws IOException {
        return switch (format) {
            case OPUS -> new OpusFrames(stored);
            case FLAC -> new FlacFrames(stored);
            case WAV -> {
                WavHeader.read(stored);
                yield stored;
            }
        };
    }

    /**
     * A stored recording as WAV.
     *
     * @param frames how many it is known to have
     */
    public static InputStream wav(RecordingFormat format, InputStream stored, long frames) throws IOException {
        byte[] header = new WavHeader(frames * PcmFormat.FRAME_BYTES).encode();
        return new SequenceInputStream(new ByteArrayInputStream(header), frames(format, stored));
    }

    /**
     * Reads a stored recording to its end and proves that it plays: FLAC and WAV to the very frames that were measured,
     * Opus to as many, in whole pages. What the frames of an Opus sound like was proven when they were encoded.
     *
     * @throws InvalidSoundException when it does not
     */
    public static void prove(RecordingFormat format, InputStream stored, Inspection measured) throws IOException {
        if (format == RecordingFormat.OPUS) {
            long frames = OpusFrames.count(stored);
            if (frames != measured.frames()) {
                throw new InvalidSoundException("stored with " + frames + " frames instead of " + measured.frames());
            }
            return;
        }
        String found = Sha256.of(frames(format, stored));
        if (!found.equals(measured.pcmSha256())) {
            throw new InvalidSoundException("stored with frames of SHA-256 " + found + " instead of "
                    + measured.pcmSha256());
        }
    }

    /** Every FLAC says in its first bytes what its last ones will add up to. */
    private static byte[] md5(WavSource source) throws IOException {
        MessageDigest md5;
        try {
            md5 = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform must have MD5", e);
        }
        try (InputStream wav = new DigestInputStream(source.open(), md5)) {
            if (wav.readNBytes(WavHeader.BYTES).length < WavHeader.BYTES) {
                throw new EOFException("a WAV without a whole header");
            }
            md5.reset();
            wav.transferTo(OutputStream.nullOutputStream());
        }
        return md5.digest();
    }

    /** How long the stored form is when it is decoded to WAV. */
    public static long wavBytes(long frames) {
        return WavHeader.BYTES + frames * PcmFormat.FRAME_BYTES;
    }
}
