package com.callfloor.recorder.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A vault in a folder. An object is written beside its place, forced to the disk, moved there in one step, and the
 * folder is forced too. Files are readable by their owner only.
 */
public final class FileVault implements Vault {
    /** Begins with a dot, which no key segment can, so no object is ever in here. */
    private static final String INCOMING = ".incoming";

    private static final long LEAST_FREE_BYTES = 200L * 1024 * 1024;

    private final Path root;
    private final Path incoming;

    /** @throws IOException when the folder is not there and cannot be made */
    public FileVault(Path root) throws IOException {
        this.root = root.toAbsolutePath().normalize();
        this.incoming = this.root.resolve(INCOMING);
        Files.createDirectories(incoming);
    }

    @Override
    public void put(VaultKey key, InputStream content) throws IOException {
        Path place = place(key);
        Path part = Files.createTempFile(incoming, "", ".part");
        try {
            try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
                content.transferTo(Channels.newOutputStream(file));
                file.force(true);
            }
            Path folder = Folders.makeDurably(parent(place));
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
            Folders.force(folder);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @Override
    public InputStream open(VaultKey key) throws IOException {
        return Files.newInputStream(place(key));
    }

    @Override
    public InputStream open(VaultKey key, ByteRange range) throws IOException {
        SeekableByteChannel file = Files.newByteChannel(place(key));
        file.position(range.offset());
        return new RangeStream(Channels.newInputStream(file), range.length());
    }

    @Override
    public OptionalLong size(VaultKey key) throws IOException {
        try {
            return OptionalLong.of(Files.size(place(key)));
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        }
    }

    @Override
    public boolean delete(VaultKey key) throws IOException {
        Path place = place(key);
        boolean deleted = Files.deleteIfExists(place);
        if (deleted) {
            Folders.force(parent(place));
        }
        return deleted;
    }

    @Override
    public void list(Listing listing) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return folder.equals(incoming) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                show(root.relativize(file).toString(), attributes.isRegularFile(), listing);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
                if (why instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw why;
            }
        });
    }

    private static void show(String name, boolean regular, Listing listing) throws IOException {
        Optional<VaultKey> key = regular ? VaultKey.parse(name) : Optional.empty();
        if (key.isPresent()) {
            listing.object(key.get());
        } else {
            listing.stranger(name);
        }
    }

    @Override
    public void probe() throws IOException {
        long free;
        try {
            free = Files.getFileStore(incoming).getUsableSpace();
        } catch (IOException e) {
            throw new IOException("the vault's folder cannot be read", e);
        }
        if (free < LEAST_FREE_BYTES) {
            throw new IOException("the vault's disk is nearly full");
        }
        if (!Files.isWritable(incoming)) {
            throw new IOException("the vault's folder cannot be written to");
        }
    }

    /**
     * Removes what a crash left half-written. Call it at start with a time well in the past by the machine's real clock,
     * such as a day ago: another process may be writing right now.
     *
     * @return how many were removed
     */
    public int clearLeftovers(Instant lastWrittenBefore) throws IOException {
        int cleared = 0;
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(incoming)) {
            for (Path part : parts) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(lastWrittenBefore)
                        && Files.deleteIfExists(part)) {
                    cleared++;
                }
            }
        }
        return cleared;
    }

    private Path place(VaultKey key) {
        Path place = root.resolve(key.value()).normalize();
        // VaultKey rules this out; should its rule ever be loosened, nothing outside is touched all the same.
        if (!place.startsWith(root) || place.equals(root)) {
            throw new IllegalArgumentException("the key leaves the vault: " + key);
        }
        return place;
    }

    private Path parent(Path place) {
        Path parent = place.getParent();
        return parent == null ? root : parent;
    }
}
