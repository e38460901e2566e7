package com.callfloor.dialer.recordings;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP whose last file, SHA256SUMS, lists the hashes of all others as {@code sha256sum -c} reads them. For one thread. */
public final class EvidenceZip implements Closeable {
    public static final String SUMS = "SHA256SUMS";
    private static final int PIECE = 64 * 1024;

    private final ZipOutputStream zip;
    private final Instant at;
    private final StringBuilder sums = new StringBuilder();

    /** {@code comment} is shown by whoever opens the file; {@code at} is the time of every entry. */
    public EvidenceZip(OutputStream out, String comment, Instant at) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.at = at;
        zip.setComment(comment);
        zip.setLevel(Deflater.BEST_SPEED);
    }

    /** Size and SHA-256 of what was put in, lower-case hex. */
    public record Hashed(long bytes, String sha256) {}

    /** Puts a file in as it comes. */
    public Hashed put(String name, InputStream content) throws IOException {
        MessageDigest digest = sha256();
        begin(name);
        byte[] piece = new byte[PIECE];
        long bytes = 0;
        for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
            digest.update(piece, 0, read);
            zip.write(piece, 0, read);
            bytes += read;
        }
        zip.closeEntry();
        String hash = HexFormat.of().formatHex(digest.digest());
        sums.append(hash).append("  ").append(name).append('\n');
        return new Hashed(bytes, hash);
    }

    public Hashed put(String name, String text) throws IOException {
        return put(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.from(at));
        zip.putNextEntry(entry);
    }

    /** Adds the hashes; without this the ZIP cannot be opened. */
    public void finish() throws IOException {
        begin(SUMS);
        zip.write(sums.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
