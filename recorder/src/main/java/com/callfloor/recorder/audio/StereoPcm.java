package com.callfloor.recorder.audio;

import java.io.IOException;
import java.io.InputStream;

/**
 * Whole frames out of a byte stream, debtor left, whatever the chunks that the stream comes in. Holds no more than the
 * caller's block. Not thread-safe. Does not close the stream.
 */
public final class StereoPcm {
    private final InputStream in;
    private final DebtorSide debtorSide;
    private int strayBytes;

    public StereoPcm(InputStream in, DebtorSide debtorSide) {
        this.in = in;
        this.debtorSide = debtorSide;
    }

    /**
     * Fills the block from its start with as many whole frames as it holds, fewer only at the end.
     *
     * @param block at least one frame long
     * @return bytes filled, a multiple of {@link PcmFormat#FRAME_BYTES}; 0 at the end
     */
    public int read(byte[] block) throws IOException {
        int room = block.length - block.length % PcmFormat.FRAME_BYTES;
        if (room == 0) {
            throw new IllegalArgumentException(
                    "a block of " + block.length + " bytes holds no frame; give it 4 or more");
        }
        int filled = in.readNBytes(block, 0, room);
        int tail = filled % PcmFormat.FRAME_BYTES;
        if (tail != 0) {
            strayBytes = tail;
        }
        int whole = filled - tail;
        if (debtorSide == DebtorSide.RIGHT) {
            swapSides(block, whole);
        }
        return whole;
    }

    /** Bytes after the last whole frame, 0 to 3; known once {@link #read} has returned 0 or filled less than asked. */
    public int strayBytes() {
        return strayBytes;
    }

    private static void swapSides(byte[] block, int length) {
        for (int at = 0; at < length; at += PcmFormat.FRAME_BYTES) {
            byte low = block[at];
            byte high = block[at + 1];
            block[at] = block[at + 2];
            block[at + 1] = block[at + 3];
            block[at + 2] = low;
            block[at + 3] = high;
        }
    }
}
