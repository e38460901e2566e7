package com.callfloor.dialer.web;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Supplier;

import com.callfloor.dialer.rules.RulesDesk;
import com.callfloor.dialer.rules.books.CadenceReport;
import com.callfloor.dialer.rules.books.DecisionLog;
import com.callfloor.dialer.rules.books.DoNotCallLists;
import com.callfloor.dialer.rules.books.FactBook;
import com.callfloor.dialer.rules.books.OtherCalls;
import com.callfloor.dialer.rules.pack.PackTerm;

/**
 * What the rules know and are asked.
 *
 * @param packs every pack that is loaded, old versions too
 * @param latestAnswer from dialing to the latest possible answer, as reservations take it
 * @param clock the floor's, also where that is simulated
 */
public record RulesBooks(DecisionLog decisions, FactBook facts, OtherCalls otherCalls, DoNotCallLists doNotCall,
        CadenceReport cadence, RulesDesk desk, Supplier<Collection<PackTerm>> packs, Duration latestAnswer,
        Clock clock) {}
