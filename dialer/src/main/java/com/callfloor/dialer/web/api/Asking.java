package com.callfloor.dialer.web.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.web.http.Problem.FieldError;
import com.callfloor.dialer.web.http.ProblemException;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Query;

/** Reads the parameters of questions to the rules. */
final class Asking {
    /** No country of its own: a number must bring its country code. */
    static final String NO_COUNTRY = "ZZ";

    private Asking() {}

    static String caseRef(Query query) {
        return query.text("case").orElseThrow(() -> wrong("case", "must be given: the lender's case reference"));
    }

    static Optional<Instant> instant(Query query, String name) {
        // A plus sign that nobody encoded arrives as a space.
        return query.text(name)
                .map(text -> instant(text.replace(' ', '+'))
                        .orElseThrow(() -> wrong(name, "must be an instant such as 2026-11-24T08:00:00Z")));
    }

    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<PhoneNumber> number(Query query) {
        return query.text("number")
                .map(text -> PhoneNumber.parse(text.startsWith(" ") ? "+" + text.strip() : text, NO_COUNTRY)
                        .orElseThrow(() -> wrong("number",
                                "must be a whole telephone number such as +8613800138000; write + as %2B")));
    }

    private static ProblemException wrong(String parameter, String message) {
        return Problems.badParameters(List.of(new FieldError(parameter, message)));
    }
}
