package com.callfloor.dialer.web.json;

import java.util.List;

import com.callfloor.dialer.trunks.TrunkView;
import com.callfloor.dialer.trunks.TrunkView.CallerIdView;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The ways out of the floor. */
public final class TrunkJson {
    private TrunkJson() {}

    public static JsonObject trunk(TrunkView view) {
        JsonArray callerIds = new JsonArray();
        view.callerIds().forEach(callerId -> callerIds.add(callerId(callerId)));
        return new JsonObject().put("name", view.trunk().name())
                .put("channels", view.limits().channels())
                .put("calls_per_second", view.limits().callsPerSecond())
                .put("open", view.limits().open())
                .put("in_use", view.inUse())
                .put("room", view.room())
                .put("backs_off_until", Times.textOrNull(view.backsOffUntil().orElse(null)))
                .mergeIn(WordsJson.of("why", view.why().orElse(null)))
                .mergeIn(WordsJson.of("unreachable", view.unreachable().orElse(null)))
                .put("caller_ids", callerIds);
    }

    /** Our own number, so it is shown whole. */
    private static JsonObject callerId(CallerIdView view) {
        return new JsonObject().put("number", view.callerId().number().e164())
                .put("regions", new JsonArray(List.copyOf(view.callerId().regions()).stream().sorted().toList()))
                .put("calls", view.calls())
                .put("answered", view.answered())
                .put("answer_rate", view.calls() == 0 ? null : (double) view.answered() / view.calls())
                .put("rests_until", Times.textOrNull(view.restsUntil().orElse(null)));
    }
}
