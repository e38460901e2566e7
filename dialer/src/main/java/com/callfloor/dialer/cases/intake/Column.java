package com.callfloor.dialer.cases.intake;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every column that a case file may have, under its names in the header.
 *
 * <p>Names are compared by their letters and digits alone, without regard to case or width, so that "Case Ref", "case_ref"
 * and "ＣＡＳＥ＿ＲＥＦ" are the same.
 */
enum Column {
    CASE_REF("case_ref", "案件编号"), DEBTOR_REF("debtor_ref", "客户编号"), DEBTOR_NAME("debtor_name", "姓名", "客户姓名"), LENDER(
            "lender", "委托方"), PRODUCT("product", "产品"), CURRENCY("currency", "币种"), PRINCIPAL("principal",
                    "本金"), AMOUNT_DUE("amount_due", "欠款金额"), DUE_DATE("due_date",
                            "应还日期"), OVERDUE_DAYS("overdue_days", "逾期天数"), OVERDUE_PERIODS("overdue_periods", "逾期期数"),
    /** 手机号 beside 电话1..5 is a number of its own, listed before them. */
    MOBILE("mobile", "手机号", "手机", "手机号码"), PHONE_1("phone_1", "电话1", "手机号1"), PHONE_2("phone_2", "电话2",
            "手机号2"), PHONE_3("phone_3", "电话3", "手机号3"), PHONE_4("phone_4", "电话4", "手机号4"), PHONE_5("phone_5", "电话5",
                    "手机号5"), PHONE_1_TYPE("phone_1_type", "电话1类型", "手机号1类型"), PHONE_2_TYPE("phone_2_type", "电话2类型",
                            "手机号2类型"), PHONE_3_TYPE("phone_3_type", "电话3类型", "手机号3类型"), PHONE_4_TYPE("phone_4_type",
                                    "电话4类型", "手机号4类型"), PHONE_5_TYPE("phone_5_type", "电话5类型", "手机号5类型"), CONTACT_1_NAME(
                                            "contact_1_name", "联系人1姓名"), CONTACT_1_RELATION("contact_1_relation",
                                                    "联系人1关系"), CONTACT_1_PHONE("contact_1_phone",
                                                            "联系人1电话"), CONTACT_2_NAME("contact_2_name",
                                                                    "联系人2姓名"), CONTACT_2_RELATION("contact_2_relation",
                                                                            "联系人2关系"), CONTACT_2_PHONE(
                                                                                    "contact_2_phone",
                                                                                    "联系人2电话"), CONTACT_3_NAME(
                                                                                            "contact_3_name",
                                                                                            "联系人3姓名"), CONTACT_3_RELATION(
                                                                                                    "contact_3_relation",
                                                                                                    "联系人3关系"), CONTACT_3_PHONE(
                                                                                                            "contact_3_phone",
                                                                                                            "联系人3电话"), REGION(
                                                                                                                    "region",
                                                                                                                    "地区"), POSTAL_CODE(
                                                                                                                            "postal_code",
                                                                                                                            "邮编"), TIMEZONE(
                                                                                                                                    "timezone",
                                                                                                                                    "时区"), LANGUAGE(
                                                                                                                                            "language",
                                                                                                                                            "语言"), STATUS(
                                                                                                                                                    "status",
                                                                                                                                                    "状态"), NOTES(
                                                                                                                                                            "notes",
                                                                                                                                                            "备注");

    /** A file without one of these is refused; it must have a column of {@link #PHONES} besides. */
    static final List<Column> REQUIRED = List.of(CASE_REF, DEBTOR_REF, DEBTOR_NAME, AMOUNT_DUE, DUE_DATE);

    /** In the order in which a lender's numbers count. */
    static final List<Phone> PHONES = List.of(new Phone(MOBILE, Optional.empty()),
            new Phone(PHONE_1, Optional.of(PHONE_1_TYPE)), new Phone(PHONE_2, Optional.of(PHONE_2_TYPE)),
            new Phone(PHONE_3, Optional.of(PHONE_3_TYPE)), new Phone(PHONE_4, Optional.of(PHONE_4_TYPE)),
            new Phone(PHONE_5, Optional.of(PHONE_5_TYPE)));

    static final List<Contact> CONTACTS = List.of(new Contact(CONTACT_1_NAME, CONTACT_1_RELATION, CONTACT_1_PHONE),
            new Contact(CONTACT_2_NAME, CONTACT_2_RELATION, CONTACT_2_PHONE),
            new Contact(CONTACT_3_NAME, CONTACT_3_RELATION, CONTACT_3_PHONE));

    private static final Map<String, Column> BY_KEY = byKey();

    /** What lenders write instead; counts only where the header names the column in no better way. */
    private static final Map<String, Column> BY_OTHER_KEY = Stream
            .of(Map.entry(CASE_REF, "案件号 案件ID 案件编码 委案编号"), Map.entry(DEBTOR_REF, "客户号 客户ID 客户编码 债务人编号"),
                    Map.entry(DEBTOR_NAME, "债务人 债务人姓名 客户名称 借款人姓名"), Map.entry(LENDER, "委托机构 委托方名称 委托人"),
                    Map.entry(PRODUCT, "产品名称"), Map.entry(CURRENCY, "货币"), Map.entry(PRINCIPAL, "剩余本金 本金余额 欠款本金"),
                    Map.entry(AMOUNT_DUE, "欠款总额 欠款 应还金额 逾期金额 逾期总额"), Map.entry(DUE_DATE, "应还日 到期日 到期日期 还款日 还款日期"),
                    Map.entry(OVERDUE_DAYS, "逾期天"), Map.entry(OVERDUE_PERIODS, "期数 逾期月数"),
                    Map.entry(MOBILE, "联系电话 电话 移动电话 电话号码 本人电话 本人手机 phone mobile"),
                    Map.entry(REGION, "省份 所在地区 省"), Map.entry(POSTAL_CODE, "邮政编码"), Map.entry(NOTES, "备注信息"),
                    Map.entry(CONTACT_1_PHONE, "联系人1手机"), Map.entry(CONTACT_2_PHONE, "联系人2手机"),
                    Map.entry(CONTACT_3_PHONE, "联系人3手机"))
            .flatMap(entry -> Stream.of(entry.getValue().split(" ", -1))
                    .map(name -> Map.entry(key(name), entry.getKey())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** What a header adds to a name without meaning another column; 万元 and 分 are read as {@link AmountUnit} besides. */
    private static final Pattern ADDED = Pattern.compile(
            "[(（\\[【](?:万元|万|元|分|人民币|人民币元|CNY|RMB|必填|选填|天|期|月|YYYY[-/]?MM[-/]?DD)[)）\\]】]|元$",
            Pattern.CASE_INSENSITIVE);

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, and so are its strings
    private final List<String> names;

    Column(String english, String... chinese) {
        this.names = Stream.concat(Stream.of(english), Stream.of(chinese)).toList();
    }

    record Phone(Column number, Optional<Column> type) {}

    record Contact(Column name, Column relation, Column phone) {}

    /** The English name first. */
    List<String> names() {
        return names;
    }

    String english() {
        return names.getFirst();
    }

    static Optional<Column> named(String header) {
        return Optional.ofNullable(BY_KEY.get(key(header)));
    }

    /** The column that a header means although it is none of its names. */
    static Optional<Column> meant(String header) {
        String bare = ADDED.matcher(header.strip()).replaceAll("");
        return named(bare).or(() -> Optional.ofNullable(BY_OTHER_KEY.get(key(bare))));
    }

    /** What is compared of a header name. */
    static String key(String header) {
        return Normalizer.normalize(header, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static Map<String, Column> byKey() {
        Map<String, Column> columns = new HashMap<>();
        for (Column column : values()) {
            for (String name : column.names) {
                columns.put(key(name), column);
            }
        }
        return Map.copyOf(columns);
    }
}
