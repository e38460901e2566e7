package com.callfloor.dialer.web.api;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallLog;
import com.callfloor.dialer.calls.CallLog.CallView;
import com.callfloor.dialer.cases.CaseDirectory;
import com.callfloor.dialer.cases.CaseDirectory.CaseView;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.scripts.CallerNames;
import com.callfloor.dialer.scripts.CaseValues;
import com.callfloor.dialer.scripts.Language;
import com.callfloor.dialer.scripts.Part;
import com.callfloor.dialer.scripts.Recipient;
import com.callfloor.dialer.scripts.Script;
import com.callfloor.dialer.scripts.ScriptLibrary;
import com.callfloor.dialer.strategy.CaseFacts;
import com.callfloor.dialer.strategy.Placement;
import com.callfloor.dialer.strategy.StrategyBook;
import com.callfloor.dialer.strategy.StrategyCases;
import com.callfloor.dialer.supervision.FloorWatch;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.Must;
import com.callfloor.dialer.web.http.ProblemException;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Query;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.http.Thing;
import com.callfloor.dialer.web.json.ScriptJson;
import com.callfloor.dialer.web.json.StrategyJson;
import com.callfloor.dialer.words.Words;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** What agents say: as it is written, and for one case. */
public final class ScriptEndpoints {
    private static final String CASES = "The case directory";

    private final ScriptLibrary scripts;
    private final CallerNames caller;
    private final StrategyBook book;
    private final StrategyCases facts;
    private final CaseDirectory cases;
    private final CallLog calls;
    private final FloorWatch watch;
    private final Supplier<LocalDate> today;
    private final Blocking blocking;

    public ScriptEndpoints(ScriptLibrary scripts, CallerNames caller, StrategyBook book, StrategyCases facts,
            CaseDirectory cases, CallLog calls, FloorWatch watch, Supplier<LocalDate> today, Blocking blocking) {
        this.scripts = scripts;
        this.caller = caller;
        this.book = book;
        this.facts = facts;
        this.cases = cases;
        this.calls = calls;
        this.watch = watch;
        this.today = today;
        this.blocking = blocking;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.SCRIPTS, this::list).on(Operation.CASE_SCRIPT, this::forCase);
    }

    /** Never cut into pages: a floor has few. */
    private Future<Reply> list(Exchange exchange) {
        return Future.succeededFuture(Reply.whole(scripts.scripts().stream().map(ScriptJson::written)));
    }

    private Future<Reply> forCase(Exchange exchange) {
        Query query = exchange.query(Set.of("recipient", "language", "call"));
        Recipient recipient = recipient(query);
        Optional<Language> asked = query.text("language").map(ScriptEndpoints::language);
        Optional<AttemptId> call = query.text("call")
                .map(text -> AttemptId.parse(text)
                        .orElseThrow(() -> Problems.badParameter("call", "must be a call's id", "须为通话编号")));
        CaseBefore.check(exchange, watch);
        CaseId id = exchange.caseId();
        String asking = exchange.caller().user().name();
        return blocking.call(CASES, () -> {
            CaseView view = cases.byId(id).orElseThrow(ScriptEndpoints::unknownCase);
            CaseFacts known = facts.facts(id, today.get()).orElseThrow(ScriptEndpoints::unknownCase);
            String agent = call.isEmpty() ? asking : agentOf(call.get(), id).orElse(asking);
            return Reply.ok(said(view, known, recipient, asked, agent));
        });
    }

    private Optional<String> agentOf(AttemptId call, CaseId about) {
        CallView found = calls.byId(call)
                .filter(each -> each.caseId().equals(about))
                .orElseThrow(() -> Problems.notFound("call with this id about this case", "关于此案件的此编号通话"));
        return Optional.ofNullable(found.agentName());
    }

    private JsonObject said(CaseView view, CaseFacts known, Recipient recipient, Optional<Language> asked,
            String agentName) {
        Placement placement = book.place(known);
        Language language = asked.orElseGet(() -> caller.languageOf(view.card().language()));
        Script script = scripts.said(placement, recipient == Recipient.CONTACT, language)
                .orElseThrow(() -> noScript(placement, language));
        Map<Part, String> parts = script.filled(CaseValues.of(view, known.overdueDays(), placement.plan().offers(),
                caller, agentName, language));
        return new JsonObject().put("case", view.card().id().value())
                .put("case_stage", placement.stage().code())
                .put("offers", StrategyJson.offers(placement.plan().offers()))
                .put("script", ScriptJson.filled(script, parts));
    }

    private static Recipient recipient(Query query) {
        String code = query.text("recipient").orElse(Recipient.DEBTOR.code());
        return Stream.of(Recipient.DEBTOR, Recipient.CONTACT)
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(
                        () -> Problems.badParameter("recipient", "must be debtor or contact", "须为 debtor 或 contact"));
    }

    private static Language language(String tag) {
        return Language.ofTag(tag)
                .orElseThrow(() -> Problems.badParameter("language",
                        Must.beOneOf(Language.tags())));
    }

    private ProblemException noScript(Placement placement, Language language) {
        String known = scripts.scripts()
                .stream()
                .filter(script -> script.name().equals(placement.plan().script()))
                .map(script -> script.language().tag())
                .collect(Collectors.joining(", "));
        return Problems.notFound(Words.of("script for the stage %s in %s%s", "%s阶段的 %s 话术%s", placement.stage().words(),
                language.tag(), known.isEmpty() ? "" : Words.of(", only in %s", "（仅有 %s）", known)));
    }

    private static ProblemException unknownCase() {
        return Problems.notFound(Thing.CASE);
    }
}
