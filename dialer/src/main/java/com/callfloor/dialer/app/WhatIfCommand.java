package com.callfloor.dialer.app;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import com.callfloor.dialer.rules.replay.WhatIf;
import com.callfloor.dialer.rules.replay.WhatIf.Difference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What other packs would have said to the calls of the last month. */
@Command(name = "what-if")
final class WhatIfCommand implements Callable<Integer> {
    @Option(names = "--packs", required = true, split = ",", paramLabel = "PACKS")
    private List<String> packs = List.of();

    @Option(names = "--since", paramLabel = "DURATION")
    private Duration since = Duration.ofDays(30);

    @Option(names = "--json")
    private boolean json;

    private final PrintStream out;

    WhatIfCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws Exception {
        Home home = Home.found();
        try (DatabaseForVerbs here = DatabaseForVerbs.open(home)) {
            WhatIf whatIf = new WhatIf(RulePacks.named(home, packs));
            Instant from = Clock.systemUTC().instant().minus(since);
            here.books()
                    .pastDecisions(FloorSettingsReader.read(here.config).latestAnswer())
                    .each(from, whatIf::compare);
            Difference difference = whatIf.difference();
            out.println(json
                    ? new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                            .writeValueAsString(difference)
                    : inWords(difference));
            return 0;
        }
    }

    private String inWords(Difference difference) {
        var text = new StringBuilder();
        text.append("%d decisions since %s ago; allowed then %d, under %s %d%n".formatted(difference.asked(), since,
                difference.allowedThen(), String.join(", ", packs), difference.allowedNow()));
        text.append("%d calls that were made would be denied%n".formatted(difference.noLonger()));
        lines(text, difference.deniedBy());
        text.append("%d calls that were denied would be allowed%n".formatted(difference.newlyAllowed()));
        lines(text, difference.deniedThenBy());
        return text.toString().stripTrailing();
    }

    private static void lines(StringBuilder text, Map<String, Long> counts) {
        counts.forEach((rule, count) -> text.append("  %7d  %s%n".formatted(count, rule)));
    }
}
