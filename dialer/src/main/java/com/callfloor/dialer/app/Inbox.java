package com.callfloor.dialer.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import com.callfloor.dialer.app.DropFolder.Rejects;
import com.callfloor.dialer.app.DropFolder.Taken;
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

/** The drop folder of case files. */
final class Inbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final Duration WARN_EVERY = Duration.ofMinutes(1);

    private final CaseImport importer;
    private final ImportBook book;
    private final Clock clock;
    private final DropFolder folder;

    /** Begins to look; {@code clock}: the floor's. */
    Inbox(InboxSettings settings, CaseImport importer, ImportBook book, Clock clock) throws IOException {
        this.importer = importer;
        this.book = book;
        this.clock = clock;
        this.folder = new DropFolder("case-inbox", settings, clock, this::take);
        folder.every(WARN_EVERY, importer::warnOfLate);
    }

    /** Arrival counts on the floor's clock, which a demo may have moved. */
    private Taken take(Waiting file) throws IOException {
        Instant arrivedAt = file.since()
                .plus(Duration.between(Instant.now(), clock.instant()).truncatedTo(ChronoUnit.SECONDS))
                .truncatedTo(ChronoUnit.MICROS);
        Optional<ImportRecord> before = book.takenBefore(file.name(), FileHash.of(file.path()), arrivedAt);
        if (before.isPresent()) {
            return new Taken(true, ImportJson.state(before.get(), clock.instant()), rejects(before.get().id()));
        }
        try {
            ImportResult result = importer.importFile(new CaseDelivery(file.name(), file.path(), file.lender(),
                    Optional.empty(), Optional.of(arrivedAt)));
            JsonObject told = ImportJson.result(result);
            told.remove("rejected");
            return new Taken(true, told, rejects(result.id()));
        } catch (UnusableCaseFile e) {
            LOG.warn("a file of the drop folder could not be imported: {}", e.getMessage());
            return Taken.failed(String.valueOf(e.getMessage()));
        }
    }

    private Optional<Rejects> rejects(long importId) {
        return importer.rejects(importId)
                .map(rows -> file -> Files.copy(rows, file, StandardCopyOption.REPLACE_EXISTING));
    }

    @Override
    public void close() {
        folder.close();
    }
}
