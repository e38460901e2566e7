package com.callfloor.dialer.web.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.cases.intake.SpreadsheetText;
import com.callfloor.dialer.effect.Costs;
import com.callfloor.dialer.effect.Effect;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * The same figures as {@link EffectJson}, for a spreadsheet: amounts in major units, a column for each currency, and no text
 * that would be taken for a formula.
 */
public final class EffectTable {
    /** Excel takes a CSV file for another encoding without it. */
    private static final String MARK = "\uFEFF";
    private static final int WIDTH = 18;

    private final List<Column> columns;
    private final List<JsonObject> rows = new ArrayList<>();

    /** {@code cell}: a text, a number, or null for an empty one. */
    private record Column(String name, Function<JsonObject, @Nullable Object> cell) {}

    private EffectTable(List<Column> columns, JsonArray items) {
        this.columns = columns;
        for (int i = 0; i < items.size(); i++) {
            rows.add(items.getJsonObject(i));
        }
    }

    public static EffectTable of(Map<String, Effect> groups, Costs costs) {
        SortedSet<String> currencies = new TreeSet<>();
        groups.values().forEach(effect -> {
            effect.money().recovered().keySet().forEach(currency -> currencies.add(currency.getCurrencyCode()));
            effect.money().stillDue().keySet().forEach(currency -> currencies.add(currency.getCurrencyCode()));
        });
        List<Column> columns = new ArrayList<>();
        // Of no group at all, so that a table without rows has its columns too.
        JsonObject pattern = EffectJson.of(Map.of("", Effect.NONE), costs).getJsonArray("items").getJsonObject(0);
        for (String field : pattern.fieldNames()) {
            switch (field) {
                case "recovered", "still_due" -> currencies.forEach(code -> columns.add(
                        new Column(field + "_" + code, row -> amount(row.getJsonArray(field), code))));
                case "recovery_rates" -> currencies.forEach(code -> columns.add(
                        new Column("recovery_rate_" + code, row -> rate(row.getJsonArray(field), code))));
                case "days_to_recovery" -> List.of("cases", "median", "p90")
                        .forEach(key -> columns.add(
                                new Column(field + "_" + key, row -> row.getJsonObject(field).getValue(key))));
                case "cost" -> columns.add(new Column(field + "_" + costs.currency().getCurrencyCode(),
                        row -> major(row.getJsonObject(field))));
                default -> columns.add(new Column(field, row -> row.getValue(field)));
            }
        }
        return new EffectTable(columns, EffectJson.of(groups, costs).getJsonArray("items"));
    }

    private static @Nullable BigDecimal amount(JsonArray amounts, String code) {
        return amounts.stream()
                .map(JsonObject.class::cast)
                .filter(each -> each.getString("currency").equals(code))
                .map(EffectTable::major)
                .findFirst()
                .orElse(null);
    }

    private static BigDecimal major(JsonObject amount) {
        return new Money(amount.getLong("minor"), Currency.getInstance(amount.getString("currency"))).major();
    }

    private static @Nullable Object rate(JsonArray rates, String code) {
        return rates.stream()
                .map(JsonObject.class::cast)
                .filter(each -> each.getString("currency").equals(code))
                .map(each -> each.getValue("rate"))
                .findFirst()
                .orElse(null);
    }

    /** With the byte-order mark that Excel needs. */
    public String csv() {
        var text = new StringWriter();
        text.write(MARK);
        try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            writer.writeRecord(columns.stream().map(Column::name).toList());
            for (JsonObject row : rows) {
                writer.writeRecord(columns.stream().map(column -> text(column.cell().apply(row))).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory was written to", e);
        }
        return text.toString();
    }

    private static String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case String text -> SpreadsheetText.harmless(text);
            case BigDecimal amount -> amount.toPlainString();
            default -> cell.toString();
        };
    }

    /** A workbook with one sheet; numbers are numbers. */
    public byte[] xlsx() {
        var bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Callfloor", null)) {
            Worksheet sheet = book.newWorksheet("effect");
            for (int column = 0; column < columns.size(); column++) {
                sheet.value(0, column, columns.get(column).name());
                sheet.width(column, WIDTH);
                for (int row = 0; row < rows.size(); row++) {
                    write(sheet, row + 1, column, columns.get(column).cell().apply(rows.get(row)));
                }
            }
            sheet.range(0, 0, 0, columns.size() - 1).style().bold().set();
            sheet.freezePane(1, 1);
        } catch (IOException e) {
            throw new UncheckedIOException("memory was written to", e);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet sheet, int row, int column, @Nullable Object cell) {
        switch (cell) {
            case null -> {
            }
            case Number number -> sheet.value(row, column, number);
            default -> sheet.value(row, column, text(cell));
        }
    }
}
