package com.callfloor.dialer.web.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.web.http.Problem.FieldError;
import com.callfloor.dialer.words.Words;
import io.vertx.core.MultiMap;

/** A request's query parameters. A misspelt filter must not quietly list everything, so unknown ones are errors. */
public final class Query {
    private final MultiMap parameters;

    private Query(MultiMap parameters) {
        this.parameters = parameters;
    }

    public static Query only(MultiMap parameters, Set<String> known) {
        List<FieldError> errors = new ArrayList<>();
        for (String name : parameters.names()) {
            if (!known.contains(name)) {
                errors.add(new FieldError(name, Words.of("is not known here; known: %s", "此处没有这个参数；可用：%s",
                        String.join(", ", sorted(known)))));
            } else if (parameters.getAll(name).size() > 1) {
                errors.add(new FieldError(name, "must be given once", "只能出现一次"));
            }
        }
        if (!errors.isEmpty()) {
            throw Problems.badParameters(errors);
        }
        return new Query(parameters);
    }

    /** Missing and blank are the same. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(text -> !text.isBlank());
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
