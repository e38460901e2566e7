package com.callfloor.recorder.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;

import com.callfloor.recorder.audio.Sha256;

/**
 * Passes a stream on and fails at its end if the bytes were not the promised ones, so that a vault, which stores all or
 * nothing, never gets a wrong object under a right key.
 */
final class DigestGuard extends FilterInputStream {
    private final DigestInputStream hashed;
    private final String promised;
    private boolean ended;

    DigestGuard(InputStream in, String promisedSha256) {
        this(new DigestInputStream(in, Sha256.newDigest()), promisedSha256);
    }

    private DigestGuard(DigestInputStream hashed, String promised) {
        super(hashed);
        this.hashed = hashed;
        this.promised = promised;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        checkAtEnd(read);
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        checkAtEnd(read);
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void checkAtEnd(int read) throws WrongDigestException {
        if (read >= 0 || ended) {
            return;
        }
        ended = true;
        String found = Sha256.hex(hashed.getMessageDigest());
        if (!found.equals(promised)) {
            throw new WrongDigestException(promised, found);
        }
    }
}
