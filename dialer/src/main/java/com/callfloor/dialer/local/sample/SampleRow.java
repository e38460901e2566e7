package com.callfloor.dialer.local.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A case as a row of a file. */
final class SampleRow {
    static final List<String> ENGLISH = Stream.of("case_ref,debtor_ref,debtor_name,lender,product,currency,principal,"
            + "amount_due,due_date,overdue_days,overdue_periods,phone_1,phone_1_type,phone_2,phone_2_type,phone_3,"
            + "phone_3_type,phone_4,phone_4_type,phone_5,phone_5_type,contact_1_name,contact_1_relation,"
            + "contact_1_phone,contact_2_name,contact_2_relation,contact_2_phone,contact_3_name,contact_3_relation,"
            + "contact_3_phone,region,postal_code,timezone,language,notes")
            .flatMap(names -> Stream.of(names.split(",", -1)))
            .toList();

    /** The Chinese names of some of the English columns, in the order of a Chinese file. */
    static final Map<String, String> CHINESE = chinese();

    private SampleRow() {}

    /** By English column name; what a case lacks is absent. */
    static Map<String, String> of(SampleCase from) {
        Map<String, String> row = new LinkedHashMap<>(Map.of("case_ref", from.caseRef(), "debtor_ref",
                from.debtor().ref(), "debtor_name", from.debtor().name(), "lender", from.lender(), "product",
                from.product(), "currency", "CNY", "principal", from.principal().toPlainString(), "amount_due",
                from.amountDue().toPlainString(), "due_date", from.dueDate().toString()));
        row.put("overdue_days", Integer.toString(from.overdueDays()));
        row.put("overdue_periods", Integer.toString(from.overduePeriods()));
        for (int i = 1; i <= from.phones().size(); i++) {
            row.put("phone_" + i, from.phones().get(i - 1).number());
            row.put("phone_" + i + "_type", from.phones().get(i - 1).type());
        }
        for (int i = 1; i <= from.contacts().size(); i++) {
            row.put("contact_" + i + "_name", from.contacts().get(i - 1).name());
            row.put("contact_" + i + "_relation", from.contacts().get(i - 1).relation());
            row.put("contact_" + i + "_phone", from.contacts().get(i - 1).phone());
        }
        row.put("region", from.debtor().place().code());
        row.put("postal_code", from.debtor().postalCode());
        row.put("timezone", "Asia/Shanghai");
        row.put("language", from.debtor().language());
        from.notes().ifPresent(notes -> row.put("notes", notes));
        return row;
    }

    /** As a Chinese lender writes it: a province's name, a date and a period in Chinese. */
    static Map<String, String> chineseOf(SampleCase from) {
        Map<String, String> row = of(from);
        row.put("region", from.debtor().place().name());
        row.put("due_date", "%d年%d月%d日".formatted(from.dueDate().getYear(), from.dueDate().getMonthValue(),
                from.dueDate().getDayOfMonth()));
        row.put("overdue_periods", "M" + from.overduePeriods());
        row.put("language", "普通话");
        row.put("currency", "人民币");
        return row;
    }

    static List<String> cells(Map<String, String> row, List<String> columns) {
        List<String> cells = new ArrayList<>(columns.size());
        for (String column : columns) {
            cells.add(row.getOrDefault(column, ""));
        }
        return cells;
    }

    private static Map<String, String> chinese() {
        Map<String, String> names = new LinkedHashMap<>();
        String pairs = "case_ref 案件编号,debtor_ref 客户编号,debtor_name 姓名,lender 委托方,product 产品,currency 币种,"
                + "principal 本金,amount_due 欠款金额,due_date 应还日期,overdue_days 逾期天数,overdue_periods 逾期期数,"
                + "phone_1 手机号,phone_2 电话2,phone_3 电话3,contact_1_name 联系人1姓名,contact_1_relation 联系人1关系,"
                + "contact_1_phone 联系人1电话,region 地区,postal_code 邮编,language 语言,notes 备注";
        for (String pair : pairs.split(",", -1)) {
            String[] parts = pair.split(" ", -1);
            names.put(parts[0], parts[1]);
        }
        return names;
    }
}
