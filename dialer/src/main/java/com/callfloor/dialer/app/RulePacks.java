package com.callfloor.dialer.app;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.FloorConfig;
import com.callfloor.dialer.config.RulePackFile;
import com.callfloor.dialer.rules.CallingRules;
import com.callfloor.dialer.rules.PackChoice;
import com.callfloor.dialer.rules.PackChoice.Assignments;
import com.callfloor.dialer.rules.books.PackArchive;
import com.callfloor.dialer.rules.books.PackArchive.Replaced;
import com.callfloor.dialer.rules.calendar.CalendarWarnings;
import com.callfloor.dialer.rules.calendar.HolidayCalendar;
import com.callfloor.dialer.rules.pack.CallingRule;
import com.callfloor.dialer.rules.pack.PackTerm;
import com.callfloor.dialer.rules.pack.RulePack;
import com.callfloor.dialer.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rule packs that the floor runs under: read, compared with those of before, assigned. */
final class RulePacks {
    /** The facts that gate hold on every floor, whichever packs it picks. */
    static final String ALWAYS = "facts";
    private static final Logger LOG = LoggerFactory.getLogger(RulePacks.class);

    private RulePacks() {}

    static RulePackFile file(Home home) {
        return new RulePackFile(home.rulePacks(), home.calendars());
    }

    /** Exactly these packs and the facts that gate, in their current versions. */
    static CallingRules named(Home home, List<String> packs) throws ConfigProblem {
        Set<String> names = new LinkedHashSet<>(packs);
        names.add(ALWAYS);
        List<PackTerm> terms = new ArrayList<>();
        for (String name : names) {
            terms.add(PackTerm.current(file(home).read(name.strip())));
        }
        return new CallingRules(terms);
    }

    static Assignments assignments(FloorConfig config) {
        var rules = config.rules();
        List<String> always = new ArrayList<>(rules.always());
        always.add(ALWAYS);
        return new Assignments(always, rules.byRegion(), rules.byPostalCode(), rules.byLender(), rules.agency(),
                rules.creditor(), new HashSet<>(rules.firstPartyLenders()));
    }

    /**
     * Reads every pack that is assigned. One that changed since the floor last ran stays in force beside the new version
     * for one full window.
     */
    static PackChoice load(Home home, FloorConfig config, PackArchive archive, Clock clock) throws ConfigProblem {
        Assignments assignments = assignments(config);
        RulePackFile file = file(home);
        Map<String, List<PackTerm>> terms = new HashMap<>();
        for (String name : assignments.names()) {
            terms.put(name, terms(file, name, archive, clock.instant()));
        }
        return choice(assignments, terms);
    }

    private static PackChoice choice(Assignments assignments, Map<String, List<PackTerm>> terms)
            throws ConfigProblem {
        try {
            return new PackChoice(assignments, terms);
        } catch (IllegalArgumentException e) {
            throw new ConfigProblem("config/floor.yaml, rules: " + e.getMessage());
        }
    }

    private static List<PackTerm> terms(RulePackFile file, String name, PackArchive archive, Instant now)
            throws ConfigProblem {
        RulePack pack = file.read(name);
        List<PackTerm> terms = new ArrayList<>(List.of(PackTerm.current(pack)));
        List<Replaced> earlier;
        try {
            earlier = archive.inForce(name, pack.version(), file.text(name), now);
        } catch (IllegalArgumentException e) {
            throw new ConfigProblem("config/rules/" + name + ".yaml: " + e.getMessage());
        }
        for (Replaced replaced : earlier) {
            RulePack old = file.parse(name, replaced.text(), "version " + replaced.version() + " of pack " + name);
            var term = new PackTerm(old, replaced.at().plus(old.reach()));
            if (term.inForceAt(now)) {
                LOG.info("pack {}: version {} holds beside {} until {}", name, old.version(), pack.version(),
                        term.until());
                terms.add(term);
            }
        }
        return terms;
    }

    /** What people must hear of the calendars that these packs read; nothing where all of them are known well. */
    static List<Words> calendarWarnings(Collection<PackTerm> terms, Clock clock) {
        Map<String, HolidayCalendar> calendars = new TreeMap<>();
        for (PackTerm term : terms) {
            for (CallingRule rule : term.pack().rules()) {
                if (rule instanceof CallingRule.Window window) {
                    window.dates().ifPresent(calendar -> calendars.putIfAbsent(calendar.id(), calendar));
                }
            }
        }
        return CalendarWarnings.of(calendars.values(),
                clock.instant().atZone(ZoneId.systemDefault()).toLocalDate());
    }
}
