package com.callfloor.recorder.codec;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Frames that come block by block, as a stream of bytes. Closes the stream below. */
abstract class FramesInputStream extends InputStream {
    private final InputStream below;
    private byte[] block = new byte[0];
    private int at;
    private int end;

    FramesInputStream(InputStream below) {
        this.below = below;
    }

    /** Calls {@link #give}, or does not when there is nothing left. */
    abstract void more() throws IOException;

    /** Offers the bytes from one place to before another; they stay as they are until the next more. */
    final void give(byte[] bytes, int from, int to) {
        block = bytes;
        at = from;
        end = to;
    }

    @Override
    public final int read() throws IOException {
        return filled() ? block[at++] & 0xff : -1;
    }

    @Override
    public final int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (!filled()) {
            return -1;
        }
        int given = Math.min(length, end - at);
        System.arraycopy(block, at, target, offset, given);
        at += given;
        return given;
    }

    @Override
    public final void close() throws IOException {
        below.close();
    }

    private boolean filled() throws IOException {
        if (at == end) {
            more();
        }
        return at < end;
    }
}
