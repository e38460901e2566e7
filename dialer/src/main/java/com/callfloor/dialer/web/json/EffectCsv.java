package com.callfloor.dialer.web.json;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.callfloor.dialer.cases.intake.SpreadsheetText;
import com.callfloor.dialer.effect.Effect;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** The same figures as {@link EffectJson}, for a spreadsheet: with the byte-order mark that Excel needs. */
public final class EffectCsv {
    private static final String MARK = "\uFEFF";

    private EffectCsv() {}

    public static String of(Map<String, Effect> groups) {
        JsonArray items = EffectJson.of(groups).getJsonArray("items");
        var text = new StringWriter();
        text.write(MARK);
        List<String> columns = List.copyOf(EffectJson.of(Map.of("", Effect.NONE))
                .getJsonArray("items")
                .getJsonObject(0)
                .fieldNames());
        try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            writer.writeRecord(columns);
            for (int i = 0; i < items.size(); i++) {
                JsonObject item = items.getJsonObject(i);
                List<String> cells = new ArrayList<>();
                columns.forEach(column -> cells.add(cell(item.getValue(column))));
                writer.writeRecord(cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory was written to", e);
        }
        return text.toString();
    }

    private static String cell(@Nullable Object value) {
        if (value instanceof JsonArray amounts) {
            return amounts.stream()
                    .map(JsonObject.class::cast)
                    .map(amount -> amount.getString("text") + " " + amount.getString("currency"))
                    .collect(Collectors.joining("; "));
        }
        if (value instanceof String text) {
            return SpreadsheetText.harmless(text);
        }
        return value == null ? "" : value.toString();
    }
}
