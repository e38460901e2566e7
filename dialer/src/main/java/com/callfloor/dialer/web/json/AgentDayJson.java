package com.callfloor.dialer.web.json;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import com.callfloor.dialer.agents.AgentDay;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** An agent's day; lengths in seconds. */
public final class AgentDayJson {
    private static final List<String> STATES = List.of("ready", "on_call", "wrap_up", "break");

    private AgentDayJson() {}

    public static JsonObject of(LocalDate date, ZoneId zone, AgentDay day) {
        JsonArray promised = new JsonArray();
        day.promised().forEach(money -> promised.add(CaseJson.money(money)));
        JsonObject seconds = new JsonObject();
        STATES.forEach(state -> seconds.put(state, seconds(day.times().in(state))));
        JsonObject breaks = new JsonObject();
        day.times()
                .breaks()
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> breaks.put(each.getKey(), seconds(each.getValue())));
        return new JsonObject().put("date", date.toString())
                .put("zone", zone.getId())
                .put("calls", day.calls())
                .put("talk_seconds", seconds(day.talk()))
                .put("promises", day.promises())
                .put("promised", promised)
                .put("call_backs_due", day.callBacksDue())
                .put("seconds", seconds)
                .put("break_seconds", breaks)
                .put("occupancy", day.times().occupancy().orElse(null))
                .put("mean_wrap_up_seconds", day.times().meanWrapUp().map(AgentDayJson::seconds).orElse(null));
    }

    private static double seconds(Duration length) {
        return length.toMillis() / 1000.0;
    }
}
