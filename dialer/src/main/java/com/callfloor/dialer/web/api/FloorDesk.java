package com.callfloor.dialer.web.api;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.web.http.ProblemException;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.json.DecisionJson;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** Brings the floor's replies back to the event loop, and turns refusals into problems. */
public final class FloorDesk {
    private static final String LATER = "Look at the floor's state before you try again.";

    private final Vertx vertx;
    private final Duration patience;

    /** Made once; {@code patience}: how long a client waits for the floor, which normally replies within milliseconds. */
    public FloorDesk(Vertx vertx, Duration patience) {
        this.vertx = vertx;
        this.patience = patience;
    }

    /** Succeeds if the floor accepted. */
    Future<Void> ask(CompletionStage<FloorReply> reply) {
        return see(reply).map(answer -> {
            if (answer instanceof FloorReply.Refused refused) {
                throw problem(refused);
            }
            if (answer instanceof FloorReply.Denied denied) {
                throw problem(denied.decision());
            }
            return null;
        });
    }

    /** What the floor answers. */
    <T> Future<T> see(CompletionStage<T> answer) {
        return Future.fromCompletionStage(answer, vertx.getOrCreateContext())
                .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .recover(broken -> Future.failedFuture(Problems.unavailable("The floor does not reply.", LATER)));
    }

    private static ProblemException problem(Decision decision) {
        String because = decision.findings()
                .stream()
                .filter(finding -> !finding.allows())
                .map(finding -> finding.rule() + ": " + decision.because(finding))
                .collect(Collectors.joining("; "));
        return Problems.denied(because, DecisionJson.decision(decision).getJsonArray("rules"));
    }

    private static ProblemException problem(FloorReply.Refused refused) {
        return switch (refused.code()) {
            case NO_SUCH_AGENT -> Problems.notFound("agent with this id");
            case NO_SUCH_PREVIEW -> Problems.notFound("preview with this id before you any more");
            case NO_SUCH_CALL -> Problems.notFound("call with this id");
            case NO_SUCH_CAMPAIGN -> Problems.notFound("campaign with this id");
            case NO_SUCH_TRUNK -> Problems.notFound("trunk of this name");
            case NOT_YOURS, NOT_NOW -> Problems.conflict(refused.why());
        };
    }
}
