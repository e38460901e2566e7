package com.callfloor.dialer.store;

import org.jspecify.annotations.Nullable;

/** Why the database cannot be used; the message says what is wrong and how to mend it. */
public abstract sealed class DatabaseProblem extends Exception {
    private DatabaseProblem(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Nobody answers there, or not in time. */
    public static final class NotReachable extends DatabaseProblem {
        NotReachable(DatabaseSettings settings, Throwable cause) {
            super("no database answers at " + settings.place()
                    + ": start it, or correct host and port in the configuration (FLOOR_DATABASE_URL)", cause);
        }
    }

    /** Wrong user or password, or one that may not connect from here. */
    public static final class SignInRefused extends DatabaseProblem {
        SignInRefused(DatabaseSettings settings, Throwable cause) {
            super("the database at " + settings.place() + " refuses user '" + settings.user()
                    + "': correct user and password in the configuration (FLOOR_DATABASE_USER,"
                    + " FLOOR_DATABASE_PASSWORD), or let that user in from this machine", cause);
        }
    }

    /** The server is there, the database in it is not, or is closed to this user. */
    public static final class UnknownDatabase extends DatabaseProblem {
        UnknownDatabase(DatabaseSettings settings, Throwable cause) {
            super("there is no database at " + settings.place() + " that user '" + settings.user()
                    + "' may use: create it (CREATE DATABASE name CHARACTER SET utf8mb4) and grant ALL on it", cause);
        }
    }

    /** Runs, but lacks what the floor needs. */
    public static final class TooOld extends DatabaseProblem {
        TooOld(DatabaseSettings settings, ServerVersion found) {
            super("the database at " + settings.place() + " is " + found + "; the floor needs "
                    + ServerVersion.NEEDED + ": upgrade it or name another one in the configuration", null);
        }
    }

    /** The schema could not be brought up to date. */
    public static final class MigrationFailed extends DatabaseProblem {
        MigrationFailed(DatabaseSettings settings, Throwable cause) {
            super("the tables at " + settings.place() + " could not be brought up to date: " + cause.getMessage(),
                    cause);
        }
    }

    /** Anything else that the server said. */
    public static final class Refused extends DatabaseProblem {
        Refused(DatabaseSettings settings, Throwable cause) {
            super("the database at " + settings.place() + " answers with an error: " + cause.getMessage(), cause);
        }
    }
}
