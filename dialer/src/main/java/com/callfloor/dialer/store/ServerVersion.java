package com.callfloor.dialer.store;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server says it is: {@code 8.4.3} is MySQL, {@code 11.4.5-MariaDB-log} is MariaDB. */
record ServerVersion(boolean mariaDb, int major, int minor) {
    static final String NEEDED = "MySQL 8.4 or newer, or MariaDB 10.6 or newer";

    private static final ServerVersion OLDEST_MYSQL = new ServerVersion(false, 8, 4);
    /** The first MariaDB that can skip locked rows, which is how dialers share the due cases. */
    private static final ServerVersion OLDEST_MARIADB = new ServerVersion(true, 10, 6);
    private static final Pattern NUMBERS = Pattern.compile("^(\\d{1,4})\\.(\\d{1,4})");

    /** Reads the answer to {@code SELECT VERSION()}; what cannot be read is taken for version 0.0, too old. */
    static ServerVersion parse(String text) {
        boolean mariaDb = text.contains("MariaDB");
        Matcher matcher = NUMBERS.matcher(text);
        return matcher.find()
                ? new ServerVersion(mariaDb, Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)))
                : new ServerVersion(mariaDb, 0, 0);
    }

    boolean tooOld() {
        ServerVersion oldest = mariaDb ? OLDEST_MARIADB : OLDEST_MYSQL;
        return major < oldest.major || (major == oldest.major && minor < oldest.minor);
    }

    @Override
    public String toString() {
        return (mariaDb ? "MariaDB " : "MySQL ") + major + "." + minor;
    }
}
