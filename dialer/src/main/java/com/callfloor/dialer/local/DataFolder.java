package com.callfloor.dialer.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Folders that are there whole or not at all: made beside their place and renamed into it, so that a kill in the middle
 * leaves only something that the next start throws away.
 */
final class DataFolder {
    static final String DATA = "data";
    private static final String UNFINISHED = ".unfinished";
    private static final String LOCK = ".lock";

    private DataFolder() {}

    /** Lets somebody fill a folder, then puts it where it belongs. Of several processes at once only the first does so. */
    static synchronized void makeWhole(Path place, Consumer<Path> fill) {
        Path unfinished = place.resolveSibling(place.getFileName() + UNFINISHED);
        try (FileChannel channel = lockOf(place)) {
            var unused = channel.lock();
            if (Files.isDirectory(place)) {
                return;
            }
            delete(unfinished);
            Files.createDirectories(unfinished);
            fill.accept(unfinished);
            Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LocalFloorException("The folder %s cannot be made".formatted(place), e);
        }
    }

    private static FileChannel lockOf(Path place) throws IOException {
        Path lock = place.toAbsolutePath().resolveSibling(place.getFileName() + LOCK);
        Files.createDirectories(lock.resolveSibling(""));
        return FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /**
     * A server's folder whose data lie in {@code data}: those of before, or else a copy of the empty ones.
     *
     * @return {@code home}
     */
    static Path ready(Path home, Path empty) {
        if (!Files.isDirectory(home.resolve(DATA))) {
            makeWhole(home.resolve(DATA), unfinished -> copy(empty, unfinished));
        }
        return home;
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path source : all.filter(path -> !path.equals(from)).toList()) {
                Files.copy(source, to.resolve(from.relativize(source).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> deepestFirst;
            try (Stream<Path> all = Files.walk(folder)) {
                deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }
}
