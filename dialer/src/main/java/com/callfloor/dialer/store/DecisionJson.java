package com.callfloor.dialer.store;

import java.util.Map;

import com.callfloor.dialer.calls.Purpose;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.contacts.ContactPick;
import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.rules.DecisionFields;
import com.callfloor.dialer.rules.Reason;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/** A decision as it is kept: {@link DecisionFields}, and whom it was about. */
final class DecisionJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private DecisionJson() {}

    /**
     * One line of JSON.
     *
     * @param number the one that was asked about, if any; it is written masked
     * @param pick why it was this number, where one is called
     */
    static String of(Decision decision, @Nullable PhoneNumber number, Purpose purpose, @Nullable ContactPick pick) {
        Map<String, Object> fields = DecisionFields.of(decision);
        fields.put("purpose", purpose.code());
        if (number != null) {
            fields.put("number", number.masked());
        }
        if (pick != null) {
            fields.put("contact", pick.fields());
        }
        if (!decision.allowed()) {
            fields.put("hours_only", hoursOnly(decision));
        }
        try {
            return MAPPER.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a decision's fields are strings, numbers, lists and maps", e);
        }
    }

    /** Whether nothing but the hour spoke against the call. */
    private static boolean hoursOnly(Decision decision) {
        return decision.findings()
                .stream()
                .filter(finding -> !finding.allows())
                .allMatch(finding -> finding.reason() instanceof Reason.OutsideHours
                        || finding.reason() instanceof Reason.ClosedDay);
    }
}
