package com.callfloor.dialer.web.json;

import java.time.Instant;
import java.util.Locale;

import com.callfloor.dialer.cases.CaseFileImporter.ImportResult;
import com.callfloor.dialer.cases.CaseFileImporter.RejectedRow;
import com.callfloor.dialer.cases.CaseFileImporter.RowProblem;
import com.callfloor.dialer.cases.ImportBook.ImportRecord;
import com.callfloor.dialer.words.Words;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What became of a case file. */
public final class ImportJson {
    private ImportJson() {}

    public static JsonObject result(ImportResult result) {
        JsonArray rejected = new JsonArray();
        result.rejected().forEach(row -> rejected.add(row(row)));
        JsonArray warnings = new JsonArray();
        result.warnings().forEach(warning -> warnings.add(problem(warning)));
        return new JsonObject().put("id", result.id())
                .put("good", result.good())
                .put("added", result.added())
                .put("updated", result.updated())
                .put("bad", result.bad())
                .put("withdrawn", result.withdrawn())
                .put("missing", result.missing())
                .put("warnings", warnings)
                .put("rejected", rejected);
    }

    private static JsonObject row(RejectedRow row) {
        JsonArray problems = new JsonArray();
        row.problems().forEach(problem -> problems.add(problem(problem)));
        return new JsonObject().put("line", row.line()).put("case_ref", row.caseRef()).put("problems", problems);
    }

    private static JsonObject problem(RowProblem problem) {
        return new JsonObject().put("column", problem.column())
                .put("reason", problem.reason())
                .mergeIn(WordsJson.of("message", problem.words()));
    }

    /** An import, under way or not, as it stands at {@code now}. */
    public static JsonObject state(ImportRecord record, Instant now) {
        Words problem = record.problem();
        return new JsonObject().put("id", record.id())
                .put("name", record.source())
                .put("lender", record.lender())
                .put("kind", code(record.kind()))
                .put("state", code(record.state()))
                .put("arrived_at", Times.text(record.arrivedAt()))
                .put("began_at", Times.text(record.beganAt()))
                .put("ended_at", Times.textOrNull(record.endedAt()))
                .put("dialable_at", Times.textOrNull(record.dialableAt()))
                .put("arrival_to_dialable_seconds",
                        record.arrivalToDialable().map(way -> way.toMillis() / 1000.0).orElse(null))
                .put("late", record.late(now))
                .put("rows", record.read())
                .put("good", record.read() - record.bad())
                .put("bad", record.bad())
                .put("rows_per_second", Math.round(record.rowsPerSecond(now)))
                .put("added", record.added())
                .put("withdrawn", record.withdrawn())
                .put("missing", record.missing())
                .mergeIn(WordsJson.of("problem", problem));
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
