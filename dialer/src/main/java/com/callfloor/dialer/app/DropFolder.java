package com.callfloor.dialer.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import com.callfloor.dialer.app.InboxScan.Waiting;
import io.vertx.core.json.JsonObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder whose files are taken, one after the other, oldest first. A file stays where it is until its end is written down,
 * so that whatever happens between is done again, and not twice.
 */
final class DropFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DropFolder.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration WARN_EVERY = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String name;
    private final Clock clock;
    private final ScheduledExecutorService thread;
    private Instant toldOfTrouble = Instant.EPOCH;

    /** Imports one file; an exception leaves it to be tried again. */
    @FunctionalInterface
    interface Taking {
        Taken take(Waiting file) throws IOException;
    }

    /** Puts the rows that were refused into a file. */
    @FunctionalInterface
    interface Rejects {
        void writeTo(Path file) throws IOException;
    }

    /** What became of a file. {@code usable}: else none of it could be taken. */
    record Taken(boolean usable, JsonObject result, Optional<Rejects> rejects) {
        static Taken failed(String problem) {
            return new Taken(false, new JsonObject().put("problem", problem), Optional.empty());
        }
    }

    /**
     * Begins to look; where the settings name no folder, it does nothing.
     *
     * @param name   of the folder and its thread, for people
     * @param clock  the floor's
     * @param taking on this folder's own thread
     */
    DropFolder(String name, InboxSettings settings, Clock clock, Taking taking) throws IOException {
        this.name = name;
        this.clock = clock;
        this.thread = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().name(name).daemon().factory());
        if (settings.folder().isPresent()) {
            Files.createDirectories(settings.folder().get());
        }
        settings.folder()
                .map(folder -> new InboxScan(folder, settings.settle()))
                .ifPresent(scan -> every(LOOK_EVERY, () -> look(scan, taking)));
    }

    /** Does something else on the same thread from time to time. */
    void every(Duration pause, Runnable work) {
        var unused = thread.scheduleWithFixedDelay(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                tellOfTrouble(e);
            }
        }, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A database that is away is away for every look: one line a minute is enough. */
    private void tellOfTrouble(Exception e) {
        Instant now = clock.instant();
        if (Duration.between(toldOfTrouble, now).abs().compareTo(WARN_EVERY) >= 0) {
            toldOfTrouble = now;
            LOG.warn("the drop folder {} cannot be worked on now; what is in it waits and is tried again", name, e);
        }
    }

    private void look(InboxScan folder, Taking taking) {
        try {
            for (Waiting file : folder.complete(Instant.now())) {
                settle(file, taking.take(file));
            }
        } catch (IOException e) {
            tellOfTrouble(e);
        }
    }

    /** The result is written first: once the file is gone from the folder, it is there. */
    private static void settle(Waiting file, Taken taken) throws IOException {
        Path folder = Files.createDirectories(file.path().resolveSibling(taken.usable() ? "done" : "failed"));
        Path target = free(folder, file.name());
        Files.writeString(folder.resolve(target.getFileName() + ".result.json"),
                taken.result().encodePrettily() + "\n");
        if (taken.rejects().isPresent()) {
            taken.rejects().get().writeTo(folder.resolve(target.getFileName() + ".rejected.csv"));
        }
        Files.move(file.path(), target);
    }

    /** The file's name; with a number behind it where an earlier file has that. */
    private static Path free(Path folder, String name) {
        Path target = folder.resolve(name);
        for (int again = 2; Files.exists(target); again++) {
            target = folder.resolve(name + "." + again);
        }
        return target;
    }

    /** What is being imported is broken off, and done again at the next start. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("an import from the drop folder {} did not break off in time; the next start does it again",
                        name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
