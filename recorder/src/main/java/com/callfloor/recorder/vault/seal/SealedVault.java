package com.callfloor.recorder.vault.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.security.SecureRandom;
import java.util.OptionalInt;
import java.util.OptionalLong;

import com.callfloor.recorder.vault.ByteRange;
import com.callfloor.recorder.vault.ChangedObjectException;
import com.callfloor.recorder.vault.LostKeyException;
import com.callfloor.recorder.vault.Vault;
import com.callfloor.recorder.vault.VaultKey;

/**
 * Encrypts what another vault keeps. Each object has a data key of its own, which travels before the content, wrapped
 * under one of the floor's keys ({@link SealHeader}). The object's name is authenticated with key and content: one that
 * was moved to another's place does not open. Objects from before there was encryption are read as they are. Sizes and
 * ranges are those of the content.
 */
public final class SealedVault implements Vault {
    private static final String ABOUT = "callfloor recording ";

    private final Vault kept;
    private final RecordingKeys keys;
    private final SecureRandom random = new SecureRandom();

    public SealedVault(Vault kept, RecordingKeys keys) {
        this.kept = kept;
        this.keys = keys;
    }

    @Override
    public void put(VaultKey key, InputStream content) throws IOException {
        byte[] dataKey = SealedContent.newDataKey(random);
        byte[] about = about(key);
        byte[] header = keys.wrap(dataKey, about).bytes();
        kept.put(key, new SealedContent(dataKey, about).seal(header, content));
    }

    @Override
    public InputStream open(VaultKey key) throws IOException {
        var stored = new WatchedStream(kept.open(key));
        try {
            byte[] fixed = stored.readNBytes(SealHeader.FIXED);
            if (!SealHeader.begins(fixed)) {
                return new SequenceInputStream(new ByteArrayInputStream(fixed), stored);
            }
            SealedContent content = content(key, SealHeader.read(fixed, stored));
            return new OpenedStream(content.open(stored), stored::failure);
        } catch (IOException | RuntimeException e) {
            stored.close();
            throw e;
        }
    }

    @Override
    public InputStream open(VaultKey key, ByteRange range) throws IOException {
        byte[] front = front(key);
        if (!SealHeader.begins(front)) {
            return kept.open(key, range);
        }
        long stored = kept.size(key).orElseThrow(() -> new NoSuchFileException(key.value()));
        SealHeader header = header(front);
        var channel = new ObjectChannel(kept, key, header.length(), stored, front);
        try {
            return new OpenedStream(content(key, header).open(channel, range), channel::failure);
        } catch (LostKeyException e) {
            channel.close();
            throw e;
        } catch (IOException e) {
            channel.close();
            throw channel.failure() == null
                    ? new ChangedObjectException("it was changed or cut short since it was stored", e)
                    : e;
        }
    }

    @Override
    public OptionalLong size(VaultKey key) throws IOException {
        OptionalLong stored = kept.size(key);
        if (stored.isEmpty()) {
            return stored;
        }
        byte[] front;
        try {
            front = front(key);
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        }
        if (!SealHeader.begins(front)) {
            return stored;
        }
        SealHeader header = header(front);
        return OptionalLong.of(content(key, header).plainBytes(stored.getAsLong() - header.length()));
    }

    @Override
    public boolean exists(VaultKey key) throws IOException {
        return kept.exists(key);
    }

    /** The floor's key that an object is sealed under; empty if it lies there unencrypted. */
    public OptionalInt keyOf(VaultKey key) throws IOException {
        return keyOf(kept, key);
    }

    /** As {@link #keyOf(VaultKey)}, of a vault whose keys are not here. */
    public static OptionalInt keyOf(Vault kept, VaultKey key) throws IOException {
        byte[] front = front(kept, key);
        return SealHeader.begins(front) ? OptionalInt.of(header(front).keyId()) : OptionalInt.empty();
    }

    @Override
    public boolean delete(VaultKey key) throws IOException {
        return kept.delete(key);
    }

    @Override
    public void list(Listing listing) throws IOException {
        kept.list(listing);
    }

    @Override
    public void probe() throws IOException {
        keys.follow();
        kept.probe();
    }

    private SealedContent content(VaultKey key, SealHeader header) throws IOException {
        byte[] about = about(key);
        return new SealedContent(keys.unwrap(header, about), about);
    }

    private byte[] front(VaultKey key) throws IOException {
        return front(kept, key);
    }

    private static byte[] front(Vault kept, VaultKey key) throws IOException {
        try (InputStream stored = kept.open(key, new ByteRange(0, SealHeader.LONGEST))) {
            return stored.readAllBytes();
        }
    }

    private static SealHeader header(byte[] front) throws IOException {
        var rest = new ByteArrayInputStream(front, SealHeader.FIXED, front.length - SealHeader.FIXED);
        return SealHeader.read(front, rest);
    }

    private static byte[] about(VaultKey key) {
        return (ABOUT + key.value()).getBytes(StandardCharsets.UTF_8);
    }
}
