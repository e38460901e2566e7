package com.callfloor.dialer.app;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;

import com.callfloor.dialer.app.DropFolder.Taken;
import com.callfloor.dialer.app.InboxScan.Waiting;
import com.callfloor.dialer.cases.intake.CaseFileException;
import com.callfloor.dialer.payments.PaymentImport;
import com.callfloor.dialer.web.PaymentParts;
import com.callfloor.dialer.web.json.PaymentJson;
import io.vertx.core.json.JsonObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The drop folder of postings. A file that is taken twice adds nothing the second time: its rows are known then. */
final class PostingInbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostingInbox.class);

    private final PaymentParts payments;
    private final DropFolder folder;

    /** Begins to look; {@code clock}: the floor's. */
    PostingInbox(InboxSettings settings, PaymentParts payments, Clock clock) throws IOException {
        this.payments = payments;
        this.folder = new DropFolder("posting-inbox", settings, clock, this::take);
    }

    private Taken take(Waiting file) throws IOException {
        try {
            PaymentImport.Result result = payments.importer().importFile(file.name(), file.path());
            JsonObject told = PaymentJson.imported(result);
            told.remove("rejected");
            return new Taken(true, told, payments.book()
                    .rejected(result.id())
                    .map(rows -> rejected -> Files.writeString(rejected, rows)));
        } catch (CaseFileException e) {
            LOG.warn("a file of postings could not be imported: {}", e.getMessage());
            return Taken.failed(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        folder.close();
    }
}
