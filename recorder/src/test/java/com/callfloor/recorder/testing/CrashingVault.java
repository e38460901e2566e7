package com.callfloor.recorder.testing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

import com.callfloor.recorder.vault.Vault;
import com.callfloor.recorder.vault.VaultKey;

/** A vault whose process may end before, amid and after each call. */
public record CrashingVault(Vault vault, Fuse fuse) implements ForwardingVault {
    @Override
    public void put(VaultKey key, InputStream content) throws IOException {
        fuse.step();
        vault.put(key, new CrashingStream(content));
        fuse.step();
    }

    @Override
    public InputStream open(VaultKey key) throws IOException {
        fuse.step();
        return new CrashingStream(vault.open(key));
    }

    @Override
    public OptionalLong size(VaultKey key) throws IOException {
        fuse.step();
        return vault.size(key);
    }

    private final class CrashingStream extends FilterInputStream {
        CrashingStream(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            fuse.step();
            return read;
        }
    }
}
