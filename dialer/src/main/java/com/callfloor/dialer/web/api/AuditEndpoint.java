package com.callfloor.dialer.web.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.callfloor.dialer.audit.AuditBook;
import com.callfloor.dialer.audit.AuditBook.Filter;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.Must;
import com.callfloor.dialer.web.http.Page;
import com.callfloor.dialer.web.http.Problem.FieldError;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Query;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.json.AuditJson;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/** Who read and changed what. */
public final class AuditEndpoint {
    private final AuditBook book;
    private final Blocking blocking;

    public AuditEndpoint(AuditBook book, Blocking blocking) {
        this.book = book;
        this.blocking = blocking;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.AUDIT_LOG, this::list);
    }

    private Future<Reply> list(Exchange exchange) {
        Query query = exchange.query(Set.of("user", "operation", "from", "until", "limit", "after"));
        Page<Long> page = Page.of(query, Keys::number);
        List<FieldError> errors = new ArrayList<>();
        Filter filter = new Filter(user(query, errors), operation(query, errors), instant(query, "from", errors),
                instant(query, "until", errors));
        if (!errors.isEmpty()) {
            throw Problems.badParameters(errors);
        }
        return blocking.call("The audit log", () -> book.page(filter, page.after().orElse(null), page.fetch()))
                .map(found -> Reply.ok(page.list(found, AuditJson::entry, kept -> Long.toString(kept.id()))));
    }

    private static @Nullable Long user(Query query, List<FieldError> errors) {
        Optional<String> text = query.text("user");
        Optional<Long> user = text.flatMap(Keys::number);
        if (text.isPresent() && user.isEmpty()) {
            errors.add(new FieldError("user", "must be a user's id", "须为人员编号"));
        }
        return user.orElse(null);
    }

    private static @Nullable String operation(Query query, List<FieldError> errors) {
        Optional<String> text = query.text("operation");
        if (text.isPresent() && Stream.of(Operation.values()).noneMatch(known -> known.name().equals(text.get()))) {
            errors.add(new FieldError("operation", "is not known; take one from the entries", "没有这种操作，请从记录中选取"));
        }
        return text.orElse(null);
    }

    private static @Nullable Instant instant(Query query, String name,
            List<FieldError> errors) {
        Optional<String> text = query.text(name);
        Optional<Instant> instant = text.flatMap(Asking::instant);
        if (text.isPresent() && instant.isEmpty()) {
            errors.add(new FieldError(name, Must.BE_AN_INSTANT));
        }
        return instant.orElse(null);
    }
}
