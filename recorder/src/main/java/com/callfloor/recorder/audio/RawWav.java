package com.callfloor.recorder.audio;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * A raw file seen as WAV: header first, debtor left, converted while it is read.
 *
 * @param raw the PBX's file
 * @param rawBytes how much of it counts; a file that grows is read no further, so header and frames agree
 * @param debtorSide where the raw file has the debtor
 */
public record RawWav(Path raw, long rawBytes, DebtorSide debtorSide) implements WavSource {
    private static final int READ_BYTES = 65_536;

    @Override
    public InputStream open() throws IOException {
        if (rawBytes > WavHeader.MAX_DATA_BYTES) {
            throw new InvalidWavException(raw + " has " + rawBytes + " bytes, a WAV file holds "
                    + WavHeader.MAX_DATA_BYTES + "; a monitor was not stopped: move the file out of the spool");
        }
        WavHeader header = new WavHeader(rawBytes - strayBytes());
        InputStream file = new BufferedInputStream(Files.newInputStream(raw, LinkOption.NOFOLLOW_LINKS), READ_BYTES);
        InputStream frames = new PcmInputStream(new FirstBytes(file, header.dataBytes()), debtorSide);
        return new SequenceInputStream(new ByteArrayInputStream(header.encode()), frames);
    }

    /**
     * The whole frames from there on, without a header.
     *
     * @param from in bytes, at the start of a frame
     */
    public InputStream framesFrom(long from) throws IOException {
        SeekableByteChannel file = Files.newByteChannel(raw,
                Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
        file.position(from);
        InputStream bytes = new BufferedInputStream(Channels.newInputStream(file), READ_BYTES);
        return new PcmInputStream(new FirstBytes(bytes, rawBytes - strayBytes() - from), debtorSide);
    }

    /** Bytes after the last whole frame, 0 to 3; they are left out. */
    public int strayBytes() {
        return (int) (rawBytes % PcmFormat.FRAME_BYTES);
    }
}
