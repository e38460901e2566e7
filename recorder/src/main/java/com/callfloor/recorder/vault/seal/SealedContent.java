package com.callfloor.recorder.vault.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

import com.callfloor.recorder.vault.ByteRange;
import com.callfloor.recorder.vault.RangeStream;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;

/**
 * One object's content under its data key: AES-256-GCM in segments of 64 KiB (Tink's {@code AesGcmHkdfStreaming}), so
 * that a part can be read without what is before it. What belongs to the object by name is authenticated with each
 * segment.
 */
final class SealedContent {
    static final int DATA_KEY_BYTES = 32;
    private static final int SEGMENT = 64 * 1024;
    private static final int TAG = 16;
    private static final String KEY_DERIVATION = "HmacSha256";

    private final AesGcmHkdfStreaming cipher;
    private final byte[] about;

    SealedContent(byte[] dataKey, byte[] about) throws IOException {
        this.about = about;
        try {
            this.cipher = new AesGcmHkdfStreaming(dataKey, KEY_DERIVATION, DATA_KEY_BYTES, SEGMENT, 0);
        } catch (GeneralSecurityException e) {
            throw new IOException("this Java cannot encrypt recordings", e);
        }
    }

    static byte[] newDataKey(SecureRandom random) {
        byte[] key = new byte[DATA_KEY_BYTES];
        random.nextBytes(key);
        return key;
    }

    /** The length of what is inside, from the length of the encrypted content. */
    long plainBytes(long sealedBytes) throws IOException {
        long segments = Math.ceilDiv(sealedBytes, SEGMENT);
        long plain = sealedBytes - cipher.getHeaderLength() - segments * TAG;
        if (plain < 0) {
            throw new IOException("it was cut short");
        }
        return plain;
    }

    /** Encrypts while it is read. */
    InputStream seal(byte[] header, InputStream plain) throws IOException {
        var sink = new SealingStream.Sink();
        sink.writeBytes(header);
        try {
            return new SealingStream(plain, sink, cipher.newEncryptingStream(sink, about));
        } catch (GeneralSecurityException e) {
            throw new IOException("this recording cannot be encrypted", e);
        }
    }

    /** Decrypts while it is read, and closes {@code sealed}. */
    InputStream open(InputStream sealed) throws IOException {
        try {
            return cipher.newDecryptingStream(sealed, about);
        } catch (GeneralSecurityException e) {
            throw new IOException("this recording cannot be decrypted", e);
        }
    }

    /** Decrypts the part in the range, and closes {@code sealed}. */
    InputStream open(SeekableByteChannel sealed, ByteRange range) throws IOException {
        try {
            SeekableByteChannel plain = cipher.newSeekableDecryptingChannel(sealed, about);
            if (range.offset() >= plain.size() || range.length() == 0) {
                plain.close();
                return InputStream.nullInputStream();
            }
            plain.position(range.offset());
            return new RangeStream(Channels.newInputStream(plain), range.length());
        } catch (GeneralSecurityException e) {
            throw new IOException("this recording cannot be decrypted", e);
        }
    }
}
