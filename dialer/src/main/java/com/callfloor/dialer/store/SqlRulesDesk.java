package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.rules.PackChoice;
import com.callfloor.dialer.rules.RulesDesk;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * {@link RulesDesk} over what the ledger reads and decides by, so that it cannot answer otherwise than a reservation.
 * Locks nothing: it reads the books of one instant. Listed contacts are asked about too, after the debtor's own numbers.
 */
public final class SqlRulesDesk implements RulesDesk {
    private static final String CASE = "SELECT " + CaseRecord.COLUMNS + " FROM cases c WHERE c.ref = :ref";

    private final Jdbi jdbi;
    private final LedgerRules rules;

    /** Takes what {@link SqlAttemptLedger} takes. */
    public SqlRulesDesk(Database database, PackChoice packs, ZoneFinder zones, String defaultCountry) {
        this(database, LedgerRules.of(packs, zones, defaultCountry));
    }

    SqlRulesDesk(Database database, LedgerRules rules) {
        this.jdbi = database.jdbi();
        this.rules = rules;
    }

    @Override
    public Optional<List<Asked>> ask(String caseRef, Optional<PhoneNumber> number, Instant at, Duration latestAnswer) {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> handle.createQuery(CASE)
                .bind("ref", caseRef)
                .map(CaseRecord::of)
                .findOne()
                .map(found -> ask(handle, found, number, at, latestAnswer)));
    }

    @Override
    public Optional<List<List<Asked>>> askAhead(String caseRef, Optional<PhoneNumber> number, List<Instant> ahead,
            Instant now, Duration latestAnswer) {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> handle.createQuery(CASE)
                .bind("ref", caseRef)
                .map(CaseRecord::of)
                .findOne()
                .map(found -> {
                    LockedBooks books = new BooksReader(handle).about(found, now, rules.reach());
                    return ahead.stream().map(at -> decide(found, books, number, at, latestAnswer)).toList();
                }));
    }

    private List<Asked> ask(Handle handle, CaseRecord found, Optional<PhoneNumber> number, Instant at,
            Duration latestAnswer) {
        LockedBooks books = new BooksReader(handle).about(found, at, rules.reach());
        return decide(found, books, number, at, latestAnswer);
    }

    private List<Asked> decide(CaseRecord found, LockedBooks books, Optional<PhoneNumber> number, Instant at,
            Duration latestAnswer) {
        var choice = new NumberChoice(rules, books, latestAnswer, at);
        return books.candidates(found)
                .stream()
                .filter(candidate -> number.isEmpty() || number.get().equals(candidate.number()))
                .map(candidate -> new Asked(candidate.number(), choice.decide(found, candidate, false)))
                .toList();
    }
}
