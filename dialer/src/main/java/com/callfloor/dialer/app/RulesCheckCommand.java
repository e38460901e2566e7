package com.callfloor.dialer.app;

import java.io.PrintStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.rules.Decision.Verdict;
import com.callfloor.dialer.rules.DecisionFields;
import com.callfloor.dialer.rules.RulesDesk.Asked;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** May this case's number be called at this instant, and why? */
@Command(name = "check")
final class RulesCheckCommand implements Callable<Integer> {
    @Option(names = "--case", required = true, paramLabel = "REF")
    private String caseRef = "";

    @Option(names = "--number", paramLabel = "N")
    private @Nullable String number;

    @Option(names = "--at", required = true, paramLabel = "INSTANT")
    private Instant at = Instant.EPOCH;

    @Option(names = "--json")
    private boolean json;

    private final PrintStream out;
    private final ObjectMapper mapper = new ObjectMapper();

    RulesCheckCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws Exception {
        try (DatabaseForVerbs here = DatabaseForVerbs.open(Home.found())) {
            Optional<PhoneNumber> only = only(here.config.floor().country());
            List<Asked> asked = here.books().rulesDesk
                    .ask(caseRef, only, at, FloorSettingsReader.read(here.config).latestAnswer())
                    .orElseThrow(() -> new VerbProblem("there is no case '" + caseRef
                            + "'; look its reference up with GET /api/cases, or import its file first"));
            if (asked.isEmpty()) {
                throw new VerbProblem("case " + caseRef + " has no such number of the debtor's own that is in service");
            }
            for (Asked each : asked) {
                out.println(json ? inJson(each) : inWords(each));
            }
        }
        return 0;
    }

    private Optional<PhoneNumber> only(String country) throws VerbProblem {
        if (number == null) {
            return Optional.empty();
        }
        Optional<PhoneNumber> parsed = PhoneNumber.parse(number, country);
        if (parsed.isEmpty()) {
            throw new VerbProblem("--number is no telephone number; write it as +8613800138000");
        }
        return parsed;
    }

    private static String inWords(Asked asked) {
        Decision decision = asked.decision();
        var text = new StringBuilder(asked.number().masked()).append(": ").append(decision.verdict().code());
        if (decision.verdict() instanceof Verdict.NotBefore(Instant instant)) {
            text.append(' ').append(instant);
        }
        decision.findings()
                .forEach(finding -> text.append("%n  %s %s (%s %s): %s".formatted(finding.allows() ? "+" : "-",
                        finding.rule(), finding.pack(), finding.version(), decision.because(finding))));
        return text.toString();
    }

    private String inJson(Asked asked) throws JsonProcessingException {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("number", asked.number().masked());
        answer.putAll(DecisionFields.of(asked.decision()));
        return mapper.writeValueAsString(answer);
    }
}
