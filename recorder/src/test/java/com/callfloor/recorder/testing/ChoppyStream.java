package com.callfloor.recorder.testing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.random.RandomGenerator;

/** Gives fewer bytes than asked for, as sockets do. */
public final class ChoppyStream extends FilterInputStream {
    private final RandomGenerator random;

    public ChoppyStream(InputStream in, RandomGenerator random) {
        super(in);
        this.random = random;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return super.read(target, offset, Math.min(length, random.nextInt(1, 12)));
    }
}
