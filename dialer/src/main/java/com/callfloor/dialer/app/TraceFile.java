package com.callfloor.dialer.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.callfloor.dialer.pacing.simulator.AnswerSchedule;
import com.callfloor.dialer.pacing.simulator.Lead;
import com.callfloor.dialer.pacing.simulator.ShiftPlan;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A trace: one lead a line, {@code k,u,ans_ms,na_ms,busy_ms,talk_ms,wrap_ms}, and beside it {@code <trace>.json} with the
 * floor that it is for.
 */
final class TraceFile {
    private static final String HEAD = "k,u,ans_ms,na_ms,busy_ms,talk_ms,wrap_ms";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    TraceFile(Path file) {
        this.file = file;
    }

    List<Lead> leads() throws IOException, VerbProblem {
        if (!Files.isReadable(file)) {
            throw new VerbProblem("--trace " + file + " cannot be read; name a CSV file with the columns " + HEAD);
        }
        List<Lead> leads = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String head = reader.readLine();
            if (head == null || !head.strip().equals(HEAD)) {
                throw new VerbProblem(file + ", line 1: a trace begins with the line " + HEAD);
            }
            int number = 1;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    leads.add(lead(line, number));
                }
            }
        } catch (CharacterCodingException e) {
            throw new VerbProblem(file + " is no text in UTF-8; is it a CSV file?");
        }
        if (leads.isEmpty()) {
            throw new VerbProblem(file + " has no leads");
        }
        return leads;
    }

    private Lead lead(String line, int number) throws VerbProblem {
        String[] cells = line.split(",", -1);
        String[] names = HEAD.split(",", -1);
        if (cells.length != names.length) {
            throw new VerbProblem(file + ", line " + number + ": " + cells.length + " cells; a lead has "
                    + names.length + ": " + HEAD);
        }
        int[] times = new int[names.length];
        for (int i = 2; i < names.length; i++) {
            times[i] = (int) cell(cells[i], names[i], number, Integer.MAX_VALUE);
            if (times[i] != Double.parseDouble(cells[i])) {
                throw new VerbProblem(file + ", line " + number + ": " + names[i] + " is '" + cells[i]
                        + "'; it is in whole milliseconds");
            }
        }
        return new Lead(cell(cells[1], names[1], number, 1), times[2], times[3], times[4], times[5], times[6]);
    }

    private double cell(String text, String name, int line, double highest) throws VerbProblem {
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            value = Double.NaN;
        }
        if (!(value >= 0 && value <= highest)) {
            throw new VerbProblem(
                    file + ", line " + line + ": " + name + " is '" + text + "'; it must be a number from 0 to "
                            + (highest == 1 ? "1" : Integer.toString(Integer.MAX_VALUE)));
        }
        return value;
    }

    /** What the file beside it says, or the usual; only the number of agents must be in it, or among the overrides. */
    ShiftPlan plan(Overrides overrides) throws IOException, VerbProblem {
        Path beside = Path.of(file + ".json");
        JsonNode said = JSON.createObjectNode();
        if (Files.isReadable(beside)) {
            try {
                said = JSON.readTree(beside.toFile());
            } catch (JsonProcessingException e) {
                throw new VerbProblem(beside + " is no JSON: " + e.getOriginalMessage());
            }
        }
        int agents = overrides.agents == null ? (int) number(said, "agents", 0, beside) : overrides.agents;
        if (agents == 0) {
            throw new VerbProblem("how many agents? " + beside + " does not say; add --agents N");
        }
        String answers = overrides.p == null ? said.path("p_schedule").asText("0.2") : overrides.p;
        double length = overrides.hours == null
                ? number(said, "shift_ms", 28_800_000, beside)
                : overrides.hours * 3.6e6;
        try {
            return new ShiftPlan(agents, Duration.ofMillis((long) length), AnswerSchedule.parse(answers),
                    number(said, "busy_share", 0.1, beside),
                    Duration.ofMillis((long) number(said, "patience_ms", 2_000, beside)),
                    overrides.trunks == null
                            ? (int) number(said, "trunks", Integer.MAX_VALUE, beside)
                            : overrides.trunks,
                    overrides.cps == null ? number(said, "cps", 0, beside) : overrides.cps,
                    overrides.breaks == null ? number(said, "breaks", 0, beside) : overrides.breaks,
                    overrides.forecast, (long) number(said, "seed", 1, beside));
        } catch (IllegalArgumentException e) {
            throw new VerbProblem(e.getMessage() + " (" + beside + " or the options)");
        }
    }

    private static double number(JsonNode said, String key, double usual, Path file) throws VerbProblem {
        JsonNode value = said.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return usual;
        }
        if (!value.isNumber()) {
            throw new VerbProblem(file + ": " + key + " is " + value + "; it must be a number");
        }
        return value.asDouble();
    }
}
