package com.callfloor.dialer.web.json;

import java.util.List;

import com.callfloor.dialer.quality.sampling.Risk;
import com.callfloor.dialer.quality.sampling.Sample;
import com.callfloor.dialer.quality.sampling.SamplingPlan;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Samples and the assignments that they are. */
public final class SampleJson {
    private SampleJson() {}

    /** A sample without its picks. */
    public static JsonObject line(Sample sample) {
        return new JsonObject().put("id", sample.id())
                .put("plan", sample.plan())
                .put("plan_version", sample.planVersion())
                .put("week", sample.week().toString())
                .put("calls_per_agent", sample.perAgent())
                .put("seed", sample.seed())
                .put("candidates", sample.candidates())
                .put("candidates_sha256", sample.candidatesSha256())
                .put("drawn_at", Times.text(sample.drawnAt()))
                .put("drawn_by", ReviewJson.person(sample.drawnBy()));
    }

    /** {@code told}: those of its picks that the reader may know of. */
    public static JsonObject whole(Sample sample, List<Sample.Pick> told, boolean reproduces) {
        JsonArray picks = new JsonArray();
        told.forEach(pick -> picks.add(pick(pick)));
        return line(sample).put("reproduces", reproduces).put("picks", picks);
    }

    public static JsonObject pick(Sample.Pick pick) {
        JsonArray reasons = new JsonArray();
        pick.reasons().stream().map(Risk::code).forEach(reasons::add);
        return new JsonObject().put("id", pick.id())
                .put("sample", pick.sample())
                .put("recording", pick.call().toString())
                .put("case_ref", pick.caseRef())
                .put("agent", ReviewJson.person(pick.agent()))
                .put("reasons", reasons)
                .put("reviewer", pick.reviewer().map(ReviewJson::person).orElse(null))
                .put("review", pick.review().orElse(null))
                .put("done", pick.done());
    }

    public static JsonObject plan(SamplingPlan plan) {
        JsonObject weights = new JsonObject();
        plan.weights().forEach((risk, weight) -> weights.put(risk.code(), weight));
        return new JsonObject().put("plan", plan.name())
                .put("version", plan.version())
                .put("calls_per_agent", plan.perAgent())
                .put("weights", weights);
    }
}
