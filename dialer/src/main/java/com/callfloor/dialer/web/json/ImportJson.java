package com.callfloor.dialer.web.json;

import com.callfloor.dialer.cases.CaseFileImporter.ImportResult;
import com.callfloor.dialer.cases.CaseFileImporter.RejectedRow;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What became of a case file. */
public final class ImportJson {
    private ImportJson() {}

    public static JsonObject result(ImportResult result) {
        JsonArray rejected = new JsonArray();
        result.rejected().forEach(row -> rejected.add(row(row)));
        return new JsonObject().put("id", result.id())
                .put("good", result.good())
                .put("added", result.added())
                .put("updated", result.updated())
                .put("bad", result.bad())
                .put("rejected", rejected);
    }

    private static JsonObject row(RejectedRow row) {
        JsonArray problems = new JsonArray();
        row.problems()
                .forEach(problem -> problems.add(new JsonObject().put("column", problem.column())
                        .put("reason", problem.reason())
                        .put("message", problem.message())));
        return new JsonObject().put("line", row.line()).put("case_ref", row.caseRef()).put("problems", problems);
    }
}
