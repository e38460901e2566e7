package com.callfloor.dialer.store;

import java.time.Duration;

/**
 * Where the database is.
 *
 * @param jdbcUrl {@code jdbc:mysql://HOST:PORT/NAME}, for MySQL and for MariaDB
 * @param poolSize connections kept open, 2 to 64; each costs the server memory
 * @param patience until a connection must be there; what takes longer counts as a database that is away
 */
public record DatabaseSettings(String jdbcUrl, String user, String password, int poolSize, Duration patience) {
    private static final String PREFIX = "jdbc:mysql://";
    private static final int SMALLEST_POOL = 2;
    private static final int LARGEST_POOL = 64;
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(2);

    /** As a floor needs it, which must not go on dialing without its books. */
    public DatabaseSettings(String jdbcUrl, String user, String password, int poolSize) {
        this(jdbcUrl, user, password, poolSize, USUAL_PATIENCE);
    }

    /**
     * Checks what it is given.
     *
     * @throws IllegalArgumentException saying what to write instead; the message repeats no password
     */
    public DatabaseSettings {
        if (!jdbcUrl.startsWith(PREFIX)) {
            throw new IllegalArgumentException("the database's URL must start with " + PREFIX
                    + " (for MariaDB too), such as jdbc:mysql://127.0.0.1:3306/callfloor");
        }
        if (poolSize < SMALLEST_POOL || poolSize > LARGEST_POOL) {
            throw new IllegalArgumentException("the database's pool size must be " + SMALLEST_POOL + " to "
                    + LARGEST_POOL + ", not " + poolSize);
        }
    }

    /** The URL up to its parameters, which may hold secrets. */
    String place() {
        int parameters = jdbcUrl.indexOf('?');
        return parameters < 0 ? jdbcUrl : jdbcUrl.substring(0, parameters);
    }

    /** Leaves the password out, so that it never reaches a log by accident. */
    @Override
    public String toString() {
        return place() + " as " + user + ", " + poolSize + " connections";
    }
}
