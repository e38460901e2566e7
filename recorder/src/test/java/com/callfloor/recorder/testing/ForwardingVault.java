package com.callfloor.recorder.testing;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

import com.callfloor.recorder.vault.ByteRange;
import com.callfloor.recorder.vault.Vault;
import com.callfloor.recorder.vault.VaultKey;

/** A vault that does what another one does, save where a test wants it otherwise. */
public interface ForwardingVault extends Vault {
    Vault vault();

    @Override
    default void put(VaultKey key, InputStream content) throws IOException {
        vault().put(key, content);
    }

    @Override
    default InputStream open(VaultKey key) throws IOException {
        return vault().open(key);
    }

    @Override
    default InputStream open(VaultKey key, ByteRange range) throws IOException {
        return vault().open(key, range);
    }

    @Override
    default OptionalLong size(VaultKey key) throws IOException {
        return vault().size(key);
    }

    @Override
    default boolean delete(VaultKey key) throws IOException {
        return vault().delete(key);
    }

    @Override
    default void list(Listing listing) throws IOException {
        vault().list(listing);
    }

    @Override
    default void probe() throws IOException {
        vault().probe();
    }
}
