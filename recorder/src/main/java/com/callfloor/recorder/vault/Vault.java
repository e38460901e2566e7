package com.callfloor.recorder.vault;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/**
 * Where finished recordings lie. Thread-safe; every method blocks. A missing object is a
 * {@link java.nio.file.NoSuchFileException}.
 */
public interface Vault {
    /**
     * Stores all that the stream gives, durably and all or nothing: when this returns the object survives a power cut;
     * when it throws, because of the stream or the store, the key is as it was before. Replaces what the key had.
     *
     * @param content read to its end, not closed
     */
    void put(VaultKey key, InputStream content) throws IOException;

    /** The whole object; the caller closes the stream. */
    InputStream open(VaultKey key) throws IOException;

    /** The part of the object that lies in the range, less if the object ends before; the caller closes the stream. */
    InputStream open(VaultKey key, ByteRange range) throws IOException;

    /** The object's length in bytes; empty if there is none. */
    OptionalLong size(VaultKey key) throws IOException;

    default boolean exists(VaultKey key) throws IOException {
        return size(key).isPresent();
    }

    /** Removes the object; false if there was none. */
    boolean delete(VaultKey key) throws IOException;

    /** Shows all that lies here. What comes or goes meanwhile may be shown or not. Memory does not grow with the vault. */
    void list(Listing listing) throws IOException;

    /**
     * A cheap look whether recordings can be kept just now.
     *
     * @throws IOException why they cannot: no answer, no room, no key
     */
    void probe() throws IOException;

    /** What is told of a vault's content; an exception ends the listing. */
    interface Listing {
        void object(VaultKey key) throws IOException;

        /** Something under a name that no recording has. */
        void stranger(String name) throws IOException;
    }
}
