package com.callfloor.dialer.web.json;

import com.callfloor.dialer.cases.intake.RejectedRow;
import com.callfloor.dialer.payments.NotedPosting;
import com.callfloor.dialer.payments.NotedPosting.Belonging;
import com.callfloor.dialer.payments.PaymentBook.Entry;
import com.callfloor.dialer.payments.PaymentImport;
import com.callfloor.dialer.payments.Posting;
import com.callfloor.dialer.words.Words;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Postings and what became of them. */
public final class PaymentJson {
    private PaymentJson() {}

    public static JsonObject noted(NotedPosting noted) {
        Posting posting = noted.posting();
        JsonObject json = new JsonObject().put("id", noted.id())
                .put("lender", posting.lender())
                .put("reference", posting.reference())
                .put("kind", posting.kind().code())
                .put("amount", CaseJson.money(posting.amount()))
                .put("value_date", posting.valueDate().toString())
                .put("case_ref", posting.caseRef())
                .put("debtor_ref", posting.debtorRef())
                .put("reversed_reference", posting.reversed())
                .put("payer", posting.payer())
                .put("noted_at", Times.text(noted.notedAt()));
        return switch (noted.belonging()) {
            case Belonging.Matched matched -> json.put("matched",
                    new JsonObject().put("case_id", matched.caseId().value())
                            .put("case_ref", matched.caseRef())
                            .put("rule", matched.rule().code())
                            .put("at", Times.text(matched.at()))
                            .put("by", matched.by()))
                    .put("why_unmatched", null);
            case Belonging.Unmatched unmatched ->
                json.put("matched", null).put("why_unmatched", unmatched.why().code());
        };
    }

    /** One of a list of postings. */
    public static JsonObject entry(Entry entry) {
        return switch (entry) {
            case Entry.Added added -> entry("added", added.noted(), null);
            case Entry.Known known -> entry("known", known.noted(), null);
            case Entry.Contradicts wrong -> entry("refused", wrong.noted(), wrong.message());
        };
    }

    private static JsonObject entry(String result, NotedPosting noted,
            @Nullable Words message) {
        return new JsonObject().put("result", result)
                .mergeIn(WordsJson.of("message", message))
                .put("payment", noted(noted));
    }

    public static JsonObject imported(PaymentImport.Result result) {
        JsonArray rejected = new JsonArray();
        result.rejected().forEach(row -> rejected.add(row(row)));
        return new JsonObject().put("id", result.id())
                .put("good", result.added() + result.known())
                .put("added", result.added())
                .put("known", result.known())
                .put("bad", result.bad())
                .put("rejected", rejected);
    }

    private static JsonObject row(RejectedRow row) {
        JsonArray problems = new JsonArray();
        row.problems()
                .forEach(problem -> problems.add(new JsonObject().put("column", problem.column())
                        .put("reason", problem.reason().code())
                        .mergeIn(WordsJson.of("message", problem.words()))));
        return new JsonObject().put("line", row.line()).put("reference", row.caseRef()).put("problems", problems);
    }
}
