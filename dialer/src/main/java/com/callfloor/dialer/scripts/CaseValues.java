package com.callfloor.dialer.scripts;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.cases.CaseCard;
import com.callfloor.dialer.cases.CaseDirectory.CaseView;
import com.callfloor.dialer.cases.CaseDirectory.NumberView;
import com.callfloor.dialer.strategy.StagePlan.Offers;
import org.jspecify.annotations.Nullable;

/** A case's values for the variables of a script. Never a whole number, never a whole reference. */
public final class CaseValues {
    private static final int REF_SHOWN = 4;
    private static final String UNKNOWN = "—";

    private CaseValues() {}

    /** {@code overdueDays}: today's; negative before the due date. */
    public static Map<Variable, String> of(CaseView view, long overdueDays, Offers offers, CallerNames caller,
            String agentName, Language language) {
        CaseCard card = view.card();
        Map<Variable, String> values = new EnumMap<>(Variable.class);
        values.put(Variable.AGENT_NAME, agentName);
        values.put(Variable.CALLER_NAME, caller.in(language));
        values.put(Variable.CALLBACK_NUMBER, caller.callbackNumber());
        values.put(Variable.DEBTOR_NAME, card.debtorName());
        values.put(Variable.DEBTOR_NUMBER, ownNumber(view).orElse(UNKNOWN));
        values.put(Variable.LENDER, lender(card.lender(), language));
        values.put(Variable.PRODUCT, product(card.product(), language));
        values.put(Variable.AMOUNT_DUE, Figures.amount(card.amountDue(), language));
        values.put(Variable.DUE_DATE, Figures.day(card.dueDate(), language));
        values.put(Variable.OVERDUE_DAYS, Long.toString(Math.max(0, overdueDays)));
        values.put(Variable.CASE_REF, shownRef(card.caseRef()));
        values.put(Variable.INSTALMENTS, Integer.toString(offers.instalments()));
        values.put(Variable.EXTENSION_DAYS, Integer.toString(offers.extensionDays()));
        return values;
    }

    private static Optional<String> ownNumber(CaseView view) {
        return view.numbers()
                .stream()
                .filter(number -> number.role().isDebtorsOwn() && number.valid())
                .map(NumberView::masked)
                .findFirst();
    }

    private static String orElse(@Nullable String value, String other) {
        return value == null || value.isBlank() ? other : value;
    }

    /** The end of a reference; at most half of a short one, so that none is shown whole. */
    public static String shownRef(String ref) {
        int shown = Math.min(REF_SHOWN, ref.length() / 2);
        return "****" + ref.substring(ref.length() - shown);
    }

    /** What stands where a lender's file names no lender. */
    public static String lender(@Nullable String lender, Language language) {
        return orElse(lender, language == Language.ZH_CN ? "委托方" : "the lender");
    }

    /** What stands where a lender's file names no product. */
    public static String product(@Nullable String product, Language language) {
        return orElse(product, language == Language.ZH_CN ? "账户" : "account");
    }
}
