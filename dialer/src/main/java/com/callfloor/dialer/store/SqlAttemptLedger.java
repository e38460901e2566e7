package com.callfloor.dialer.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Purpose;
import com.callfloor.dialer.cases.CaseCard;
import com.callfloor.dialer.floor.AttemptLedger;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.rules.CallQuestion;
import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.store.NumberChoice.Choice;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The attempts in the database. Usable from any thread, and by any number of nodes on one database. */
public final class SqlAttemptLedger implements AttemptLedger {
    /** How long a reserved case stays away from the due ones if nobody ever writes the attempt's end. */
    private static final Duration LEASE = NumberChoice.LONGEST_UNDERWAY;

    private final Jdbi jdbi;
    private final Clock clock;
    private final Function<CallQuestion, Decision> rules;
    private final CaseZones zones;
    private final Duration reach;

    /**
     * Takes what a decision needs.
     *
     * @param rules pure and quick; asked while debtor and numbers are locked
     * @param reach how far back an attempt may still count for any rule
     */
    public SqlAttemptLedger(Database database, Function<CallQuestion, Decision> rules, ZoneFinder zones,
            Duration reach) {
        if (reach.isNegative() || reach.isZero()) {
            throw new IllegalArgumentException("the ledger must look back longer than " + reach);
        }
        this.jdbi = database.jdbi();
        this.clock = database.clock();
        this.rules = rules;
        this.zones = new CaseZones(zones);
        this.reach = reach;
    }

    @Override
    public List<Reservation> reserve(List<Slot> slots, Duration latestAnswer) throws LedgerUnavailable {
        try {
            // A transaction each: locks held from one slot to the next would be taken in no order. If a later slot
            // fails, the floor closes what the earlier ones reserved.
            return slots.stream()
                    .map(slot -> jdbi.inTransaction(handle -> reserve(handle, slot.id(), latestAnswer)))
                    .toList();
        } catch (RuntimeException e) {
            throw new LedgerUnavailable(slots.size() + " attempts may not be dialed: their reservation failed", e);
        }
    }

    private Reservation reserve(Handle handle, AttemptId id, Duration latestAnswer) {
        Instant asked = SqlTypes.micros(clock.instant());
        Optional<CaseRecord> found = LedgerStatements.lockDueCase(handle, asked);
        if (found.isEmpty()) {
            return new Reservation.NothingDue(LedgerStatements.nextDueAfter(handle, asked));
        }
        CaseRecord due = found.get();
        String debtorName = LedgerStatements.lockDebtor(handle, due.debtor());
        List<Candidate> candidates = LedgerStatements.lockNumbers(handle, due.debtor());
        // Not before the locks are held: waiting for them took time, and a window may have closed meanwhile.
        Instant now = SqlTypes.micros(clock.instant());
        PastTries tries = candidates.isEmpty()
                ? new PastTries(List.of())
                : LedgerStatements.tries(handle, due.debtor(), candidates, now.minus(reach));
        return switch (new NumberChoice(rules, latestAnswer, now).choose(candidates, tries,
                candidate -> zones.of(due, candidate.number()))) {
            case Choice.Nobody nobody -> {
                LedgerStatements.plan(handle, due.id(), nobody.next().orElse(null));
                yield new Reservation.Denied(due.id(), nobody.decision());
            }
            case Choice.Call call -> {
                CaseCard card = due.card(debtorName,
                        PastAttempts.of(handle, List.of(due.id())).getOrDefault(due.id(), List.of()));
                LedgerStatements.insertAttempt(handle, id, due, call.candidate(), call.decision(), now);
                LedgerStatements.plan(handle, due.id(), now.plus(LEASE));
                yield new Reservation.Reserved(id, now, card, call.candidate().number(), due.language(),
                        call.decision(), false, Purpose.COLLECTION);
            }
        };
    }

    @Override
    public List<OpenAttempt> openAttempts() throws LedgerUnavailable {
        try {
            return jdbi.withHandle(OpenAttempts::read);
        } catch (RuntimeException e) {
            throw new LedgerUnavailable("the open attempts could not be read", e);
        }
    }
}
