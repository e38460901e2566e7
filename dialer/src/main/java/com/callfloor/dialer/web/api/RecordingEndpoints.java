package com.callfloor.dialer.web.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.CaseDirectory;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.recordings.RecordingAudio;
import com.callfloor.dialer.recordings.RecordingCatalogue;
import com.callfloor.dialer.recordings.RecordingCatalogue.RecordingView;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.audio.AudioResponder;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.Page;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Query;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.json.RecordingJson;
import io.vertx.core.Future;

/** Recordings: finding and hearing them. */
public final class RecordingEndpoints {
    private static final String CATALOGUE = "The recording catalogue";

    private final RecordingCatalogue catalogue;
    private final RecordingAudio audio;
    private final CaseDirectory cases;
    private final Blocking blocking;
    private final AudioResponder responder;

    public RecordingEndpoints(RecordingCatalogue catalogue, RecordingAudio audio, CaseDirectory cases,
            Blocking blocking, AudioResponder responder) {
        this.catalogue = catalogue;
        this.audio = audio;
        this.cases = cases;
        this.blocking = blocking;
        this.responder = responder;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.RECORDINGS, this::list)
                .on(Operation.RECORDING, this::show)
                .on(Operation.AUDIO,
                        this::hear);
    }

    private Future<Reply> list(Exchange exchange) {
        Query query = exchange.query(Set.of("case", "limit", "after"));
        Page<AttemptId> page = Page.of(query, AttemptId::parse);
        return blocking.call(CATALOGUE, () -> read(query.text("case"), page))
                .map(
                        found -> Reply
                                .ok(page.list(found, RecordingJson::view, recording -> recording.id().toString())));
    }

    private List<RecordingView> read(Optional<String> ofCase, Page<AttemptId> page) {
        Optional<CaseId> only = ofCase.flatMap(text -> CaseFilter.find(cases, text));
        return ofCase.isPresent() && only.isEmpty()
                ? List.of()
                : catalogue.page(only.orElse(null), page.after().orElse(null), page.fetch());
    }

    private Future<Reply> show(Exchange exchange) {
        AttemptId id = exchange.attempt();
        return blocking.call(CATALOGUE, () -> catalogue.byId(id))
                .map(found -> Reply
                        .ok(RecordingJson.view(found.orElseThrow(() -> Problems.notFound("recording with this id")))));
    }

    private Future<Reply> hear(Exchange exchange) {
        AttemptId id = exchange.attempt();
        return blocking.call("The recordings' store", () -> audio.open(id))
                .compose(found -> responder.answer(
                        exchange.request(),
                        found.orElseThrow(() -> Problems.notFound("stored recording with this id"))));
    }
}
