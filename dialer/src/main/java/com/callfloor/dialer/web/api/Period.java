package com.callfloor.dialer.web.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.web.http.Must;
import com.callfloor.dialer.web.http.Problem.FieldError;
import com.callfloor.dialer.web.http.Query;
import com.callfloor.dialer.words.Words;

/** The days that a report is asked for, as {@code from} and {@code to}; the last one is included. */
record Period(LocalDate from, LocalDate to) {
    /** Years of calls would keep the database from reserving the next one. */
    private static final int MOST_DAYS = 366;

    /** Empty where it cannot be meant; why is added to {@code errors}. */
    static Optional<Period> of(Query query, List<FieldError> errors) {
        Optional<LocalDate> from = day(query, "from", errors);
        Optional<LocalDate> to = day(query, "to", errors);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (to.get().isBefore(from.get()) || to.get().isAfter(from.get().plusDays(MOST_DAYS))) {
            errors.add(new FieldError("to",
                    Words.of("must be %s or at most %d days later", "须为 %s 或其后最多 %d 天", from.get(), MOST_DAYS)));
        }
        return Optional.of(new Period(from.get(), to.get()));
    }

    private static Optional<LocalDate> day(Query query, String name, List<FieldError> errors) {
        try {
            return Optional.of(LocalDate.parse(query.text(name).orElse("")));
        } catch (DateTimeException e) {
            errors.add(new FieldError(name, Must.BE_A_DAY));
            return Optional.empty();
        }
    }
}
