package com.callfloor.dialer.web.api;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallLog;
import com.callfloor.dialer.calls.Disposition;
import com.callfloor.dialer.cases.CaseCard;
import com.callfloor.dialer.cases.CaseDirectory;
import com.callfloor.dialer.cases.CaseDirectory.CaseView;
import com.callfloor.dialer.dispositions.Details;
import com.callfloor.dialer.dispositions.OwnDisposition;
import com.callfloor.dialer.dispositions.WrapUp;
import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.rules.Decision.Verdict;
import com.callfloor.dialer.rules.Reason;
import com.callfloor.dialer.rules.RulesDesk.Asked;
import com.callfloor.dialer.strategy.StagePlan.Offers;
import com.callfloor.dialer.supervision.FloorControl;
import com.callfloor.dialer.supervision.FloorWatch;
import com.callfloor.dialer.web.OutcomeBooks;
import com.callfloor.dialer.web.RulesBooks;
import com.callfloor.dialer.web.StrategyBooks;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.JsonBody;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.http.Thing;
import com.callfloor.dialer.web.json.DispositionJson;
import com.callfloor.dialer.words.Words;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** What agents say of their calls. */
public final class DispositionEndpoints {
    private static final int LONGEST_NOTE = 2000;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final FloorWatch watch;
    private final FloorControl control;
    private final FloorDesk desk;
    private final CallLog calls;
    private final CaseDirectory cases;
    private final RulesBooks rules;
    private final OutcomeBooks outcomes;
    private final StrategyBooks strategies;
    private final Blocking blocking;
    private final DetailsReader details;

    public DispositionEndpoints(FloorWatch watch, FloorControl control, FloorDesk desk, CallLog calls,
            CaseDirectory cases, RulesBooks rules, OutcomeBooks outcomes, StrategyBooks strategies,
            Blocking blocking) {
        this.watch = watch;
        this.control = control;
        this.desk = desk;
        this.calls = calls;
        this.cases = cases;
        this.rules = rules;
        this.outcomes = outcomes;
        this.strategies = strategies;
        this.blocking = blocking;
        this.details = new DetailsReader(outcomes.plan(), rules.clock());
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.DISPOSE, this::dispose).on(Operation.DISPOSITIONS, this::list);
    }

    private Future<Reply> list(Exchange exchange) {
        exchange.query(Set.of());
        return Future.succeededFuture(Reply.whole(
                Stream.concat(Stream.of(Disposition.values()).map(DispositionJson::builtIn),
                        outcomes.own().stream().map(DispositionJson::own))));
    }

    /** What was chosen: a built-in disposition, or one of the floor's own that behaves as it. */
    private record Chosen(Disposition disposition, Optional<String> own) {}

    private Future<Reply> dispose(Exchange exchange) {
        AttemptId attempt = exchange.attempt();
        AgentId agent = exchange.caller().agent();
        JsonBody body = exchange.json();
        Optional<Chosen> chosen = body.oneOf("disposition", this::chosen, codes());
        Optional<String> note = body.optionalText("note", LONGEST_NOTE).filter(text -> !text.isBlank());
        if (chosen.isEmpty()) {
            body.check();
        }
        Chosen said = chosen.orElseThrow();
        Future<Optional<CaseCard>> card = DetailsReader.needCase(said.disposition(), body)
                ? card(attempt, agent).map(Optional::of)
                : Future.succeededFuture(Optional.empty());
        return card.compose(found -> offers(said, found).compose(offers -> {
            Details read = details.read(said.disposition(), body, found, offers);
            body.check();
            return lawful(read, found).map(checked -> read);
        }))
                .compose(read -> desk.ask(control.dispose(attempt, agent,
                        new WrapUp(said.disposition(), said.own(), note.orElse(null), read))))
                .map(done -> Reply.ok(new JsonObject().put("attempt_id", attempt.toString())
                        .put("disposition", said.own().orElse(said.disposition().code()))));
    }

    /** What may be agreed on about this case; empty where a promise is not what was said, or the books cannot be asked. */
    private Future<Optional<Offers>> offers(Chosen said, Optional<CaseCard> card) {
        if (said.disposition() != Disposition.PROMISE_TO_PAY || card.isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        return blocking.call("The cases", () -> strategies.cases()
                .facts(card.get().id(), strategies.today().get())
                .map(known -> strategies.strategies().place(known).plan().offers()))
                .otherwise(Optional.empty());
    }

    private Optional<Chosen> chosen(String code) {
        return Disposition.ofCode(code)
                .map(builtIn -> new Chosen(builtIn, Optional.empty()))
                .or(() -> outcomes.own()
                        .stream()
                        .filter(own -> own.code().equals(code))
                        .findFirst()
                        .map(own -> new Chosen(own.behavesAs(), Optional.of(code))));
    }

    private List<String> codes() {
        List<String> codes = new ArrayList<>(Stream.of(Disposition.values()).map(Disposition::code).toList());
        outcomes.own().stream().map(OwnDisposition::code).forEach(codes::add);
        return codes;
    }

    /** What popped up before the agent is at hand without the database, which may be away while people talk. */
    private Future<CaseCard> card(AttemptId attempt, AgentId agent) {
        var pop = watch.current().pops().get(agent);
        if (pop != null && pop.attempt().equals(attempt)) {
            return Future.succeededFuture(pop.card());
        }
        return blocking.call("The call log", () -> calls.byId(attempt)
                .flatMap(call -> cases.byId(call.caseId()))
                .map(CaseView::card)
                .orElseThrow(() -> Problems.notFound(Thing.CALL)));
    }

    /**
     * Refuses a call-back at a time at which no number of the debtor may be called, as far as that is known now: by hours,
     * holidays, caps and facts. It is asked again then, and only then where the books cannot be asked now.
     */
    private Future<Boolean> lawful(Details read, Optional<CaseCard> card) {
        if (!(read instanceof Details.CallBack callBack) || card.isEmpty()) {
            return Future.succeededFuture(true);
        }
        return blocking.call("The rules' desk", () -> rules.desk()
                .ask(card.get().caseRef(), Optional.empty(), callBack.at(), rules.latestAnswer())
                .orElse(List.of())).otherwise(List.of()).map(asked -> {
                    if (!asked.isEmpty() && asked.stream()
                            .map(Asked::decision)
                            .allMatch(DispositionEndpoints::forbidden)) {
                        throw Problems.invalid("at", unlawful(callBack.at(), asked));
                    }
                    return true;
                });
    }

    /** The call that is wrapped up may stand as under way for a moment; it says nothing of later. */
    private static boolean forbidden(Decision decision) {
        return !decision.allowed() && decision.findings()
                .stream()
                .anyMatch(finding -> !finding.allows() && !(finding.reason() instanceof Reason.CallUnderWay));
    }

    private static Words unlawful(Instant at, List<Asked> asked) {
        Decision decision = asked.getFirst().decision();
        Words because = decision.findings()
                .stream()
                .filter(finding -> !finding.allows())
                .map(finding -> new Words(finding.rule() + ": " + decision.because(finding),
                        finding.rule() + "：" + decision.becauseChinese(finding)))
                .findFirst()
                .orElse(Words.NOTHING);
        Words first = asked.stream()
                .map(each -> each.decision().verdict())
                .filter(Verdict.NotBefore.class::isInstance)
                .map(verdict -> ((Verdict.NotBefore) verdict).instant())
                .min(Comparator.naturalOrder())
                .map(instant -> Words.of("; the first lawful time after it is %s", "；此后最早可拨打时间为%s",
                        local(instant, decision)))
                .orElse(Words.NOTHING);
        return Words.of("the rules forbid a call at %s (%s)%s", "规则不允许在%s拨打（%s）%s", local(at, decision), because,
                first);
    }

    private static Words local(Instant at, Decision decision) {
        String minute = MINUTE.format(at.atZone(decision.zone()));
        return Words.of("%1$s in %2$s", "%2$s 时间 %1$s", minute, decision.zone());
    }
}
