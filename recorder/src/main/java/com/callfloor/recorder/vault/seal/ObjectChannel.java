package com.callfloor.recorder.vault.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

import com.callfloor.recorder.vault.ByteRange;
import com.callfloor.recorder.vault.Vault;
import com.callfloor.recorder.vault.VaultKey;
import org.jspecify.annotations.Nullable;

/**
 * A vault's object, from one of its bytes on, as a channel. One stream is open at a time and read on for as long as it
 * goes forward, so that a whole segment is one request. Confined to one thread.
 */
final class ObjectChannel implements SeekableByteChannel {
    private static final int AT_ONCE = 64 * 1024;

    private final Vault vault;
    private final VaultKey key;
    private final long from;
    private final long size;
    private final byte[] front;
    private final byte[] buffer = new byte[AT_ONCE];
    private long position;
    private @Nullable InputStream stream;
    private long streamAt;
    private boolean open = true;
    private @Nullable IOException failure;

    /**
     * Opens nothing yet.
     *
     * @param from the object's byte that is the channel's first
     * @param stored the object's whole length
     * @param front the object's first bytes, which are here already
     */
    ObjectChannel(Vault vault, VaultKey key, long from, long stored, byte[] front) {
        this.vault = vault;
        this.key = key;
        this.from = from;
        this.size = stored - from;
        this.front = front;
    }

    /** What the vault itself said when it could not be read; null if it could. */
    @Nullable
    IOException failure() {
        return failure;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (!open) {
            throw new ClosedChannelException();
        }
        if (!target.hasRemaining()) {
            return 0;
        }
        if (position >= size) {
            return -1;
        }
        int read;
        try {
            read = position + from < front.length ? fromFront(target) : fromVault(target);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
        position += Math.max(read, 0);
        return read;
    }

    private int fromFront(ByteBuffer target) {
        int at = (int) (position + from);
        int some = Math.min(target.remaining(), front.length - at);
        target.put(front, at, some);
        return some;
    }

    private int fromVault(ByteBuffer target) throws IOException {
        InputStream in = streamAt(position + from);
        int read = in.read(buffer, 0, Math.min(buffer.length, target.remaining()));
        if (read > 0) {
            target.put(buffer, 0, read);
            streamAt += read;
        }
        return read;
    }

    private InputStream streamAt(long place) throws IOException {
        if (stream != null && streamAt == place) {
            return stream;
        }
        closeStream();
        InputStream fresh = vault.open(key, new ByteRange(place, from + size - place));
        stream = fresh;
        streamAt = place;
        return fresh;
    }

    private void closeStream() throws IOException {
        if (stream != null) {
            stream.close();
            stream = null;
        }
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long to) {
        position = to;
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long to) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() throws IOException {
        open = false;
        closeStream();
    }
}
