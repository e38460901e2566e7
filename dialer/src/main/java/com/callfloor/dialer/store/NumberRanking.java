package com.callfloor.dialer.store;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.callfloor.dialer.contacts.AnswerForecast;
import com.callfloor.dialer.contacts.CallSlot;
import com.callfloor.dialer.contacts.ContactChoice;
import com.callfloor.dialer.contacts.ContactChoice.Option;
import com.callfloor.dialer.contacts.ContactPick;
import com.callfloor.dialer.contacts.ContactPick.Considered;

/** A case's numbers in the order in which the rules are asked about them, by what the books say of each. */
final class NumberRanking {
    private final LedgerRules rules;
    private final LockedBooks books;
    private final AnswerForecast forecast;
    private final Instant now;

    NumberRanking(LedgerRules rules, LockedBooks books, AnswerForecast forecast, Instant now) {
        this.rules = rules;
        this.books = books;
        this.forecast = forecast;
        this.now = now;
    }

    /** {@code zones}: that the debtor may be in, if this number is asked. */
    record Ranked(Candidate candidate, Set<ZoneId> zones) {}

    /** {@code candidates}: in the order that decides between equals. */
    ContactChoice<Ranked> of(CaseRecord due, List<Candidate> candidates) {
        List<Option<Ranked>> options = new ArrayList<>();
        for (Candidate candidate : candidates) {
            options.add(option(due, candidate));
        }
        return ContactChoice.of(options, books.attemptsOf(due));
    }

    Option<Ranked> option(CaseRecord due, Candidate candidate) {
        Set<ZoneId> zones = rules.zones().of(due, candidate.number());
        return new Option<>(new Ranked(candidate, zones), candidate.role(), forecast.of(candidate.role(),
                CallSlot.at(now, zones), books.pastTries(candidate.id(), zones), now));
    }

    /** Why the n-th of them is called: all before were denied. */
    static ContactPick pick(ContactChoice<Ranked> choice, int nth) {
        List<Considered> others = new ArrayList<>();
        for (int i = 0; i < choice.order().size(); i++) {
            if (i != nth) {
                others.add(considered(choice.order().get(i), i < nth));
            }
        }
        return new ContactPick(considered(choice.order().get(nth), false), choice.explores() && nth == 0, others);
    }

    private static Considered considered(Option<Ranked> option, boolean denied) {
        return new Considered(option.number().candidate().number().masked(), option.role(), option.estimate(), denied);
    }
}
