package com.callfloor.dialer.web.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.web.http.Must;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Query;

/** Reads the parameters of questions to the rules. */
final class Asking {
    /** No country of its own: a number must bring its country code. */
    static final String NO_COUNTRY = "ZZ";

    private Asking() {}

    static String caseRef(Query query) {
        return query.text("case")
                .orElseThrow(() -> Problems.badParameter("case", "must be given: the lender's case reference",
                        "不能为空：请填写委托方的案件编号"));
    }

    static Optional<Instant> instant(Query query, String name) {
        // A plus sign that nobody encoded arrives as a space.
        return query.text(name)
                .map(text -> instant(text.replace(' ', '+'))
                        .orElseThrow(() -> Problems.badParameter(name, Must.BE_AN_INSTANT)));
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
                        .orElseThrow(() -> Problems.badParameter("number",
                                "must be a whole telephone number such as +8613800138000; write + as %2B",
                                "须为完整的电话号码，例如 +8613800138000；+ 请写作 %2B")));
    }
}
