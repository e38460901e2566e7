package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.NumberRole;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.contacts.AnswerForecast;
import com.callfloor.dialer.contacts.CallSlot;
import com.callfloor.dialer.contacts.ContactDesk;
import com.callfloor.dialer.contacts.Estimate;
import com.callfloor.dialer.contacts.HourBand;
import com.callfloor.dialer.contacts.LineType;
import com.callfloor.dialer.contacts.PastTry;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/** {@link ContactDesk} over what the ledger reads and chooses by. Locks nothing. */
final class SqlContactDesk implements ContactDesk {
    private static final int MORNING = 8;
    private static final int NIGHT = 22;
    private static final int BEST = 3;
    private static final String CASE = "SELECT " + CaseRecord.COLUMNS + " FROM cases c WHERE c.id = :id";
    private static final String NUMBERS = """
            SELECT l.number_id, n.e164, l.role, l.position, l.valid,
                   (SELECT MAX(a.connected_at) FROM attempts a
                    WHERE a.debtor_id = l.debtor_id AND a.number_id = l.number_id
                      AND COALESCE(a.disposition, '') NOT IN ('voicemail', 'no_conversation')) AS last_reached
            FROM debtor_numbers l JOIN phone_numbers n ON n.id = l.number_id
            WHERE l.debtor_id = :debtor
            ORDER BY l.role = 'contact', l.position, n.id""";

    private final Jdbi jdbi;
    private final InstantSource clock;
    private final LedgerRules rules;
    private final LearnedContacts learned;

    SqlContactDesk(Jdbi jdbi, InstantSource clock, LedgerRules rules, LearnedContacts learned) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.rules = rules;
        this.learned = learned;
    }

    @Override
    public Optional<List<NumberOutlook>> numbers(CaseId id) {
        AnswerForecast forecast = learned.forecast();
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> handle.createQuery(CASE)
                .bind("id", id.value())
                .map(CaseRecord::of)
                .findOne()
                .map(found -> numbers(handle, found, forecast)));
    }

    private List<NumberOutlook> numbers(Handle handle, CaseRecord found, AnswerForecast forecast) {
        Instant now = clock.instant();
        LockedBooks books = new BooksReader(handle).about(found, now, rules.reach());
        List<NumberOutlook> outlooks = new ArrayList<>();
        for (Listed listed : handle.createQuery(NUMBERS)
                .bind("debtor", found.debtor().value())
                .map(Listed::of)
                .list()) {
            Set<ZoneId> zones = rules.zones().of(found, listed.number());
            List<PastTry> tries = books.pastTries(listed.id(), zones);
            Estimate estimate = forecast.of(listed.role(), CallSlot.at(now, zones), tries, now);
            outlooks.add(new NumberOutlook(listed.number().masked(), listed.role(), listed.position(),
                    LineType.of(listed.number()), listed.valid(), listed.lastReached(), estimate.tries(),
                    estimate.answered(), listed.valid() ? estimate.chance() : null,
                    listed.valid() ? bestHours(forecast, listed.role(), tries, now) : List.of()));
        }
        return outlooks;
    }

    private static List<Hours> bestHours(AnswerForecast forecast, NumberRole role, List<PastTry> tries, Instant now) {
        List<Hours> best = new ArrayList<>();
        for (boolean weekend : new boolean[]{false, true}) {
            List<Hours> hours = new ArrayList<>();
            for (int from = MORNING; from < NIGHT; from += HourBand.LENGTH) {
                var slot = new CallSlot(new HourBand(from), weekend);
                hours.add(new Hours(slot, forecast.of(role, Optional.of(slot), tries, now).chance()));
            }
            hours.sort(Comparator.comparingDouble(Hours::chance).reversed());
            best.addAll(hours.subList(0, BEST));
        }
        return best;
    }

    private record Listed(long id, PhoneNumber number, NumberRole role, int position, boolean valid,
            @Nullable Instant lastReached) {
        static Listed of(ResultSet row, StatementContext context) throws SQLException {
            return new Listed(row.getLong("number_id"), new PhoneNumber(row.getString("e164")),
                    Rows.constant(NumberRole.class, row.getString("role")), row.getInt("position"),
                    row.getBoolean("valid"), Rows.instantOrNull(row, "last_reached"));
        }
    }
}
