package com.callfloor.dialer.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** The chain's newest entry, kept in a file outside the database: who cuts the chain's end off cannot reach it there. */
final class ChainHead {
    private final Path file;

    ChainHead(Path file) {
        this.file = file;
    }

    /** An entry's number and hash. */
    record Head(long seq, String hash) {}

    void write(Head head) {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(next, head.seq() + " " + head.hash() + "\n");
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the head of the chain cannot be written to " + file, e);
        }
    }

    /** Empty if none was written yet. */
    Optional<Head> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            List<String> words = List.of(Files.readString(file).strip().split(" ", -1));
            return Optional.of(new Head(Long.parseLong(words.getFirst()), words.get(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new IllegalStateException(file + " must hold a number and a hash; it was edited", e);
        }
    }
}
