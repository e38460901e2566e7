package com.callfloor.dialer.store;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.rules.books.OtherCalls;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Calls of others in the database. A call may open as well as close, so its debtor's cases are asked about again. */
public final class SqlOtherCalls implements OtherCalls {
    private static final String INSERT = """
            INSERT INTO other_calls (case_id, debtor_id, number_id, at, direction, result, rang, origin, source, noted_at)
            VALUES (:case, :debtor, :number, :at, :direction, :result, :rang, :origin, :source, :now)""";

    private final Jdbi jdbi;
    private final Clock clock;

    public SqlOtherCalls(Database database) {
        this.jdbi = database.jdbi();
        this.clock = database.clock();
    }

    @Override
    public Optional<Long> note(OtherCall call) {
        long number = NumberIds.of(jdbi, call.number());
        return GivingWay.inTransaction(jdbi,
                handle -> BookedCase.find(handle, call.caseRef()).map(found -> note(handle, call, found, number)));
    }

    private long note(Handle handle, OtherCall call, BookedCase found, long number) {
        Instant now = clock.instant();
        Waking.asleepOf(handle, List.of(found.debtor()), now);
        return handle.createUpdate(INSERT)
                .bind("case", found.id())
                .bind("debtor", found.debtor())
                .bind("number", number)
                .bind("at", call.at())
                .bind("direction", Rows.code(call.direction()))
                .bind("result", call.result().code())
                .bind("rang", call.rang())
                .bind("origin", Rows.code(call.origin()))
                .bind("source", call.source())
                .bind("now", now)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }
}
