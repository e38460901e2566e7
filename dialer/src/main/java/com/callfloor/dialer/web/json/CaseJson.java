package com.callfloor.dialer.web.json;

import java.util.Locale;

import com.callfloor.dialer.cases.CaseCard;
import com.callfloor.dialer.cases.CaseDirectory.CaseView;
import com.callfloor.dialer.cases.CaseDirectory.TimelineEntry;
import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.words.Words;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** A case, its numbers and what happened to it. */
public final class CaseJson {
    private CaseJson() {}

    /** The case as an agent sees it; without its history. */
    static JsonObject card(CaseCard card) {
        return new JsonObject().put("id", card.id().value())
                .put("case_ref", card.caseRef())
                .put("debtor_name", card.debtorName())
                .put("lender", card.lender())
                .put("product", card.product())
                .put("amount_due", money(card.amountDue()))
                .put("principal", money(card.principal()))
                .put("due_date", card.dueDate().toString())
                .put("overdue_days", card.overdueDays())
                .put("overdue_periods", card.overduePeriods())
                .put("region", card.region())
                .put("language", card.language())
                .put("notes", card.notes());
    }

    static JsonArray history(CaseCard card) {
        JsonArray history = new JsonArray();
        card.history()
                .forEach(past -> history.add(new JsonObject().put("at", Times.text(past.at()))
                        .put("number", past.numberMasked())
                        .put("outcome", past.outcome())
                        .put("disposition", past.disposition())
                        .put("agent_name", past.agentName())
                        .mergeIn(WordsJson.of("note", past.note()))));
        return history;
    }

    public static JsonObject view(CaseView view) {
        JsonArray numbers = new JsonArray();
        view.numbers()
                .forEach(number -> numbers.add(new JsonObject().put("number", number.masked())
                        .put("role", number.role().name().toLowerCase(Locale.ROOT))
                        .put("position", number.position())
                        .put("valid", number.valid())));
        return card(view.card()).put("debtor_ref", view.debtorRef())
                .put("state", view.state())
                .put("amount_due", money(view.balance().stated()))
                .put("paid", money(view.balance().paid()))
                .put("balance", money(view.balance().due()))
                .put("overpaid", money(view.balance().overpaid()))
                .put("next_call_at", Times.textOrNull(view.nextCallAt()))
                .put("numbers", numbers)
                .put("history", history(view.card()));
    }

    public static JsonObject entry(TimelineEntry entry) {
        Words text = entry.text();
        return new JsonObject().put("at", Times.text(entry.at()))
                .put("kind", entry.kind())
                .put("attempt", entry.attempt())
                .put("code", entry.code())
                .put("agent_name", entry.agentName())
                .mergeIn(WordsJson.of("text", text));
    }

    static @Nullable JsonObject money(@Nullable Money money) {
        return money == null
                ? null
                : new JsonObject().put("minor", money.minor())
                        .put("currency", money.currency().getCurrencyCode())
                        .put("text", money.major().toPlainString());
    }
}
