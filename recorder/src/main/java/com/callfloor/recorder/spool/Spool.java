package com.callfloor.recorder.spool;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The folder into which the PBX writes {@code <attempt id>.raw}. Paths are made from UUIDs only, never from a string
 * that somebody sent; links are not followed. Thread-safe.
 */
public final class Spool {
    private static final String SUFFIX = ".raw";
    private static final int UUID_LENGTH = 36;

    private final Path folder;

    public Spool(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /**
     * The attempt's raw file as it looks now; empty if there is none.
     *
     * @throws IOException when the folder itself cannot be looked into, so that an unmounted spool is never mistaken for
     *     a recording that was not made
     */
    public Optional<RawFile> find(UUID attemptId) throws IOException {
        Path path = folder.resolve(attemptId + SUFFIX);
        try {
            return look(attemptId, path);
        } catch (NoSuchFileException e) {
            requireFolder();
            return Optional.empty();
        }
    }

    /** Everything in the folder, now. */
    public SpoolListing list() throws IOException {
        requireFolder();
        List<RawFile> raws = new ArrayList<>();
        List<String> strangers = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                sort(entry, raws, strangers);
            }
        }
        return new SpoolListing(raws, strangers);
    }

    /** Whether the file still looks as it did. */
    public boolean unchanged(RawFile raw) throws IOException {
        return find(raw.attemptId()).equals(Optional.of(raw));
    }

    /** Removes the attempt's raw file; nothing happens if it is gone already. */
    public void delete(RawFile raw) throws IOException {
        Files.deleteIfExists(raw.path());
    }

    /** Bytes that the PBX can still write. */
    public long freeBytes() throws IOException {
        requireFolder();
        return Files.getFileStore(folder).getUsableSpace();
    }

    private void sort(Path entry, List<RawFile> raws, List<String> strangers) throws IOException {
        String name = String.valueOf(entry.getFileName());
        Optional<UUID> attemptId = attemptIdOf(name);
        try {
            Optional<RawFile> raw = attemptId.isPresent() ? look(attemptId.get(), entry) : Optional.empty();
            raw.ifPresentOrElse(raws::add, () -> strangers.add(name));
        } catch (NoSuchFileException e) {
            // Taken in by another worker since the folder was opened.
            return;
        }
    }

    private static Optional<RawFile> look(UUID attemptId, Path path) throws IOException {
        var attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return attributes.isRegularFile()
                ? Optional.of(new RawFile(attemptId, path, attributes.size(), attributes.lastModifiedTime()))
                : Optional.empty();
    }

    /** UUID.fromString takes short and upper-case forms too; only the canonical one is an attempt's. */
    private static Optional<UUID> attemptIdOf(String name) {
        if (name.length() != UUID_LENGTH + SUFFIX.length() || !name.endsWith(SUFFIX)) {
            return Optional.empty();
        }
        String id = name.substring(0, UUID_LENGTH);
        try {
            return Optional.of(UUID.fromString(id)).filter(uuid -> uuid.toString().equals(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void requireFolder() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder + " (the spool folder; is it mounted, and may this user read it?)");
        }
    }
}
