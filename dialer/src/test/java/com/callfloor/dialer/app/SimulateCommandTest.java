package com.callfloor.dialer.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.callfloor.dialer.pacing.simulator.Lead;
import com.callfloor.dialer.pacing.simulator.Leads;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class SimulateCommandTest {
    private static final String HEAD = "k,u,ans_ms,na_ms,busy_ms,talk_ms,wrap_ms";

    @TempDir
    private Path folder;
    private Path trace;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private String failure = "";

    @BeforeEach
    void aTraceOfTenAgentsForHalfAnHour() throws IOException {
        trace = folder.resolve("t.csv");
        List<String> lines = new ArrayList<>(List.of(HEAD));
        for (Lead lead : Leads.usual(5, 4_000)) {
            lines.add(lines.size() - 1 + "," + lead.luck() + "," + lead.answerMs() + "," + lead.silentMs() + ","
                    + lead.busyMs() + "," + lead.talkMs() + "," + lead.wrapUpMs());
        }
        Files.write(trace, lines);
        Files.writeString(Path.of(trace + ".json"), """
                {"seed":5,"agents":10,"shift_ms":1800000,"p_schedule":"0.2","busy_share":0.1,"patience_ms":2000}""");
    }

    @Test
    void theFiguresAreTheSameEachTimeAndUnderTheirNames() throws IOException {
        assertThat(simulate("--json")).isZero();
        String first = out.toString(StandardCharsets.UTF_8);
        out.reset();
        simulate("--json");

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(first);
        JsonNode figures = ApiClient.JSON.readTree(first);
        assertThat(
                List.of("occupancy", "abandon_rate", "worst_hour_abandon_rate", "calls_per_agent_hour", "mean_idle_s",
                        "attempts"))
                .allMatch(figures::has);
        assertThat(figures.path("occupancy").asDouble()).isBetween(0.5, 1.0);
    }

    @Test
    void optionsOverrideWhatTheTraceSays() throws IOException {
        simulate("--json", "--mode", "progressive");
        double ten = occupancy();
        simulate("--json", "--mode", "progressive", "--p", "0.45", "--agents", "3", "--trunks", "1");
        assertThat(occupancy()).isLessThan(ten);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "--mode;warp|can be predictive, progressive, preview or ratio",
            "--abandon-cap;0|at most 0.1, such as 0.03", "--agents;0|--agents N", "--p;2|'2' is no answer rate",
            "--mode;ratio;--ratio;0.5|from 1 to 10"})
    void whatCannotBeMeantIsSaid(String options, String said) {
        assertThat(simulate(options.split(";", -1))).isNotZero();
        assertThat(failure).contains(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0,0.5,1,2,3,4|line 2: 6 cells", "0,1.5,1,2,3,4,5|line 2: u is '1.5'",
            "0,0.5,1.5,2,3,4,5|line 2: ans_ms is '1.5'", "0,0.5,x,2,3,4,5|line 2: ans_ms is 'x'"})
    void aLineThatIsNoLeadIsNamed(String line, String said) throws IOException {
        Files.write(trace, List.of(HEAD, line));
        assertThat(simulate()).isNotZero();
        assertThat(failure).contains(said);
    }

    @Test
    void aFileThatIsNoTraceIsRefused() throws IOException {
        Files.writeString(trace, "case_ref,debtor\n");
        assertThat(simulate()).isNotZero();
        assertThat(failure).contains("line 1").contains(HEAD);
    }

    private double occupancy() throws IOException {
        double occupancy = ApiClient.JSON.readTree(out.toByteArray()).path("occupancy").asDouble();
        out.reset();
        return occupancy;
    }

    private int simulate(String... options) {
        List<String> all = new ArrayList<>(List.of("--trace", trace.toString()));
        all.addAll(List.of(options));
        return new CommandLine(new SimulateCommand(new PrintStream(out, true, StandardCharsets.UTF_8)))
                .setExecutionExceptionHandler((problem, verb, parsed) -> {
                    failure = String.valueOf(problem.getMessage());
                    return 1;
                })
                .execute(all.toArray(String[]::new));
    }
}
