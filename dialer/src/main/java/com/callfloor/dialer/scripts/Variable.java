package com.callfloor.dialer.scripts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What stands in braces in a script or message and is filled in for a case: the whole list. */
public enum Variable {
    /** Who speaks. */
    AGENT_NAME(false),

    /** The floor, by a name that tells no stranger of a debt. */
    CALLER_NAME(false),

    CALLBACK_NUMBER(false),

    DEBTOR_NAME(false),

    LENDER(true), PRODUCT(true),

    /** With its currency, as {@link Figures#amount} writes it. */
    AMOUNT_DUE(true),

    /** As {@link Figures#day} writes it. */
    DUE_DATE(true),

    /** 0 before the due date. */
    OVERDUE_DAYS(true),

    /** The end of the lender's reference, such as {@code ****0012}. */
    CASE_REF(true),

    /** The debtor's own number that is listed first, masked. */
    DEBTOR_NUMBER(false),

    /** The most instalments that the case's stage allows to agree on. */
    INSTALMENTS(true),

    /** The most days of extension that the case's stage allows to agree on. */
    EXTENSION_DAYS(true);

    private final boolean disclosing;

    Variable(boolean disclosing) {
        this.disclosing = disclosing;
    }

    /** As it stands in the braces. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it tells who hears it that there is a debt. */
    public boolean disclosing() {
        return disclosing;
    }

    public static Optional<Variable> ofCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    /** All codes, for error messages. */
    public static String known() {
        return Arrays.stream(values()).map(Variable::code).collect(Collectors.joining(", "));
    }
}
