package com.callfloor.dialer.web.json;

import java.util.Currency;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.effect.Costs;
import com.callfloor.dialer.effect.Effect;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** What calling brought, group by group. */
public final class EffectJson {
    private static final double HALF = 0.5;
    private static final double NINE_OF_TEN = 0.9;

    private EffectJson() {}

    public static JsonObject of(Map<String, Effect> groups, Costs costs) {
        JsonArray items = new JsonArray();
        groups.forEach((group, effect) -> items.add(item(group, effect, costs)));
        return new JsonObject().put("items", items).put("next", null);
    }

    private static JsonObject item(String group, Effect effect, Costs costs) {
        Effect.Calls calls = effect.calls();
        Effect.Money money = effect.money();
        JsonArray rates = new JsonArray();
        money.recovered()
                .keySet()
                .forEach(currency -> rates.add(new JsonObject().put("currency", currency.getCurrencyCode())
                        .put("rate", orNull(money.recoveryRate(currency)))));
        return new JsonObject().put("group", group)
                .put("attempts", calls.attempts())
                .put("answered", calls.answered())
                .put("answer_rate", orNull(calls.answerRate()))
                .put("conversations", calls.conversations())
                .put("abandoned", calls.abandoned())
                .put("abandonment_rate", orNull(calls.abandonmentRate()))
                .put("right_party_contacts", calls.rightParty())
                .put("right_party_rate", orNull(calls.rightPartyRate()))
                .put("promises", calls.promises())
                .put("promise_rate", orNull(calls.promiseRate()))
                .put("kept", effect.decided().kept())
                .put("partly_kept", effect.decided().partlyKept())
                .put("broken", effect.decided().broken())
                .put("kept_rate", orNull(effect.decided().keptRate()))
                .put("recovered", amounts(money.recovered()))
                .put("still_due", amounts(money.stillDue()))
                .put("recovery_rates", rates)
                .put("days_to_recovery", new JsonObject().put("cases", money.recoveredCases())
                        .put("median", orNull(money.daysWithin(HALF)))
                        .put("p90", orNull(money.daysWithin(NINE_OF_TEN))))
                .put("complaints", calls.complaints())
                .put("complaint_rate", orNull(calls.complaintRate()))
                .put("ratings", calls.ratings())
                .put("satisfaction", orNull(calls.satisfaction()))
                .put("talk_seconds", calls.talk().toSeconds())
                .put("wrap_up_seconds", calls.wrapUp().toSeconds())
                .put("line_seconds", calls.line().toSeconds())
                .put("sms", effect.messages().sms())
                .put("sms_segments", effect.messages().segments())
                .put("emails", effect.messages().emails())
                .put("cost", amount(costs.of(effect), costs.currency()))
                .put("cost_per_recovered", orNull(costs.perRecovered(effect)))
                .put("cadence_cases", effect.cadence().cases())
                .put("cadence_met", effect.cadence().met())
                .put("cadence_fulfilment", orNull(effect.cadence().fulfilment()));
    }

    private static JsonArray amounts(Map<Currency, Long> amounts) {
        JsonArray list = new JsonArray();
        amounts.forEach((currency, minor) -> list.add(amount(minor, currency)));
        return list;
    }

    static JsonObject amount(long minor, Currency currency) {
        return new JsonObject().put("minor", minor)
                .put("currency", currency.getCurrencyCode())
                .put("text", new Money(minor, currency).major().toPlainString());
    }

    static @Nullable Double orNull(OptionalDouble rate) {
        return rate.isPresent() ? rate.getAsDouble() : null;
    }

    private static @Nullable Integer orNull(OptionalInt days) {
        return days.isPresent() ? days.getAsInt() : null;
    }
}
