package com.callfloor.dialer.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.local.DebtorBehaviour;

/** Cases with one number each, in the order in which they will be called, and what happens when they are. */
final class Debtors {
    private static final String HEADER = "case_ref,debtor_ref,debtor_name,lender,amount_due,due_date,phone_1,"
            + "phone_1_type,region,timezone,notes";

    private final Map<String, DebtorBehaviour> byCase = new LinkedHashMap<>();
    private final List<String> rows = new ArrayList<>();
    private final int firstNumber;

    private Debtors(int firstNumber) {
        this.firstNumber = firstNumber;
    }

    static Debtors none() {
        return numberedFrom(0);
    }

    /** So that the debtors of two files have numbers of their own. */
    static Debtors numberedFrom(int firstNumber) {
        return new Debtors(firstNumber);
    }

    Debtors with(String caseRef, DebtorBehaviour behaviour) {
        return with(caseRef, "张伟", "逾期协商", behaviour);
    }

    /** Name and notes may hold anything. */
    Debtors with(String caseRef, String name, String notes, DebtorBehaviour behaviour) {
        byCase.put(caseRef, behaviour);
        rows.add("%s,D-%s,%s,晨星消费金融,1234.56,2026-01-15,%s,mobile,CN-ZJ,Asia/Shanghai,%s".formatted(caseRef, caseRef,
                quoted(name), national(byCase.size()), quoted(notes)));
        return this;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private String national(int nth) {
        return Long.toString(13_900_100_000L + firstNumber + nth);
    }

    PhoneNumber number(String caseRef) {
        int nth = List.copyOf(byCase.keySet()).indexOf(caseRef) + 1;
        return new PhoneNumber("+86" + national(nth));
    }

    List<String> caseRefs() {
        return List.copyOf(byCase.keySet());
    }

    Map<PhoneNumber, DebtorBehaviour> behaviours() {
        return byCase.keySet().stream().collect(Collectors.toMap(this::number, byCase::get));
    }

    String caseFile() {
        return HEADER + "\n" + String.join("\n", rows) + "\n";
    }
}
