package com.callfloor.dialer.local.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What goes wrong in real case files, a row of each kind. They stand among the good rows, so that a file is seen to go
 * on behind them.
 */
final class BrokenRows {
    private BrokenRows() {}

    /** One way to spoil a row: the values that replace its own. */
    record Spoiling(String kind, Map<String, String> values) {}

    /** Rows that are rejected, and among them one that is not: it counts instead of the earlier row of its reference. */
    static List<Spoiling> broken(String earlierRef) {
        return List.of(spoil("amount is a word", "amount_due", "见附件"),
                spoil("amount has three decimals", "amount_due", "1234.567"),
                spoil("amount is zero", "amount_due", "0.00"),
                spoil("amount is negative", "amount_due", "-88.00"),
                spoil("amount with a decimal comma", "amount_due", "1.234,56"),
                spoil("no case_ref", "case_ref", ""), spoil("case_ref repeated", "case_ref", earlierRef),
                spoil("case_ref rounded by a spreadsheet", "case_ref", "6.22848E+18"),
                spoil("no debtor_ref", "debtor_ref", ""), spoil("no name", "debtor_name", "  "),
                spoil("name far too long", "debtor_name", "王".repeat(129)),
                spoil("no phone", "phone_1", ""), spoil("phone with too few digits", "phone_1", "1380000"),
                spoil("phone in words", "phone_1", "见备注"),
                spoil("landline without area code", "phone_1", "62000000"),
                spoil("two phones in one cell", "phone_1", "13800000001/13800000002"),
                spoil("date that does not exist", "due_date", "2026-02-30"),
                spoil("date with two readings", "due_date", "1/5/2026"), spoil("no date", "due_date", ""),
                spoil("unknown region", "region", "火星"), spoil("unknown currency", "currency", "元宝"),
                spoil("lookup failed in the spreadsheet", "debtor_name", "#N/A"));
    }

    /** How many of {@link #broken} replace an earlier row. */
    static int replacing() {
        return 1;
    }

    /** Rows that look broken and are good. */
    static List<Spoiling> harmless() {
        return List.of(spoil("name with a line break and a header behind it", "debtor_name", "王\r\nAction: Originate"),
                spoil("name with quotes", "debtor_name", "李\"老五\"娜"),
                spoil("name like a formula", "debtor_name", "=张伟"),
                spoil("amount with its sign and groups", "amount_due", "￥1,234.50"),
                spoil("amount in full-width digits", "amount_due", "８８８．８０"),
                spoil("one bad phone beside a good one", "phone_5", "12345"));
    }

    /** Keeps only the first phone where that one is spoiled, or the row would be good by its others. */
    static Map<String, String> apply(Spoiling spoiling, Map<String, String> row) {
        Map<String, String> spoiled = new HashMap<>(row);
        if (spoiling.values().containsKey("phone_1")) {
            spoiled.keySet().removeIf(column -> column.startsWith("phone_"));
        }
        spoiled.putAll(spoiling.values());
        return spoiled;
    }

    private static Spoiling spoil(String kind, String column, String value) {
        return new Spoiling(kind, Map.of(column, value));
    }
}
