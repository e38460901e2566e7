package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.rules.CallQuestion;
import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.rules.RulesDesk;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** {@link RulesDesk} over the ledger's own statements, so that it cannot answer otherwise than a reservation. */
public final class SqlRulesDesk implements RulesDesk {
    private static final String CASE = "SELECT " + CaseRecord.COLUMNS + " FROM cases c WHERE c.ref = :ref";

    private final Jdbi jdbi;
    private final Function<CallQuestion, Decision> rules;
    private final CaseZones zones;
    private final Duration reach;

    /** Takes what {@link SqlAttemptLedger} takes. */
    public SqlRulesDesk(Database database, Function<CallQuestion, Decision> rules, ZoneFinder zones, Duration reach) {
        this.jdbi = database.jdbi();
        this.rules = rules;
        this.zones = new CaseZones(zones);
        this.reach = reach;
    }

    @Override
    public Optional<List<Asked>> ask(String caseRef, Optional<PhoneNumber> number, Instant at, Duration latestAnswer) {
        return jdbi.inTransaction(handle -> handle.createQuery(CASE)
                .bind("ref", caseRef)
                .map(CaseRecord::of)
                .findOne()
                .map(found -> ask(handle, found, number, at, latestAnswer)));
    }

    private List<Asked> ask(Handle handle, CaseRecord found, Optional<PhoneNumber> number, Instant at,
            Duration latestAnswer) {
        LedgerStatements.lockDebtor(handle, found.debtor());
        List<Candidate> candidates = LedgerStatements.lockNumbers(handle, found.debtor());
        List<Asked> asked = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (number.isEmpty() || number.get().equals(candidate.number())) {
                PastTries tries = LedgerStatements.tries(handle, found.debtor(), candidates, at.minus(reach));
                Set<ZoneId> where = zones.of(found, candidate.number());
                asked.add(new Asked(candidate.number(),
                        rules.apply(new CallQuestion(at, latestAnswer, where, tries.callsFor(candidate)))));
            }
        }
        return asked;
    }
}
