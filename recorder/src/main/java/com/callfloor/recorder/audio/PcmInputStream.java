package com.callfloor.recorder.audio;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The frames of a {@link StereoPcm} as a byte stream again, in blocks of bounded size. Closes the stream below. */
final class PcmInputStream extends InputStream {
    private final InputStream below;
    private final StereoPcm pcm;
    private final byte[] block = new byte[16_384];
    private int at;
    private int filled;

    PcmInputStream(InputStream below, DebtorSide debtorSide) {
        this.below = below;
        this.pcm = new StereoPcm(below, debtorSide);
    }

    @Override
    public int read() throws IOException {
        return refill() ? block[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (!refill()) {
            return -1;
        }
        int given = Math.min(length, filled - at);
        System.arraycopy(block, at, target, offset, given);
        at += given;
        return given;
    }

    @Override
    public void close() throws IOException {
        below.close();
    }

    private boolean refill() throws IOException {
        if (at == filled) {
            filled = pcm.read(block);
            at = 0;
        }
        return filled > 0;
    }
}
