package com.callfloor.dialer.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import com.callfloor.dialer.app.InboxScan.Waiting;
import com.callfloor.dialer.cases.CaseDelivery;
import com.callfloor.dialer.cases.CaseFileImporter.ImportResult;
import com.callfloor.dialer.cases.CaseFileImporter.UnusableCaseFile;
import com.callfloor.dialer.cases.ImportBook;
import com.callfloor.dialer.cases.ImportBook.ImportRecord;
import com.callfloor.dialer.web.json.ImportJson;
import io.vertx.core.json.JsonObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The drop folder: takes what is put there, one file after the other, oldest first. A file stays where it is until its
 * end is written down, so that whatever happens between is done again, and not twice.
 */
final class Inbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration WARN_EVERY = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CaseImport importer;
    private final ImportBook book;
    private final Clock clock;
    private final Optional<InboxScan> scan;
    private final ScheduledExecutorService thread = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().name("case-inbox").daemon().factory());
    private Instant toldOfTrouble = Instant.EPOCH;

    /** Begins to look; {@code clock}: the floor's. */
    Inbox(InboxSettings settings, CaseImport importer, ImportBook book, Clock clock) throws IOException {
        this.importer = importer;
        this.book = book;
        this.clock = clock;
        if (settings.folder().isPresent()) {
            Files.createDirectories(settings.folder().get());
        }
        this.scan = settings.folder().map(folder -> new InboxScan(folder, settings.settle()));
        scan.ifPresent(each -> every(LOOK_EVERY, () -> look(each)));
        every(WARN_EVERY, importer::warnOfLate);
    }

    private void every(Duration pause, Runnable work) {
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
            LOG.warn("the drop folder cannot be worked on now; what is in it waits and is tried again", e);
        }
    }

    private void look(InboxScan folder) {
        try {
            for (Waiting file : folder.complete(Instant.now())) {
                take(file);
            }
        } catch (IOException e) {
            tellOfTrouble(e);
        }
    }

    /** Arrival counts on the floor's clock, which a demo may have moved. */
    private void take(Waiting file) throws IOException {
        Instant arrivedAt = file.since()
                .plus(Duration.between(Instant.now(), clock.instant()).truncatedTo(ChronoUnit.SECONDS))
                .truncatedTo(ChronoUnit.MICROS);
        Optional<ImportRecord> before = book.takenBefore(file.name(), FileHash.of(file.path()), arrivedAt);
        if (before.isPresent()) {
            settle(file, "done", ImportJson.state(before.get(), clock.instant()), before.get().id());
            return;
        }
        try {
            ImportResult result = importer.importFile(new CaseDelivery(file.name(), file.path(), file.lender(),
                    Optional.empty(), Optional.of(arrivedAt)));
            JsonObject told = ImportJson.result(result);
            told.remove("rejected");
            settle(file, "done", told, result.id());
        } catch (UnusableCaseFile e) {
            LOG.warn("a file of the drop folder could not be imported: {}", e.getMessage());
            settle(file, "failed", new JsonObject().put("problem", e.getMessage()), 0);
        }
    }

    /** The result is written first: once the file is gone from the inbox, it is there. */
    private void settle(Waiting file, String where, JsonObject result, long importId) throws IOException {
        Path folder = Files.createDirectories(file.path().resolveSibling(where));
        Path target = free(folder, file.name());
        Files.writeString(folder.resolve(target.getFileName() + ".result.json"), result.encodePrettily() + "\n");
        Optional<Path> rejects = importer.rejects(importId);
        if (rejects.isPresent()) {
            Files.copy(rejects.get(), folder.resolve(target.getFileName() + ".rejected.csv"),
                    StandardCopyOption.REPLACE_EXISTING);
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
                LOG.warn("an import from the drop folder did not break off in time; the next start does it again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
