package com.callfloor.dialer.supervision.why;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as people read them: the time alone where it is today. */
record Clockface(Instant now, ZoneId zone) {
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter OTHER_DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    String of(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        return (local.toLocalDate().equals(now.atZone(zone).toLocalDate()) ? TODAY : OTHER_DAY).format(local);
    }
}
