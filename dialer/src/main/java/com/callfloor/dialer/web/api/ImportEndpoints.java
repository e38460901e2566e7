package com.callfloor.dialer.web.api;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.callfloor.dialer.cases.CaseDelivery;
import com.callfloor.dialer.cases.CaseFileImporter;
import com.callfloor.dialer.cases.CaseFileImporter.UnusableCaseFile;
import com.callfloor.dialer.cases.DeliveryKind;
import com.callfloor.dialer.cases.ImportBook;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.JsonBody;
import com.callfloor.dialer.web.http.Page;
import com.callfloor.dialer.web.http.ProblemException;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Query;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.http.Thing;
import com.callfloor.dialer.web.json.ImportJson;
import com.callfloor.dialer.web.upload.Uploads;
import com.callfloor.dialer.words.Objection;
import com.callfloor.dialer.words.Words;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;

/** Takes in case files. */
public final class ImportEndpoints {
    private static final Map<String, String> KINDS = Map.of("text/csv", ".csv",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");
    /** A plain name: shown to people and stored, never used as a path. */
    private static final Pattern PLAIN = Pattern.compile("[^/\\\\\\p{Cntrl}]{1,200}");

    private static final String IMPORTS = "The imports";
    private static final int MOST_REFS = 1_000;
    private static final int LONGEST_REF = 64;
    private static final int LONGEST_LENDER = 128;
    private static final int LONGEST_WHY = 200;

    private final CaseFileImporter importer;
    private final ImportBook book;
    private final InstantSource clock;
    private final Blocking quick;
    private final Blocking slow;
    private final Uploads uploads;
    private final long limit;

    /** Made once; {@code limit}: the longest case file, in bytes; {@code clock}: the floor's. */
    public ImportEndpoints(CaseFileImporter importer, ImportBook book, InstantSource clock, Blocking quick,
            Blocking slow, Uploads uploads, long limit) {
        this.importer = importer;
        this.book = book;
        this.clock = clock;
        this.quick = quick;
        this.slow = slow;
        this.uploads = uploads;
        this.limit = limit;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.IMPORT, this::take)
                .on(Operation.IMPORTS, this::list)
                .on(Operation.IMPORT_STATE, this::one)
                .on(Operation.REJECTED_ROWS, this::rejected)
                .on(Operation.CONFIRM_IMPORT, this::confirm)
                .on(Operation.WITHDRAW_CASES, this::withdraw);
    }

    private Future<Reply> list(Exchange exchange) {
        Page<Long> page = Page.of(exchange.query(Set.of("limit", "after")), ImportEndpoints::key);
        return quick.call(IMPORTS, () -> book.page(page.after().orElse(null), page.fetch()))
                .map(found -> Reply.ok(page.list(found, each -> ImportJson.state(each, clock.instant()),
                        each -> Long.toString(each.id()))));
    }

    private static Optional<Long> key(String text) {
        return text.matches("[1-9][0-9]{0,17}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private Future<Reply> one(Exchange exchange) {
        exchange.query(Set.of());
        long id = exchange.numericId(Thing.IMPORT);
        return quick.call(IMPORTS, () -> book.byId(id))
                .map(found -> Reply.ok(ImportJson.state(found.orElseThrow(ImportEndpoints::unknown), clock.instant())));
    }

    private static ProblemException unknown() {
        return Problems.notFound(Thing.IMPORT);
    }

    private Future<Reply> rejected(Exchange exchange) {
        exchange.query(Set.of());
        long id = exchange.numericId(Thing.IMPORT);
        return quick.call(IMPORTS, () -> importer.rejects(id)).compose(file -> {
            Path path = file.orElseThrow(() -> Problems.notFound("file of rejected rows of this import", "此次导入的被拒行文件"));
            return exchange.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "text/csv; charset=utf-8")
                    .putHeader("Content-Disposition", "attachment; filename=\"import-" + id + ".rejected.csv\"")
                    .sendFile(path.toString())
                    .map(sent -> new Reply.Written());
        });
    }

    private Future<Reply> confirm(Exchange exchange) {
        exchange.query(Set.of());
        long id = exchange.numericId(Thing.IMPORT);
        String by = exchange.caller().user().login();
        return slow.call(IMPORTS, () -> {
            try {
                return Reply.ok(ImportJson.state(importer.confirm(id, by).orElseThrow(ImportEndpoints::unknown),
                        clock.instant()));
            } catch (Objection e) {
                throw Problems.conflict(e.words());
            }
        });
    }

    private Future<Reply> withdraw(Exchange exchange) {
        JsonBody body = exchange.json();
        List<String> refs = body.texts("refs", MOST_REFS, LONGEST_REF);
        String why = body.optionalText("why", LONGEST_WHY).orElse("withdrawn by the lender");
        if (refs.isEmpty()) {
            body.error("refs", "must name at least one case by its reference", "至少填写一个案件编号");
        }
        body.check();
        return quick.call("The cases", () -> importer.withdraw(refs, why))
                .map(withdrawn -> Reply.ok(new JsonObject().put("withdrawn", withdrawn)));
    }

    private Future<Reply> take(Exchange exchange) {
        String ending = KINDS.getOrDefault(MediaTypes.require(exchange.request(), KINDS.keySet()), "");
        Query query = exchange.query(Set.of("name", "lender", "kind"));
        String name = fileName(query, ending);
        Optional<String> lender = query.text("lender").filter(given -> {
            if (given.length() > LONGEST_LENDER) {
                throw Problems.badParameter("lender",
                        Words.of("must be at most %d characters", "最多 %d 个字符", LONGEST_LENDER));
            }
            return true;
        });
        Optional<DeliveryKind> kind = query.text("kind").map(ImportEndpoints::kind);
        Instant arrivedAt = clock.instant();
        return uploads.with(exchange, limit, file -> slow.call("The import", () -> {
            try {
                return Reply.ok(ImportJson.result(importer.importFile(
                        new CaseDelivery(name, file, lender, kind, Optional.of(arrivedAt)))));
            } catch (UnusableCaseFile e) {
                throw Problems.invalid("file", e.words());
            }
        }));
    }

    /** The name of an uploaded CSV or XLSX, as its sender gives it; any other kind is refused. */
    static String fileName(Exchange exchange) {
        String ending = KINDS.getOrDefault(MediaTypes.require(exchange.request(), KINDS.keySet()), "");
        return fileName(exchange.query(Set.of("name")), ending);
    }

    private static String fileName(Query query, String ending) {
        String name = query.text("name").orElse("upload" + ending);
        if (!PLAIN.matcher(name).matches() || !name.endsWith(ending)) {
            throw Problems.badParameter("name",
                    Words.of("must be the file's own name without folders, ending in %s", "须为不含文件夹的文件名，以 %s 结尾",
                            ending));
        }
        return name;
    }

    private static DeliveryKind kind(String text) {
        return switch (text) {
            case "full" -> DeliveryKind.FULL;
            case "delta" -> DeliveryKind.DELTA;
            default -> throw Problems.badParameter("kind", "must be full or delta", "须为 full 或 delta");
        };
    }
}
