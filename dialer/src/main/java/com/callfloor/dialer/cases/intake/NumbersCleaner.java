package com.callfloor.dialer.cases.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.cases.CaseNumber;
import com.callfloor.dialer.cases.NumberRole;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.cases.intake.PhoneReader.Reading;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;

/** Gathers a row's numbers: the debtor's own and those of listed contacts. */
final class NumbersCleaner {
    static final Words LEFT_OUT = new Words("; it was left out", "；已略去");

    private static final Map<String, NumberRole> ROLES = Map.ofEntries(Map.entry("mobile", NumberRole.MOBILE),
            Map.entry("手机", NumberRole.MOBILE), Map.entry("移动电话", NumberRole.MOBILE),
            Map.entry("home", NumberRole.HOME), Map.entry("住宅", NumberRole.HOME), Map.entry("家庭", NumberRole.HOME),
            Map.entry("work", NumberRole.WORK), Map.entry("单位", NumberRole.WORK), Map.entry("公司", NumberRole.WORK),
            Map.entry("contact", NumberRole.CONTACT), Map.entry("联系人", NumberRole.CONTACT));

    private final PhoneReader reader = new PhoneReader();

    /** In the lender's order, no number twice; empty, and the row bad, if none of them is the debtor's own. */
    List<CaseNumber> read(Cells cells, String country, Findings findings) {
        List<CaseNumber> listed = new ArrayList<>();
        for (Column.Phone phone : Column.PHONES) {
            number(phone.number(), cells, country, findings)
                    .ifPresent(found -> listed.add(listed(phone, found, cells, listed.size() + 1, findings)));
        }
        for (Column.Contact contact : Column.CONTACTS) {
            contact(contact, cells, country, listed.size() + 1, findings).ifPresent(listed::add);
        }
        List<CaseNumber> merged = merged(listed);
        if (merged.stream().noneMatch(number -> number.role().isDebtorsOwn())) {
            boolean anyGiven = Column.PHONES.stream().anyMatch(phone -> !cells.text(phone.number()).isEmpty());
            findings.refuse(Reason.NO_OWN_NUMBER, anyGiven
                    ? new Words(
                            "none of the numbers is one of the debtor's own that can be dialed: correct at least one",
                            "没有一个可拨打的债务人本人号码：请至少更正一个")
                    : new Words("no number at all: every case needs at least one of the debtor's own",
                            "没有号码：每个案件至少须有一个债务人本人号码"));
            return List.of();
        }
        return merged;
    }

    private static CaseNumber listed(Column.Phone column, Reading.Dialable found, Cells cells, int position,
            Findings findings) {
        String type = column.type().map(cells::plain).orElse("").toLowerCase(Locale.ROOT);
        if (type.isEmpty()) {
            return new CaseNumber(found.number(), found.usualRole(), position, null, null);
        }
        NumberRole role = ROLES.get(type);
        if (role != null) {
            return new CaseNumber(found.number(), role, position, null, null);
        }
        column.type()
                .ifPresent(typeColumn -> findings.warn(typeColumn, Reason.UNKNOWN_TYPE,
                        Words.of("'%s' is none of mobile, home, work, contact; the number is taken as a contact's",
                                "“%s”不是 mobile、home、work、contact；按联系人号码处理", Text.shown(type))));
        return new CaseNumber(found.number(), NumberRole.CONTACT, position, null, Text.shown(type));
    }

    private Optional<CaseNumber> contact(Column.Contact columns, Cells cells, String country, int position,
            Findings findings) {
        @Nullable
        String name = TextCleaner.optional(columns.name(), TextCleaner.NAME, cells, findings).orElse(null);
        @Nullable
        String relation = TextCleaner.optional(columns.relation(), TextCleaner.RELATION, cells, findings).orElse(null);
        if (name != null && cells.text(columns.phone()).isEmpty()) {
            findings.warn(columns.phone(), Reason.NO_CONTACT_NUMBER,
                    new Words("a contact without a number; it was left out", "联系人没有号码；已略去"));
        }
        return number(columns.phone(), cells, country, findings)
                .map(found -> new CaseNumber(found.number(), NumberRole.CONTACT, position, name, relation));
    }

    private Optional<Reading.Dialable> number(Column column, Cells cells, String country, Findings findings) {
        String text = cells.plain(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (reader.read(text, country)) {
            case Reading.Dialable found -> {
                if (!found.allocated()) {
                    findings.warn(column, Reason.UNALLOCATED_NUMBER,
                            new Words("in a range that is not known to be in use; it was kept", "号段未知是否启用；已保留"));
                }
                yield Optional.of(found);
            }
            case Reading.Impossible(Words why) -> {
                findings.warn(column, Reason.IMPOSSIBLE_NUMBER, why.then(LEFT_OUT));
                yield Optional.empty();
            }
        };
    }

    /** The first listing of a number counts, but the debtor's own before a contact's. */
    private static List<CaseNumber> merged(List<CaseNumber> listed) {
        Map<PhoneNumber, CaseNumber> byNumber = new LinkedHashMap<>();
        for (CaseNumber number : listed) {
            byNumber.merge(number.number(), number,
                    (first, later) -> later.role().isDebtorsOwn() && !first.role().isDebtorsOwn() ? later : first);
        }
        List<CaseNumber> merged = new ArrayList<>(byNumber.size());
        for (CaseNumber number : byNumber.values()) {
            merged.add(new CaseNumber(number.number(), number.role(), merged.size() + 1, number.contactName(),
                    number.contactRelation()));
        }
        return merged;
    }
}
