package com.callfloor.dialer.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which files of the drop folder are complete. For one thread. */
final class InboxScan {
    private static final Set<String> OURS = Set.of("done", "failed");
    /** What programs call a file that they are still writing. */
    private static final List<String> UNFINISHED = List.of(".part", ".tmp", ".filepart", ".crdownload", "~");

    private final Path folder;
    private final Duration settle;
    private Map<Path, Seen> seen = new HashMap<>();

    InboxScan(Path folder, Duration settle) {
        this.folder = folder;
        this.settle = settle;
    }

    /**
     * A complete file.
     *
     * @param lender the folder that it lies in; empty: the drop folder itself
     * @param since when it came, or was last written to
     */
    record Waiting(Path path, String name, Optional<String> lender, Instant since) {}

    /** Size and times of a file, and since when they stand; {@code changed}: by the file system's clock. */
    private record Seen(long size, FileTime modified, Instant changed, Instant standsSince) {
        boolean sameAs(Seen other) {
            return size == other.size && modified.equals(other.modified) && changed.equals(other.changed);
        }
    }

    /** Oldest first. {@code now}: by the same clock as the file system's. */
    List<Waiting> complete(Instant now) throws IOException {
        Map<Path, Seen> found = new HashMap<>();
        List<Waiting> complete = new ArrayList<>();
        for (Path file : files()) {
            Optional<Seen> looked = look(file, now);
            if (looked.isPresent()) {
                Seen before = seen.get(file);
                Seen is = before != null && before.sameAs(looked.get()) ? before : looked.get();
                found.put(file, is);
                boolean quiet = Duration.between(is.standsSince(), now).compareTo(settle) >= 0
                        || Duration.between(is.changed(), now).compareTo(settle.multipliedBy(2)) >= 0;
                if (quiet) {
                    complete.add(new Waiting(file, String.valueOf(file.getFileName()), lender(file), is.changed()));
                }
            }
        }
        seen = found;
        complete.sort(Comparator.comparing(Waiting::since).thenComparing(Waiting::path));
        return complete;
    }

    private Optional<String> lender(Path file) {
        Path parent = file.getParent();
        return parent == null || parent.equals(folder)
                ? Optional.empty()
                : Optional.of(String.valueOf(parent.getFileName()));
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path path : all.toList()) {
                String name = String.valueOf(path.getFileName());
                if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && !OURS.contains(name)) {
                    try (Stream<Path> within = Files.list(path)) {
                        within.forEach(files::add);
                    }
                } else {
                    files.add(path);
                }
            }
        }
        files.removeIf(file -> !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || isUnfinished(file));
        return files;
    }

    private static boolean isUnfinished(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(".") || name.startsWith("~") || UNFINISHED.stream().anyMatch(name::endsWith);
    }

    /** Empty if it has just gone. */
    private static Optional<Seen> look(Path file, Instant now) throws IOException {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return Optional.of(
                    new Seen(attributes.size(), attributes.lastModifiedTime(), changed(file, attributes), now));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** When it was written to or renamed into its place; where the system does not keep that, when it was written to. */
    private static Instant changed(Path file, BasicFileAttributes attributes) throws IOException {
        try {
            return ((FileTime) Files.getAttribute(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS)).toInstant();
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return attributes.lastModifiedTime().toInstant();
        }
    }
}
