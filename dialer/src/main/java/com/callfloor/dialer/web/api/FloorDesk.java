package com.callfloor.dialer.web.api;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.web.http.ProblemException;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Thing;
import com.callfloor.dialer.web.json.DecisionJson;
import com.callfloor.dialer.words.Words;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** Brings the floor's replies back to the event loop, and turns refusals into problems. */
public final class FloorDesk {
    private static final Words SILENT = new Words(
            "The floor does not reply. Look at the floor's state before you try again.", "话务现场没有应答，请先查看现场状态再重试。");

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
                .recover(broken -> Future.failedFuture(Problems.unavailable(SILENT)));
    }

    private static ProblemException problem(Decision decision) {
        Words because = decision.findings()
                .stream()
                .filter(finding -> !finding.allows())
                .map(finding -> new Words(finding.rule() + ": " + decision.because(finding),
                        finding.rule() + "：" + decision.becauseChinese(finding)))
                .reduce(Words::and)
                .orElse(Words.NOTHING);
        return Problems.denied(because, DecisionJson.decision(decision).getJsonArray("rules"));
    }

    private static ProblemException problem(FloorReply.Refused refused) {
        return switch (refused.code()) {
            case NO_SUCH_AGENT -> Problems.notFound(Thing.AGENT);
            case NO_SUCH_PREVIEW -> Problems.notFound("preview with this id before you any more", "仍在您面前的此编号预览");
            case NO_SUCH_CALL -> Problems.notFound(Thing.CALL);
            case NO_SUCH_CAMPAIGN -> Problems.notFound(Thing.CAMPAIGN);
            case NO_SUCH_TRUNK -> Problems.notFound("trunk of this name", "此名称的线路");
            case NOT_YOURS, NOT_NOW -> Problems.conflict(refused.why());
        };
    }
}
