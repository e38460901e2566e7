package com.callfloor.dialer.store;

import java.util.Map;
import java.util.stream.Collectors;

import com.callfloor.dialer.setup.LenderBook;
import org.jdbi.v3.core.Jdbi;

/** Cases counted by lender: one pass over all of them, for people who look now and then. */
public final class SqlLenderBook implements LenderBook {
    private static final String COUNT = """
            SELECT COALESCE(lender, '') AS lender, SUM(state = 'open') AS open_cases, SUM(state = 'withdrawn') AS withdrawn_cases
            FROM cases GROUP BY COALESCE(lender, '')""";

    private final Jdbi jdbi;

    public SqlLenderBook(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public Map<String, Cases> cases() {
        return jdbi.withHandle(handle -> handle.createQuery(COUNT)
                .map((row, context) -> Map.entry(row.getString("lender"),
                        new Cases(row.getLong("open_cases"), row.getLong("withdrawn_cases"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
