package com.callfloor.dialer.store;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Currency;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.PhoneNumber;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/** How the floor's types stand in columns. */
final class SqlTypes {
    private SqlTypes() {}

    static void register(Jdbi jdbi) {
        jdbi.registerArgument(new Instants());
        jdbi.registerArgument(new AttemptIds());
        jdbi.registerColumnMapper(Instant.class, (row, column, context) -> {
            LocalDateTime utc = row.getObject(column, LocalDateTime.class);
            return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
        });
        jdbi.registerColumnMapper(AttemptId.class, (row, column, context) -> {
            String id = row.getString(column);
            return id == null ? null : attempt(id);
        });
        jdbi.registerColumnMapper(PhoneNumber.class, (row, column, context) -> {
            String e164 = row.getString(column);
            return e164 == null ? null : new PhoneNumber(e164);
        });
        jdbi.registerColumnMapper(Currency.class, (row, column, context) -> {
            String code = row.getString(column);
            return code == null ? null : Currency.getInstance(code);
        });
    }

    static AttemptId attempt(String id) {
        return AttemptId.parse(id).orElseThrow(() -> new IllegalStateException("not an attempt's id: " + id));
    }

    /** As much of an instant as the database keeps. */
    static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    /** As UTC wall-clock time: unlike a timestamp, no driver moves that between time zones. */
    private static final class Instants extends AbstractArgumentFactory<Instant> {
        Instants() {
            super(Types.TIMESTAMP);
        }

        @Override
        protected Argument build(Instant value, ConfigRegistry config) {
            LocalDateTime utc = LocalDateTime.ofInstant(micros(value), ZoneOffset.UTC);
            return (position, statement, context) -> statement.setObject(position, utc);
        }
    }

    private static final class AttemptIds extends AbstractArgumentFactory<AttemptId> {
        AttemptIds() {
            super(Types.CHAR);
        }

        @Override
        protected Argument build(AttemptId value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setString(position, value.toString());
        }
    }
}
