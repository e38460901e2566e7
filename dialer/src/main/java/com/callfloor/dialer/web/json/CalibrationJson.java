package com.callfloor.dialer.web.json;

import java.time.LocalDate;
import java.util.Locale;
import java.util.OptionalDouble;

import com.callfloor.dialer.quality.calibration.Agreement;
import com.callfloor.dialer.quality.calibration.Session;
import com.callfloor.dialer.quality.review.Review;
import com.callfloor.dialer.quality.trend.Trends.Group;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Calibration sessions, agreement and trends. */
public final class CalibrationJson {
    private CalibrationJson() {}

    /** {@code viewer}: who asks, and sees their own review's id only until the scores are for everybody. */
    public static JsonObject session(Session session, long viewer, @Nullable Agreement agreement) {
        JsonArray reviewers = new JsonArray();
        for (Review review : session.reviews()) {
            boolean shown = session.revealed() || review.reviewer().id() == viewer;
            reviewers.add(new JsonObject().put("reviewer", ReviewJson.person(review.reviewer()))
                    .put("scored", review.latest().result().isPresent())
                    .put("review", shown ? review.id() : null)
                    .put("result", shown ? review.latest().result().map(ReviewJson::result).orElse(null) : null)
                    .put("answers", shown ? ReviewJson.answers(review.latest().content()) : null));
        }
        return new JsonObject().put("id", session.id())
                .put("recording", session.recording().toString())
                .put("case_ref", session.caseRef())
                .put("card", session.card())
                .put("card_version", session.cardVersion())
                .put("lead", ReviewJson.person(session.lead()))
                .put("opened_at", Times.text(session.openedAt()))
                .put("closed_at", Times.textOrNull(session.closedAt().orElse(null)))
                .put("revealed", session.revealed())
                .put("reviewers", reviewers)
                .put("agreement", agreement == null ? null : agreement(agreement));
    }

    public static JsonObject agreement(Agreement agreement) {
        JsonArray items = new JsonArray();
        agreement.items()
                .forEach(item -> items.add(new JsonObject().put("item", item.item())
                        .put("metric", item.metric().name().toLowerCase(Locale.ROOT))
                        .put("values", item.values())
                        .put("equal_pairs", number(item.equalPairs()))
                        .put("alpha", number(item.alpha()))));
        return new JsonObject().put("sessions", agreement.sessions())
                .put("scores", agreement.scores())
                .put("alpha_nominal", number(agreement.nominal()))
                .put("alpha_interval", number(agreement.interval()))
                .put("items", items);
    }

    public static JsonObject group(Group group) {
        JsonArray items = new JsonArray();
        group.items()
                .forEach(item -> items.add(new JsonObject().put("card", item.card())
                        .put("item", item.item())
                        .put("answers", item.answers())
                        .put("mean", item.mean())));
        return new JsonObject().put("agent", group.agent().map(ReviewJson::person).orElse(null))
                .put("week", group.week().map(LocalDate::toString).orElse(null))
                .put("reviews", group.reviews())
                .put("mean_score", group.meanScore())
                .put("passed", group.passed())
                .put("failed", group.failed())
                .put("appeals", group.appeals())
                .put("appeals_upheld", group.upheld())
                .put("appeals_changed", group.changed())
                .put("items", items);
    }

    private static @Nullable Double number(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
