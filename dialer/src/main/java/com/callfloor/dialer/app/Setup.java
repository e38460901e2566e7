package com.callfloor.dialer.app;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.callfloor.dialer.config.CalendarFile;
import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.ConfigTexts;
import com.callfloor.dialer.config.ConfigValues;
import com.callfloor.dialer.setup.Calendars;
import com.callfloor.dialer.setup.Lenders;
import com.callfloor.dialer.store.SqlCampaigns.Takes;
import com.callfloor.dialer.strategy.StrategyBook;
import com.callfloor.dialer.web.SetupParts;

/** What people are shown of how the floor is set up. */
final class Setup {
    private Setup() {}

    static SetupParts load(DialerParts parts, Books books, StrategyBook strategies, List<Takes> campaigns)
            throws ConfigProblem {
        Home home = parts.home();
        Map<String, Set<String>> lendersOfCampaigns = new HashMap<>();
        campaigns.forEach(each -> lendersOfCampaigns.put(each.campaign(), new HashSet<>(each.lenders())));
        return new SetupParts(ConfigValues.of(home.configFile(), parts.config()),
                ConfigTexts.of(home.root(), List.of(home.dispositions(), home.quality()),
                        List.of(home.scorecards(), home.phrases())),
                new Lenders(books.lenders, new SavedMappings(home.lenders()), strategies,
                        RulePacks.assignments(parts.config()), RetentionReader.read(parts.config()).rules(),
                        lendersOfCampaigns),
                new Calendars(new CalendarFile().sheets(home.calendars()), books.packs::terms),
                RulePacks.assignments(parts.config()));
    }
}
