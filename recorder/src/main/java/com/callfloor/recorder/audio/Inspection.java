package com.callfloor.recorder.audio;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.time.Duration;

/**
 * All that one pass over a recording in its stored form tells, in constant memory.
 *
 * @param sha256 lower-case hex of the whole file, header included
 * @param bytes length of the whole file
 * @param duration playing time
 * @param levels of both sides, debtor left
 */
public record Inspection(String sha256, long bytes, Duration duration, Levels levels) {
    private static final int BLOCK_BYTES = 65_536;

    /**
     * Reads the stream to its end; does not close it. Blocks.
     *
     * @throws InvalidWavException when this is no recording in the stored format, or its length is not what it says
     */
    public static Inspection of(InputStream wav) throws IOException {
        DigestInputStream hashed = new DigestInputStream(wav, Sha256.newDigest());
        WavHeader header = WavHeader.read(hashed);
        StereoPcm pcm = new StereoPcm(hashed, DebtorSide.LEFT);
        SideMeter debtor = new SideMeter();
        SideMeter agent = new SideMeter();
        byte[] block = new byte[BLOCK_BYTES];
        long dataBytes = 0;
        for (int filled = pcm.read(block); filled > 0; filled = pcm.read(block)) {
            dataBytes += filled;
            for (int at = 0; at < filled; at += PcmFormat.FRAME_BYTES) {
                debtor.add(sample(block, at));
                agent.add(sample(block, at + PcmFormat.SAMPLE_BYTES));
            }
        }
        if (dataBytes + pcm.strayBytes() != header.dataBytes()) {
            throw new InvalidWavException("the header promises " + header.dataBytes() + " bytes of sound, there are "
                    + (dataBytes + pcm.strayBytes()));
        }
        return new Inspection(Sha256.hex(hashed.getMessageDigest()), WavHeader.BYTES + dataBytes,
                PcmFormat.duration(dataBytes / PcmFormat.FRAME_BYTES), new Levels(debtor.levels(), agent.levels()));
    }

    private static short sample(byte[] block, int at) {
        return (short) ((block[at] & 0xff) | (block[at + 1] << 8));
    }
}
