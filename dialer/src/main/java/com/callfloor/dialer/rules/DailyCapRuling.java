package com.callfloor.dialer.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import com.callfloor.dialer.rules.CallingRule.DailyCap;

/** {@link DailyCap} in every zone at once: the day that is fullest decides. */
final class DailyCapRuling {
    private DailyCapRuling() {}

    static Ruling of(DailyCap cap, CallQuestion question, Instant at) {
        Instant earliest = at;
        long most = 0;
        for (ZoneId zone : question.zones()) {
            LocalDate today = at.atZone(zone).toLocalDate();
            long calls = question.history()
                    .stream()
                    .filter(call -> call.countsFor(cap.scope()))
                    .filter(call -> call.at().atZone(zone).toLocalDate().equals(today))
                    .count();
            most = Math.max(most, calls);
            Instant tomorrow = today.plusDays(1).atStartOfDay(zone).toInstant();
            if (calls >= cap.limit() && tomorrow.isAfter(earliest)) {
                earliest = tomorrow;
            }
        }
        return new Ruling(earliest,
                most + " of " + cap.limit() + " attempts a day to this " + cap.scope().word() + " are used");
    }
}
