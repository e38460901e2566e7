package com.callfloor.recorder.audio;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;

/**
 * All that one pass over a recording as WAV tells, in constant memory but for the waveform's 40 bytes a second.
 *
 * @param sha256 lower-case hex of the whole file, header included
 * @param pcmSha256 the same of the frames alone, whatever form they are kept in
 * @param bytes length of the whole file
 * @param duration playing time
 * @param levels of both sides, debtor left
 */
public record Inspection(String sha256, String pcmSha256, long bytes, Duration duration, Levels levels,
        Waveform waveform) {
    private static final int BLOCK_BYTES = 65_536;

    /**
     * Reads the stream to its end; does not close it. Blocks.
     *
     * @throws InvalidWavException when this is no WAV in the house's sound format, or its length is not what it says
     */
    public static Inspection of(InputStream wav) throws IOException {
        DigestInputStream hashed = new DigestInputStream(wav, Sha256.newDigest());
        MessageDigest frames = Sha256.newDigest();
        WavHeader header = WavHeader.read(hashed);
        StereoPcm pcm = new StereoPcm(hashed, DebtorSide.LEFT);
        StereoMeter meter = new StereoMeter();
        WaveformMeter waveform = new WaveformMeter();
        byte[] block = new byte[BLOCK_BYTES];
        long dataBytes = 0;
        for (int filled = pcm.read(block); filled > 0; filled = pcm.read(block)) {
            dataBytes += filled;
            frames.update(block, 0, filled);
            meter.add(block, 0, filled);
            waveform.add(block, filled);
        }
        if (dataBytes + pcm.strayBytes() != header.dataBytes()) {
            throw new InvalidWavException("the header promises " + header.dataBytes() + " bytes of sound, there are "
                    + (dataBytes + pcm.strayBytes()));
        }
        Duration duration = PcmFormat.duration(dataBytes / PcmFormat.FRAME_BYTES);
        return new Inspection(Sha256.hex(hashed.getMessageDigest()), Sha256.hex(frames), WavHeader.BYTES + dataBytes,
                duration, meter.levels(), waveform.end(duration));
    }

    /** How many frames it has. */
    public long frames() {
        return PcmFormat.frames(duration);
    }
}
