package com.callfloor.dialer.web.json;

import com.callfloor.dialer.effect.Amounts;
import com.callfloor.dialer.effect.Comparison;
import com.callfloor.dialer.effect.Comparison.Finding;
import com.callfloor.dialer.effect.ExperimentReport.ArmFigures;
import com.callfloor.dialer.effect.Interval;
import com.callfloor.dialer.effect.PersonOutcome;
import com.callfloor.dialer.effect.SampleRatio;
import com.callfloor.dialer.effect.Share;
import com.callfloor.dialer.strategy.Arm;
import com.callfloor.dialer.strategy.Experiment;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** An experiment, and what it tells. */
public final class ExperimentJson {
    private ExperimentJson() {}

    public static JsonObject card(Experiment experiment) {
        JsonArray arms = new JsonArray();
        experiment.arms().stream().map(ExperimentJson::arm).forEach(arms::add);
        return new JsonObject().put("name", experiment.name())
                .put("lenders", new JsonArray(experiment.lenders().stream().sorted().toList()))
                .put("start", experiment.start().toString())
                .put("end", experiment.end().toString())
                .put("seed", experiment.seed())
                .put("arms", arms);
    }

    private static JsonObject arm(Arm arm) {
        JsonObject scripts = new JsonObject();
        arm.scripts().forEach((stage, script) -> scripts.put(stage.code(), script));
        return new JsonObject().put("name", arm.name())
                .put("weight", arm.weight())
                .put("strategy", arm.strategy())
                .put("scripts", scripts);
    }

    public static JsonObject of(Comparison comparison) {
        Experiment experiment = comparison.experiment();
        JsonObject card = card(experiment);
        JsonArray arms = new JsonArray();
        experiment.arms()
                .forEach(arm -> arms.add(arm(arm).mergeIn(
                        figures(comparison.figures().get(arm.name()), comparison.confidence()))));
        JsonArray findings = new JsonArray();
        comparison.findings().stream().map(ExperimentJson::finding).forEach(findings::add);
        SampleRatio ratio = comparison.sampleRatio().orElse(null);
        return card.put("arms", arms)
                .put("final", comparison.isFinal())
                .put("confidence", comparison.confidence())
                .put("sample_ratio", ratio == null
                        ? null
                        : new JsonObject().put("p", ratio.p()).put("mismatch", ratio.mismatch()))
                .put("findings", findings)
                .put("warnings", new JsonArray(comparison.warnings()))
                .put("warnings_zh", new JsonArray(comparison.warningsChinese()));
    }

    private static JsonObject figures(@Nullable ArmFigures figures, double confidence) {
        JsonObject outcomes = new JsonObject();
        JsonArray recovered = new JsonArray();
        if (figures == null) {
            return new JsonObject().put("people", 0)
                    .put("expected", 0)
                    .put("outcomes", outcomes)
                    .put("recovered", recovered);
        }
        for (PersonOutcome outcome : PersonOutcome.values()) {
            Share share = figures.share(outcome);
            outcomes.put(outcome.code(), new JsonObject().put("people", share.count())
                    .put("rate", share.rate())
                    .mergeIn(interval(share.interval(confidence))));
        }
        figures.money()
                .forEach((currency, amounts) -> recovered.add(
                        EffectJson.amount(Math.round(amounts.sum()), currency).mergeIn(perPerson(amounts))));
        return new JsonObject().put("people", figures.people())
                .put("expected", figures.expected())
                .put("outcomes", outcomes)
                .put("recovered", recovered);
    }

    private static JsonObject perPerson(Amounts amounts) {
        return new JsonObject().put("payers", amounts.payers()).put("minor_per_person", amounts.mean());
    }

    private static JsonObject interval(@Nullable Interval interval) {
        return new JsonObject().put("low", interval == null ? null : interval.low())
                .put("high", interval == null ? null : interval.high());
    }

    private static JsonObject finding(Finding finding) {
        return new JsonObject().put("arm", finding.arm())
                .put("against", finding.against())
                .put("measure", finding.measure())
                .put("currency", finding.currency() == null ? null : finding.currency().getCurrencyCode())
                .put("difference", finding.difference())
                .mergeIn(interval(finding.interval()))
                .put("says", finding.says())
                .put("says_zh", finding.saysChinese());
    }
}
