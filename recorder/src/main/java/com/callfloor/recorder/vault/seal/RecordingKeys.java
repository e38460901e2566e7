package com.callfloor.recorder.vault.seal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;

import com.callfloor.recorder.vault.ChangedObjectException;
import com.callfloor.recorder.vault.LostKeyException;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;

/**
 * The floor's keys, under which the data key of each recording is wrapped. Follows its file: a key that
 * {@code bin/floor recordings keys rotate} adds is used by a running floor from the next recording on. Thread-safe.
 */
public final class RecordingKeys {
    private final Path file;
    private Loaded loaded;

    /** {@code written}, {@code length}: of the file when it was read. */
    private record Loaded(KeyFile keys, Aead wrapping, FileTime written, long length) {}

    private RecordingKeys(Path file, Loaded loaded) {
        this.file = file;
        this.loaded = loaded;
    }

    /**
     * Reads the keys.
     *
     * @throws NoSuchFileException if there is no such file
     */
    public static RecordingKeys open(Path file) throws IOException {
        return new RecordingKeys(file, load(file));
    }

    /** Makes a file with one key, unless it is there already. */
    public static RecordingKeys make(Path file, Instant now) throws IOException {
        try {
            KeyFile.first(now).writeNew(file);
        } catch (FileAlreadyExistsException e) {
            return open(file);
        }
        return open(file);
    }

    /** Oldest first. */
    public synchronized List<SealKey> list() {
        return loaded.keys().keys();
    }

    /** Adds a key under which all that is stored from now on is sealed. What is stored stays as it is, and opens. */
    public synchronized SealKey rotate(Instant now) throws IOException {
        // Between reading and replacing nobody else may add a key, or one of the two would be lost with all it seals.
        try (FileChannel channel = KeyFile.lock(file)) {
            var unused = channel.lock();
            loaded = load(file);
            loaded.keys().rotated(now).replace(file);
            loaded = load(file);
        } catch (OverlappingFileLockException e) {
            throw new IOException("another key is being added just now; look at the keys and try again", e);
        }
        return loaded.keys().keys().stream().filter(SealKey::primary).findFirst().orElseThrow();
    }

    /** Fails where the file is gone or unreadable: what would be sealed now could never be opened after a restart. */
    synchronized SealHeader wrap(byte[] dataKey, byte[] about) throws IOException {
        follow();
        try {
            return new SealHeader(loaded.keys().keyset().getPrimary().getId(),
                    loaded.wrapping().encrypt(dataKey, about));
        } catch (GeneralSecurityException e) {
            throw new IOException("the recording's data key cannot be wrapped", e);
        }
    }

    synchronized byte[] unwrap(SealHeader wrapped, byte[] about) throws IOException {
        if (!holds(wrapped.keyId())) {
            follow();
        }
        if (!holds(wrapped.keyId())) {
            throw new LostKeyException("it is sealed under key " + Integer.toUnsignedLong(wrapped.keyId())
                    + ", which " + file + " does not hold");
        }
        try {
            return loaded.wrapping().decrypt(wrapped.wrapped(), about);
        } catch (GeneralSecurityException e) {
            throw new ChangedObjectException("it is not the object that was stored under this name", e);
        }
    }

    /** Fails unless the file is there and holds keys. */
    synchronized void follow() throws IOException {
        FileTime written;
        long length;
        try {
            written = Files.getLastModifiedTime(file);
            length = Files.size(file);
        } catch (NoSuchFileException e) {
            throw new IOException("the recordings' keys, " + file + ", are gone; put your copy of them back", e);
        }
        if (!written.equals(loaded.written()) || length != loaded.length()) {
            loaded = load(file);
        }
    }

    private boolean holds(int keyId) {
        return loaded.keys().keys().stream().anyMatch(key -> key.id() == keyId);
    }

    private static Loaded load(Path file) throws IOException {
        FileTime written = Files.getLastModifiedTime(file);
        long length = Files.size(file);
        KeyFile keys = KeyFile.read(file);
        try {
            return new Loaded(keys, keys.keyset().getPrimitive(RegistryConfiguration.get(), Aead.class), written,
                    length);
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " holds keys that cannot be used", e);
        }
    }
}
