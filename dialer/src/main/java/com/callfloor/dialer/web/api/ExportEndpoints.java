package com.callfloor.dialer.web.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.CaseDirectory;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.recordings.AccessBook.Access;
import com.callfloor.dialer.recordings.AccessBook.Kind;
import com.callfloor.dialer.recordings.ExportBook;
import com.callfloor.dialer.recordings.ExportBook.Exported;
import com.callfloor.dialer.recordings.ExportBook.Item;
import com.callfloor.dialer.recordings.ListeningRights;
import com.callfloor.dialer.recordings.ListeningRights.Ruling;
import com.callfloor.dialer.staff.User;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.JsonBody;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.http.Thing;
import com.callfloor.dialer.web.json.ExportPapers;
import com.callfloor.dialer.words.Words;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;

/** Recordings that leave the house as evidence: for a regulator, a court, a lender. */
public final class ExportEndpoints {
    static final int MOST = 500;
    private static final long LARGEST = 4L << 30;
    private static final String BOOK = "The book of exports";

    private final ExportBook book;
    private final ExportFolder folder;
    private final CaseDirectory cases;
    private final ListeningDesk listening;
    private final ListeningLog log;
    private final Blocking quick;
    private final Blocking slow;
    private final InstantSource clock;

    public ExportEndpoints(ExportBook book, ExportFolder folder, CaseDirectory cases, ListeningDesk listening,
            ListeningLog log, Blocking quick, Blocking slow, InstantSource clock) {
        this.book = book;
        this.folder = folder;
        this.cases = cases;
        this.listening = listening;
        this.log = log;
        this.quick = quick;
        this.slow = slow;
        this.clock = clock;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.EXPORT_RECORDINGS, this::export).on(Operation.RECORDING_EXPORT, this::show);
    }

    /** What is asked for: these recordings, or those of a case or a time. */
    private record Wanted(List<AttemptId> recordings, Optional<String> ofCase, Optional<Instant> from,
            Optional<Instant> to, String reason) {
        static Wanted of(JsonBody body) {
            List<AttemptId> recordings = body.texts("recordings", MOST, 36)
                    .stream()
                    .flatMap(text -> {
                        Optional<AttemptId> id = AttemptId.parse(text);
                        if (id.isEmpty()) {
                            body.error("recordings", Words.of("'%s' is not the id of a recording", "“%s”不是录音编号", text));
                        }
                        return id.stream();
                    })
                    .distinct()
                    .toList();
            Wanted wanted = new Wanted(recordings, body.optionalText("case", 200), body.instant("from"),
                    body.instant("to"), body.optionalText("reason", Accesses.LONGEST_REASON).orElse("").strip());
            boolean searched = wanted.ofCase.isPresent() || wanted.from.isPresent() || wanted.to.isPresent();
            if (!body.faulty() && recordings.isEmpty() == !searched) {
                body.error("recordings", "give either ids of recordings, or a case, a time or both",
                        "请填录音编号，或者案件、时段（可同时填）");
            }
            if (searched && wanted.ofCase.isEmpty() && (wanted.from.isEmpty() || wanted.to.isEmpty())) {
                body.error("from", "and to must both be given where no case is", "未填案件时，起止时间都须填写");
            }
            if (!Accesses.fits(wanted.reason)) {
                body.error("reason", Accesses.REASON_WANTED);
            }
            body.check();
            return wanted;
        }
    }

    private record Made(String id, Path file, long bytes) {}

    private Future<Reply> export(Exchange exchange) {
        exchange.query(Set.of());
        Wanted wanted = Wanted.of(exchange.json());
        return quick.call(BOOK, () -> items(exchange.caller().user(), wanted))
                .compose(items -> permitted(exchange, wanted, items))
                .compose(items -> make(exchange, wanted, items));
    }

    /** One more than permitted tells that there are too many. */
    private List<Item> items(User user, Wanted wanted) {
        List<Item> found = wanted.recordings.isEmpty()
                ? book.found(listening.scopeOf(user), wanted.ofCase.map(this::caseId).orElse(null),
                        wanted.from.orElse(null), wanted.to.orElse(null), MOST + 1)
                : book.chosen(wanted.recordings);
        Set<AttemptId> known = found.stream().map(Item::id).collect(Collectors.toSet());
        wanted.recordings.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw Problems.invalid("recordings", Words.of("there is no recording %s", "没有录音 %s", id));
        });
        if (found.isEmpty()) {
            throw Problems.invalid("case", "no recording that you may hear is there for this case and time",
                    "此案件和时段没有您可以收听的录音");
        }
        if (found.size() > MOST) {
            throw Problems.invalid("from", Words.of(
                    "and to span more than %d recordings; export a shorter time at once, and the next after it",
                    "所选时段超过 %d 条录音，请缩短时段，分次导出", MOST));
        }
        long bytes = found.stream().mapToLong(item -> item.bytes() == null ? 0 : item.bytes()).sum();
        if (bytes > LARGEST) {
            throw Problems.invalid("recordings", Words.of(
                    "are %d MB together; at most %d MB leave at once: export fewer, and the others after them",
                    "共 %d MB，一次最多导出 %d MB，请减少数量，分次导出", bytes >> 20, LARGEST >> 20));
        }
        return found;
    }

    private CaseId caseId(String text) {
        return CaseFilter.find(cases, text)
                .orElseThrow(() -> Problems.invalid("case", Words.of("there is no case %s", "没有案件 %s", text)));
    }

    /** All or nothing: whoever may not hear one of them gets none, and that was tried stands with it. */
    private Future<List<Item>> permitted(Exchange exchange, Wanted wanted, List<Item> items) {
        return quick.call(BOOK, () -> listening.rightsOf(exchange.caller().user())).compose(rights -> {
            Optional<Item> first = items.stream().filter(item -> refusal(rights, item).isPresent()).findFirst();
            if (first.isEmpty()) {
                return Future.succeededFuture(items);
            }
            AttemptId id = first.get().id();
            Words why = refusal(rights, first.get()).orElseThrow();
            return log.refused(exchange.caller(),
                    Accesses.of(exchange, clock.instant(), id, Kind.EXPORT, wanted.reason).refused(why.en()))
                    .transform(noted -> Future
                            .failedFuture(ListeningDesk.forbidden(Words.of("%s: %s", "%s：%s", id, why))));
        });
    }

    private static Optional<Words> refusal(ListeningRights rights, Item item) {
        return rights.on(item.recorded()) instanceof Ruling.Refused refused
                ? Optional.of(refused.why())
                : Optional.empty();
    }

    private Future<Reply> make(Exchange exchange, Wanted wanted, List<Item> items) {
        String id = UUID.randomUUID().toString();
        Instant at = clock.instant();
        User user = exchange.caller().user();
        List<Access> accesses = items.stream()
                .map(item -> Accesses.of(exchange, at, item.id(), Kind.EXPORT, wanted.reason).whole())
                .toList();
        ExportPapers papers = new ExportPapers(id, at, user, wanted.reason);
        Path file = folder.fileOf(id);
        return slow.call("The export", () -> {
            ExportFolder.Contents contents = folder.write(file, papers, at, items);
            // On disk before the first byte goes out: what is not noted does not leave.
            book.note(new ExportBook.Export(id, at, user, wanted.reason, items.size(), contents.manifest(),
                    contents.manifestSha256()), accesses);
            return new Made(id, file, Files.size(file));
        }).compose(made -> send(exchange, made)).eventually(() -> delete(file));
    }

    private static Future<Reply> send(Exchange exchange, Made made) {
        return exchange.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/zip")
                .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .putHeader("Content-Disposition", "attachment; filename=\"export-" + made.id() + ".zip\"")
                .sendFile(made.file().toString())
                .map(new Reply.Written());
    }

    /** Also of an export that its requester did not wait for: what is written into it then is lost, and no name is left. */
    private Future<Boolean> delete(Path file) {
        return quick.call("The folder of exports", () -> {
            try {
                return Files.deleteIfExists(file);
            } catch (IOException e) {
                // The next start removes it.
                return false;
            }
        });
    }

    private Future<Reply> show(Exchange exchange) {
        String id = exchange.id();
        User user = exchange.caller().user();
        return quick.call(BOOK, () -> {
            Exported found = book.byId(id).orElseThrow(() -> Problems.notFound(Thing.EXPORT));
            // A manifest tells of calls that others may not know of.
            if (!found.login().equals(user.login()) && !listening.scopeOf(user).all()) {
                throw ListeningDesk
                        .forbidden(new Words("This export is somebody else's, and you are limited to some recordings.",
                                "这是他人的导出，而您只能收听部分录音。"));
            }
            return Reply.ok(ExportPapers.exported(found));
        });
    }
}
