package com.callfloor.dialer.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.callfloor.dialer.config.CalendarFile;
import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.ConfigValues;
import com.callfloor.dialer.setup.Calendars;
import com.callfloor.dialer.setup.ConfigText;
import com.callfloor.dialer.setup.Lenders;
import com.callfloor.dialer.store.SqlCampaigns.Takes;
import com.callfloor.dialer.strategy.StrategyBook;
import com.callfloor.dialer.web.SetupParts;

/** What people are shown of how the floor is set up. */
final class Setup {
    private static final String YAML = ".yaml";

    private Setup() {}

    static SetupParts load(DialerParts parts, Books books, StrategyBook strategies, List<Takes> campaigns)
            throws ConfigProblem, IOException {
        Home home = parts.home();
        Map<String, Set<String>> lendersOfCampaigns = new HashMap<>();
        campaigns.forEach(each -> lendersOfCampaigns.put(each.campaign(), new HashSet<>(each.lenders())));
        return new SetupParts(ConfigValues.of(home.configFile(), parts.config()), texts(home),
                new Lenders(books.lenders, new SavedMappings(home.lenders()), strategies,
                        RulePacks.assignments(parts.config()), RetentionReader.read(parts.config()).rules(),
                        lendersOfCampaigns),
                new Calendars(new CalendarFile().sheets(home.calendars()), books.packs::terms),
                RulePacks.assignments(parts.config()));
    }

    /** The files that no page of their own shows, as they were read at the start. */
    private static List<ConfigText> texts(Home home) throws IOException {
        List<Path> files = new ArrayList<>(List.of(home.dispositions(), home.quality()));
        for (Path folder : List.of(home.scorecards(), home.phrases())) {
            try (Stream<Path> all = Files.list(folder)) {
                all.filter(file -> file.toString().endsWith(YAML)).sorted().forEach(files::add);
            }
        }
        List<ConfigText> texts = new ArrayList<>();
        for (Path file : files) {
            texts.add(new ConfigText(home.root().relativize(file).toString(), Files.readString(file)));
        }
        return texts;
    }
}
