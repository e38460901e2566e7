package com.callfloor.dialer.local;

/**
 * A database server of the local floor, with an empty database {@code callfloor} (utf8mb4) from its first start on.
 *
 * <p>It can be taken away and brought back on the same port with the same data. Not thread-safe.
 */
public interface DatabaseServer extends AutoCloseable {

    /**
     * Starts it and waits until it takes connections. What a kill or a crash left behind is recovered first.
     *
     * @throws LocalFloorException if it does not start; the message has the end of its log
     */
    void start();

    /** Ends it in an orderly way. */
    void stop();

    /** Takes it away at once, as a power cut would. */
    void kill();

    /** Stops and starts it. */
    default void restart() {
        stop();
        start();
    }

    /** Address for Connector/J, without user and password; the same after every start. */
    String jdbcUrl();

    /** May do everything in databases whose names begin with {@code callfloor}, and nothing else. */
    String user();

    /** The user's password. */
    String password();

    /** Its process, or -1 before the first start. */
    long pid();

    @Override
    default void close() {
        stop();
    }
}
