package com.callfloor.dialer.web.json;

import java.time.LocalDate;
import java.util.List;

import com.callfloor.dialer.scripts.Script;
import com.callfloor.dialer.strategy.CaseFacts;
import com.callfloor.dialer.strategy.Measure;
import com.callfloor.dialer.strategy.Placement;
import com.callfloor.dialer.strategy.Range;
import com.callfloor.dialer.strategy.Segment;
import com.callfloor.dialer.strategy.StagePlan;
import com.callfloor.dialer.strategy.StagePlan.DueStep;
import com.callfloor.dialer.strategy.StagePlan.Offers;
import com.callfloor.dialer.strategy.Step;
import com.callfloor.dialer.strategy.Strategy;
import com.callfloor.dialer.strategy.StrategyPreview;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** How cases are treated. */
public final class StrategyJson {
    private StrategyJson() {}

    public static JsonObject strategy(Strategy strategy) {
        JsonArray segments = new JsonArray();
        strategy.segments().stream().map(StrategyJson::segment).forEach(segments::add);
        JsonArray stages = new JsonArray();
        strategy.plans().values().stream().map(StrategyJson::plan).forEach(stages::add);
        return card(strategy)
                .put("currency", strategy.currency() == null ? null : strategy.currency().getCurrencyCode())
                .put("segments", segments)
                .put("stages", stages)
                .put("overlaps", overlaps(strategy));
    }

    /** Which strategy it is, without what it says. */
    private static JsonObject card(Strategy strategy) {
        return new JsonObject().put("name", strategy.name())
                .put("version", strategy.version())
                .mergeIn(WordsJson.of("title", strategy.title()))
                .put("lender", strategy.lender())
                .put("experiment", strategy.experiment());
    }

    /** Where a case stands. {@code scripts}: the stage's, one for each language. */
    public static JsonObject placement(Strategy strategy, Placement placement, CaseFacts facts, List<Script> scripts,
            LocalDate today) {
        StagePlan plan = placement.plan();
        JsonArray steps = new JsonArray();
        plan.steps(facts.dueDate()).stream().map(StrategyJson::step).forEach(steps::add);
        JsonArray cards = new JsonArray();
        scripts.stream().map(ScriptJson::card).forEach(cards::add);
        return new JsonObject().put("case", facts.id().value())
                .put("strategy", card(strategy))
                .put("segment", placement.segment().id())
                .put("because", placement.because())
                .put("because_zh", placement.becauseChinese())
                .put("overdue_days", facts.overdueDays())
                .mergeIn(plan(plan))
                .put("scripts", cards)
                .put("steps", steps)
                .put("next_step", stepOrNull(plan.nextStep(facts.dueDate(), today).orElse(null)));
    }

    public static JsonObject preview(Strategy strategy, StrategyPreview preview) {
        JsonArray moves = new JsonArray();
        preview.moves()
                .forEach(move -> moves.add(new JsonObject().put("from", move.from().code())
                        .put("to", move.to().code())
                        .put("cases", move.cases())));
        JsonArray stages = new JsonArray();
        preview.stages()
                .forEach(count -> stages.add(new JsonObject().put("stage", count.stage().code())
                        .put("now", count.now())
                        .put("then", count.then())));
        return new JsonObject().put("strategy", card(strategy))
                .put("cases", preview.cases())
                .put("moved", preview.moved())
                .put("moves", moves)
                .put("stages", stages)
                .put("overlaps", overlaps(strategy));
    }

    private static JsonArray overlaps(Strategy strategy) {
        JsonArray overlaps = new JsonArray();
        strategy.overlaps()
                .forEach(overlap -> overlaps.add(new JsonObject().put("first", overlap.first())
                        .put("second", overlap.second())
                        .mergeIn(WordsJson.of("example", overlap.example()))));
        return overlaps;
    }

    private static JsonObject segment(Segment segment) {
        JsonObject when = new JsonObject();
        segment.when().forEach((measure, range) -> when.put(measure.code(), range(measure, range)));
        return new JsonObject().put("id", segment.id()).put("stage", segment.stage().code()).put("when", when);
    }

    private static JsonObject range(Measure measure, Range range) {
        Range known = measure.known();
        return new JsonObject().put("from", range.from() == known.from() ? null : range.from())
                .put("to", range.to() == known.to() ? null : range.to());
    }

    private static JsonObject plan(StagePlan plan) {
        JsonArray ladder = new JsonArray();
        plan.ladder().stream().map(Step::code).forEach(ladder::add);
        JsonArray escalations = new JsonArray();
        plan.escalations()
                .forEach(each -> escalations.add(new JsonObject().put("step", each.step().code())
                        .put("on_day", each.onDay())
                        .put("people", each.people())));
        return new JsonObject().put("stage", plan.stage().code())
                .put("campaign", plan.campaign().isEmpty() ? null : plan.campaign())
                .put("script", plan.script())
                .put("ladder", ladder)
                .put("cadence", new JsonObject().put("contactable", plan.cadence().contactable())
                        .put("uncontactable", plan.cadence().uncontactable()))
                .put("offers", offers(plan.offers()))
                .put("escalations", escalations);
    }

    /** What agents may agree on. */
    public static JsonObject offers(Offers offers) {
        return new JsonObject().put("instalments_at_most", offers.instalments())
                .put("extension_days_at_most", offers.extensionDays())
                .put("waiver_percent_at_most", offers.waiverPercent())
                .put("waiver_needs_approval", true);
    }

    private static @Nullable JsonObject stepOrNull(@Nullable DueStep step) {
        return step == null ? null : step(step);
    }

    private static JsonObject step(DueStep step) {
        return new JsonObject().put("step", step.step().code())
                .put("date", step.date().toString())
                .put("people", step.people());
    }
}
