package com.callfloor.recorder.vault.seal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

import com.callfloor.recorder.vault.ChangedObjectException;
import org.jspecify.annotations.Nullable;

/** Decrypted content. A failure is the store's if the store failed, and otherwise means that the object was changed. */
final class OpenedStream extends FilterInputStream {
    private final Supplier<@Nullable IOException> storeFailure;

    OpenedStream(InputStream decrypted, Supplier<@Nullable IOException> storeFailure) {
        super(decrypted);
        this.storeFailure = storeFailure;
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            throw explained(e);
        }
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            return super.read(target, offset, length);
        } catch (IOException e) {
            throw explained(e);
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private IOException explained(IOException e) {
        IOException ofStore = storeFailure.get();
        return ofStore == null
                ? new ChangedObjectException("it was changed, cut short or exchanged since it was stored", e)
                : ofStore;
    }
}
