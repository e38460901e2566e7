package com.callfloor.dialer.store;

import java.sql.SQLException;
import java.util.Optional;

/** Tells apart what a failed statement means. */
final class SqlFailures {
    private static final int ACCESS_DENIED = 1045;
    private static final int DATABASE_CLOSED_TO_USER = 1044;
    private static final int UNKNOWN_DATABASE = 1049;
    /** MySQL's own number for a failed CHECK; its SQL state is the one for anything. MariaDB uses state 23000. */
    private static final int CHECK_FAILED = 3819;
    private static final String BAD_VALUE = "22";
    private static final String CONSTRAINT = "23";
    private static final String ROLLED_BACK = "40";
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int DUPLICATE = 1062;

    private SqlFailures() {}

    static DatabaseProblem onConnecting(DatabaseSettings settings, Exception failure) {
        SQLException said = sqlPart(failure).orElse(null);
        if (said == null) {
            return new DatabaseProblem.Refused(settings, failure);
        }
        String state = String.valueOf(said.getSQLState());
        return switch (said.getErrorCode()) {
            case ACCESS_DENIED -> new DatabaseProblem.SignInRefused(settings, said);
            case DATABASE_CLOSED_TO_USER, UNKNOWN_DATABASE -> new DatabaseProblem.UnknownDatabase(settings, said);
            default -> state.startsWith("08")
                    ? new DatabaseProblem.NotReachable(settings, said)
                    : new DatabaseProblem.Refused(settings, said);
        };
    }

    /**
     * Whether trying again can never help, since the data itself is refused, or since no database was involved at all.
     * Anything else (away, full, locked, read-only, a right missing) is a matter of time or of repair.
     */
    static boolean isAboutTheContent(Exception failure) {
        return sqlPart(failure).map(said -> {
            String state = String.valueOf(said.getSQLState());
            return state.startsWith(BAD_VALUE) || state.startsWith(CONSTRAINT) || said.getErrorCode() == CHECK_FAILED;
        }).orElse(true);
    }

    /** Whether the server undid the transaction to let another one pass: it may simply be run again. */
    static boolean gaveWay(Exception failure) {
        return sqlPart(failure)
                .filter(said -> String.valueOf(said.getSQLState()).startsWith(ROLLED_BACK)
                        || said.getErrorCode() == LOCK_WAIT_TIMEOUT)
                .isPresent();
    }

    /** Whether another transaction has written a row with the same key since this one looked for it. */
    static boolean metAnother(Exception failure) {
        return sqlPart(failure).filter(said -> said.getErrorCode() == DUPLICATE).isPresent();
    }

    private static Optional<SQLException> sqlPart(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException said) {
                return Optional.of(said);
            }
        }
        return Optional.empty();
    }
}
