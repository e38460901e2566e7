package com.callfloor.dialer.web.api;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.CaseDirectory;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.recordings.AccessBook;
import com.callfloor.dialer.recordings.AccessBook.Kind;
import com.callfloor.dialer.recordings.ListeningRights.Scope;
import com.callfloor.dialer.recordings.RecordingAudio;
import com.callfloor.dialer.recordings.RecordingAudio.Audio;
import com.callfloor.dialer.recordings.RecordingCatalogue;
import com.callfloor.dialer.recordings.RecordingCatalogue.RecordingView;
import com.callfloor.dialer.recordings.RecordingWaveforms;
import com.callfloor.dialer.staff.User;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.api.Accesses.Purpose;
import com.callfloor.dialer.web.audio.AudioResponder;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.Page;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Query;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.http.Thing;
import com.callfloor.dialer.web.json.RecordingJson;
import io.vertx.core.Future;

/** Recordings: finding and hearing them. */
public final class RecordingEndpoints {
    private static final String CATALOGUE = "The recording catalogue";

    private final RecordingCatalogue catalogue;
    private final RecordingAudio audio;
    private final RecordingWaveforms waveforms;
    private final CaseDirectory cases;
    private final Blocking blocking;
    private final AudioResponder responder;
    private final ListeningDesk listening;
    private final ListeningLog log;
    private final AccessBook accesses;
    private final InstantSource clock;

    public RecordingEndpoints(RecordingCatalogue catalogue, RecordingAudio audio, RecordingWaveforms waveforms,
            CaseDirectory cases, Blocking blocking, AudioResponder responder, ListeningDesk listening, ListeningLog log,
            AccessBook accesses, InstantSource clock) {
        this.catalogue = catalogue;
        this.audio = audio;
        this.waveforms = waveforms;
        this.cases = cases;
        this.blocking = blocking;
        this.responder = responder;
        this.listening = listening;
        this.log = log;
        this.accesses = accesses;
        this.clock = clock;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.RECORDINGS, this::list)
                .on(Operation.RECORDING, this::show)
                .on(Operation.ACCESSES, this::accesses)
                .on(Operation.AUDIO, this::hear)
                .on(Operation.WAVEFORM, this::see);
    }

    private Future<Reply> list(Exchange exchange) {
        Query query = exchange.query(Set.of("case", "limit", "after"));
        Page<AttemptId> page = Page.of(query, AttemptId::parse);
        return blocking.call(CATALOGUE, () -> read(exchange.caller().user(), query.text("case"), page))
                .map(
                        found -> Reply
                                .ok(page.list(found, RecordingJson::view, recording -> recording.id().toString())));
    }

    private List<RecordingView> read(User user, Optional<String> ofCase, Page<AttemptId> page) {
        Scope scope = listening.scopeOf(user);
        Optional<CaseId> only = ofCase.flatMap(text -> CaseFilter.find(cases, text));
        return ofCase.isPresent() && only.isEmpty()
                ? List.of()
                : catalogue.page(scope, only.orElse(null), page.after().orElse(null), page.fetch());
    }

    private Future<Reply> show(Exchange exchange) {
        AttemptId id = exchange.attempt();
        return listening.admit(exchange, id, Kind.LOOK, null).compose(admitted -> blocking.call(CATALOGUE, () -> {
            RecordingView found = catalogue.byId(id).orElseThrow(() -> Problems.notFound(Thing.RECORDING));
            return RecordingJson.whole(found, catalogue.pauses(id));
        })).map(Reply::ok);
    }

    private Future<Reply> accesses(Exchange exchange) {
        AttemptId id = exchange.attempt();
        Page<Long> page = Page.of(exchange.query(Set.of("limit", "after")), Keys::number);
        return listening.admit(exchange, id, Kind.LOOK, null)
                .compose(admitted -> blocking.call(CATALOGUE,
                        () -> accesses.of(id, page.after().orElse(null), page.fetch())))
                .map(found -> Reply.ok(page.list(found, RecordingJson::access, each -> Long.toString(each.id()))));
    }

    private Future<Reply> see(Exchange exchange) {
        AttemptId id = exchange.attempt();
        return listening.admit(exchange, id, Kind.LOOK, null)
                .compose(admitted -> blocking.call(CATALOGUE, () -> waveforms.of(id)))
                .map(found -> new Reply.Text(200, "application/json",
                        found.orElseThrow(
                                () -> Problems.notFound("recording with this id that has a waveform", "此编号且有波形的录音"))));
    }

    private static boolean asWav(Query query) {
        Optional<String> format = query.text("format");
        format.filter(text -> !text.equals("wav")).ifPresent(text -> {
            throw Problems.badParameter("format", "must be wav, or not be there: then it comes as it is kept",
                    "须为 wav；不填则按保存的格式提供");
        });
        return format.isPresent();
    }

    private Future<Reply> hear(Exchange exchange) {
        AttemptId id = exchange.attempt();
        Query query = exchange.query(Set.of("format", "download", "reason"));
        boolean asWav = asWav(query);
        Purpose purpose = Purpose.of(query);
        return listening.admit(exchange, id, purpose.kind(), purpose.reason())
                .compose(admitted -> blocking.call("The recordings' store",
                        () -> asWav ? audio.openAsWav(id) : audio.open(id)))
                .compose(found -> {
                    Audio sound = found
                            .orElseThrow(() -> Problems.notFound("stored recording with this id", "此编号的已入库录音"));
                    if (purpose.kind() == Kind.DOWNLOAD) {
                        exchange.response().putHeader("Content-Disposition", "attachment; filename=\"" + id + "\"");
                    }
                    return responder.answer(exchange.request(), sound, (first, last) -> log.heard(exchange.caller(),
                            Accesses.of(exchange, clock.instant(), id, purpose.kind(), purpose.reason())
                                    .bytes(first, last)));
                });
    }
}
