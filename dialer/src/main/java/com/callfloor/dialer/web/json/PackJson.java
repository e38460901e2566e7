package com.callfloor.dialer.web.json;

import java.time.Instant;
import java.util.Locale;

import com.callfloor.dialer.rules.books.CadenceReport.Behind;
import com.callfloor.dialer.rules.pack.CallingRule;
import com.callfloor.dialer.rules.pack.Duty;
import com.callfloor.dialer.rules.pack.Duty.Cadence;
import com.callfloor.dialer.rules.pack.PackTerm;
import com.callfloor.dialer.rules.pack.RuleCard;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The packs in force and what they ask of the floor. */
public final class PackJson {
    private PackJson() {}

    /** {@code until} is null for a pack's current version. */
    public static JsonObject term(PackTerm term) {
        JsonArray rules = new JsonArray();
        term.pack().rules().stream().map(CallingRule::card).map(PackJson::card).forEach(rules::add);
        JsonArray duties = new JsonArray();
        term.pack().duties().stream().map(Duty::card).map(PackJson::card).forEach(duties::add);
        boolean current = term.until().equals(Instant.MAX);
        return new JsonObject().put("name", term.pack().name())
                .put("version", term.pack().version())
                .mergeIn(WordsJson.of("title", term.pack().title()))
                .put("until", current ? null : Times.text(term.until()))
                .put("rules", rules)
                .put("duties", duties);
    }

    public static JsonObject target(Cadence cadence) {
        return new JsonObject().put("rule", cadence.card().id())
                .put("says", cadence.card().says())
                .put("says_zh", cadence.card().saysChinese())
                .put("contactable", cadence.contactable())
                .put("uncontactable", cadence.uncontactable())
                .put("reached_within_days", cadence.reachedWithin().toDays());
    }

    public static JsonObject behind(Behind behind) {
        return new JsonObject().put("case_ref", behind.caseRef())
                .put("contactable", behind.contactable())
                .put("calls", behind.calls())
                .put("wanted", behind.wanted())
                .put("why", behind.why().name().toLowerCase(Locale.ROOT))
                .put("rules", new JsonArray(behind.rules()))
                .put("next_call_at", Times.textOrNull(behind.nextCallAt()));
    }

    private static JsonObject card(RuleCard card) {
        return new JsonObject().put("id", card.id())
                .put("says", card.says())
                .put("says_zh", card.saysChinese())
                .put("source", card.source())
                .put("status", card.status().name().toLowerCase(Locale.ROOT))
                .put("severity", card.severity().name().toLowerCase(Locale.ROOT));
    }
}
