package com.callfloor.recorder.vault.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;

/** Encrypts a stream while it is read. The content's own failure passes through; it is not closed. */
final class SealingStream extends InputStream {
    private static final int AT_ONCE = 64 * 1024;

    private final InputStream plain;
    private final Sink sealed;
    private final OutputStream sealing;
    private final byte[] buffer = new byte[AT_ONCE];
    private boolean ended;

    /** {@code sealing} writes into {@code sealed}. */
    SealingStream(InputStream plain, Sink sealed, OutputStream sealing) {
        this.plain = plain;
        this.sealed = sealed;
        this.sealing = sealing;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        while (sealed.isEmpty()) {
            if (ended) {
                return -1;
            }
            sealSome();
        }
        return sealed.take(target, offset, length);
    }

    private void sealSome() throws IOException {
        int read = plain.read(buffer);
        if (read < 0) {
            ended = true;
            sealing.close();
        } else {
            sealing.write(buffer, 0, read);
        }
    }

    /** What is encrypted and not read yet. */
    static final class Sink extends ByteArrayOutputStream {
        private int taken;

        boolean isEmpty() {
            return taken == count;
        }

        int take(byte[] target, int offset, int most) {
            int some = Math.min(most, count - taken);
            System.arraycopy(buf, taken, target, offset, some);
            taken += some;
            if (isEmpty()) {
                reset();
                taken = 0;
            }
            return some;
        }
    }
}
