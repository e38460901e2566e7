package com.callfloor.dialer.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

import com.callfloor.recorder.vault.Folders;

/** The chain's newest entry, kept in a file outside the database: who cuts the chain's end off cannot reach it there. */
final class ChainHead {
    private static final String OLDER_CHAINED = "older-chained";
    private static final int HASH_LENGTH = 64;

    private final Path file;

    ChainHead(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** An entry's number and hash. */
    record Head(long seq, String hash) {}

    /** {@code olderChained}: whether nothing is taken in any more as older than the chain. */
    record Anchor(Head head, boolean olderChained) {}

    void write(Head head) {
        try {
            write(new Anchor(head, false));
        } catch (IOException e) {
            throw new UncheckedIOException("the head of the chain cannot be written to " + file, e);
        }
    }

    /** Survives a power cut. */
    void write(Anchor anchor) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        String text = anchor.head().seq() + " " + anchor.head().hash()
                + (anchor.olderChained() ? " " + OLDER_CHAINED : "") + "\n";
        try (FileChannel channel = FileChannel.open(next, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Path folder = file.getParent();
        if (folder != null) {
            Folders.force(folder);
        }
    }

    /** As {@link #anchored}, with unchecked exceptions. */
    Optional<Head> read() {
        try {
            return anchored().map(Anchor::head);
        } catch (IOException e) {
            throw new UncheckedIOException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Empty if none was written yet.
     *
     * @throws IOException when it cannot be read, or does not hold what was written
     */
    Optional<Anchor> anchored() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> words = List.of(Files.readString(file).strip().split(" ", -1));
        try {
            var head = new Head(Long.parseLong(words.getFirst()), words.get(1));
            boolean olderChained = words.size() == 3 && words.get(2).equals(OLDER_CHAINED);
            if (head.hash().length() == HASH_LENGTH && (words.size() == 2 || olderChained)) {
                return Optional.of(new Anchor(head, olderChained));
            }
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new IOException(notAsWritten(), e);
        }
        throw new IOException(notAsWritten());
    }

    private String notAsWritten() {
        return file + " does not hold a number and a hash as they were written";
    }
}
