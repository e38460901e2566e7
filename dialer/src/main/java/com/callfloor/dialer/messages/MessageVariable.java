package com.callfloor.dialer.messages;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What stands in braces in a template: the whole list. */
public enum MessageVariable {
    /** The floor, by a name that tells no stranger of a debt. */
    CALLER_NAME(false),

    CALLBACK_NUMBER(false),

    DEBTOR_NAME(false),

    /** How to get no more of these; by channel and language. */
    OPT_OUT(false),

    LENDER(true), PRODUCT(true),

    /** With its currency, as {@link com.callfloor.dialer.scripts.Figures#amount} writes it. */
    AMOUNT_DUE(true),

    /** As {@link com.callfloor.dialer.scripts.Figures#day} writes it. */
    DUE_DATE(true),

    /** The end of the lender's reference, such as {@code ****0012}. */
    CASE_REF(true),

    /** Of the instalment that is promised; of reminders only. */
    PROMISED_AMOUNT(true), PROMISED_DATE(true);

    private final boolean disclosing;

    MessageVariable(boolean disclosing) {
        this.disclosing = disclosing;
    }

    /** As it stands in the braces. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it tells who reads it that there is a debt. */
    public boolean disclosing() {
        return disclosing;
    }

    /** Whether it is known only of a promise. */
    public boolean ofPromise() {
        return this == PROMISED_AMOUNT || this == PROMISED_DATE;
    }

    public static Optional<MessageVariable> ofCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    /** All codes, for error messages. */
    public static String known() {
        return Arrays.stream(values()).map(MessageVariable::code).collect(Collectors.joining(", "));
    }
}
