package com.callfloor.dialer.web.api;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import com.callfloor.dialer.cases.CaseFileImporter;
import com.callfloor.dialer.cases.CaseFileImporter.UnusableCaseFile;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.Problem.FieldError;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.json.ImportJson;
import com.callfloor.dialer.web.upload.Uploads;
import io.vertx.core.Future;

/** Takes in case files. */
public final class ImportEndpoints {
    private static final Map<String, String> KINDS = Map.of("text/csv", ".csv",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");
    /** A plain name: shown to people and stored, never used as a path. */
    private static final Pattern PLAIN = Pattern.compile("[^/\\\\\\p{Cntrl}]{1,200}");

    private final CaseFileImporter importer;
    private final Blocking slow;
    private final Uploads uploads;
    private final long limit;

    /** Made once; {@code limit}: the longest case file, in bytes. */
    public ImportEndpoints(CaseFileImporter importer, Blocking slow, Uploads uploads, long limit) {
        this.importer = importer;
        this.slow = slow;
        this.uploads = uploads;
        this.limit = limit;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.IMPORT, this::take);
    }

    private Future<Reply> take(Exchange exchange) {
        String name = fileName(exchange);
        return uploads.with(exchange.request(), limit, file -> slow.call("The import", () -> {
            try {
                return Reply.ok(ImportJson.result(importer.importFile(name, file)));
            } catch (UnusableCaseFile e) {
                throw Problems.invalid("file", String.valueOf(e.getMessage()));
            }
        }));
    }

    /** The name of an uploaded CSV or XLSX, as its sender gives it; any other kind is refused. */
    static String fileName(Exchange exchange) {
        String ending = KINDS.getOrDefault(MediaTypes.require(exchange.request(), KINDS.keySet()), "");
        String name = exchange.query(Set.of("name")).text("name").orElse("upload" + ending);
        if (!PLAIN.matcher(name).matches() || !name.endsWith(ending)) {
            throw Problems.badParameters(List.of(new FieldError("name",
                    "must be the file's own name without folders, ending in " + ending)));
        }
        return name;
    }
}
