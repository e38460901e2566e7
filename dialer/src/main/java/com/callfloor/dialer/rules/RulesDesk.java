package com.callfloor.dialer.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.cases.PhoneNumber;

/** Answers what the rules would say, from the same books as a reservation, and changes nothing. Blocks. */
public interface RulesDesk {
    /**
     * Asks for each number of the debtor's own, or for the given one only.
     *
     * @param at a past instant is answered with the calls, facts and do-not-call entries that stood then
     * @param latestAnswer from dialing to the latest possible answer
     * @return empty if there is no such case; a case without such a number gives an empty list
     */
    Optional<List<Asked>> ask(String caseRef, Optional<PhoneNumber> number, Instant at, Duration latestAnswer);

    /**
     * Asks the same of each of these instants, all ahead, as far as that is known now: what is called or noted until then
     * may still close them.
     *
     * @return in the order of the instants; empty if there is no such case
     */
    Optional<List<List<Asked>>> askAhead(String caseRef, Optional<PhoneNumber> number, List<Instant> ahead, Instant now,
            Duration latestAnswer);

    /** The decision for one number. */
    record Asked(PhoneNumber number, Decision decision) {}
}
