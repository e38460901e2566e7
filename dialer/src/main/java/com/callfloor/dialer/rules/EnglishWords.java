package com.callfloor.dialer.rules;

import java.util.Locale;

import com.callfloor.dialer.rules.history.Channel;
import com.callfloor.dialer.rules.history.FactKind;
import com.callfloor.dialer.rules.pack.CountedEvent;
import com.callfloor.dialer.rules.pack.Period;
import com.callfloor.dialer.rules.pack.Scope;

/** The field's terms in English, as they stand in a {@link Wording}. */
final class EnglishWords {
    private EnglishWords() {}

    static String of(CountedEvent event) {
        return switch (event) {
            case DISPATCHED -> "attempts";
            case CONNECTED -> "attempts that may have rung";
            case ANSWERED -> "answered calls";
            case CONVERSATION -> "conversations";
            case ABANDONED -> "abandoned calls";
        };
    }

    static String one(CountedEvent event) {
        return switch (event) {
            case DISPATCHED -> "attempt";
            case CONNECTED -> "attempt that may have rung";
            case ANSWERED -> "answered call";
            case CONVERSATION -> "conversation";
            case ABANDONED -> "abandoned call";
        };
    }

    static String of(Scope scope) {
        return switch (scope) {
            case PERSON -> "with this debtor";
            case DEBT -> "about this debt";
            case PERSON_AND_DEBT -> "with this debtor about this debt";
            case NUMBER -> "to this number";
            case LINE -> "to this debtor's lines of this kind";
            case HOUSEHOLD -> "with this household";
            case ACCOUNT -> "about this account";
        };
    }

    static String of(Period period) {
        return switch (period) {
            case Period.Elapsed(var length) -> "within " + length.toString().substring(2).toLowerCase(Locale.ROOT);
            case Period.ConsecutiveDays(int days) -> "in " + days + " consecutive days";
            case Period.Calendar(Period.Unit unit) -> switch (unit) {
                case DAY -> "this calendar day";
                case WEEK -> "this calendar week";
                case MONTH -> "this calendar month";
            };
            case Period.Ever ever -> "ever";
        };
    }

    static String of(Channel channel) {
        return switch (channel) {
            case CALL -> "call";
            case SMS -> "text message";
            case EMAIL -> "e-mail";
        };
    }

    static String of(FactKind fact) {
        return switch (fact) {
            case CEASE -> "the debtor asked that contact cease";
            case ATTORNEY -> "an attorney represents the debtor";
            case DISPUTE -> "the debt is disputed";
            case BANKRUPTCY -> "the debtor is bankrupt";
            case DECEASED -> "the debtor is dead";
            case MINOR -> "the debtor is a minor";
            case WRONG_PARTY -> "the number is not the debtor's";
            case REFUSED -> "calls to this number were refused";
            case INCONVENIENT -> "the debtor named this time or place inconvenient";
            case CONSENT -> "the debtor consented";
            case NO_MESSAGES -> "messages were refused";
            case MESSAGE_CONSENT -> "the debtor agreed to messages";
            case DO_NOT_CALL -> "the number is on a do-not-call list";
        };
    }
}
