package com.callfloor.dialer.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.callfloor.dialer.rules.calendar.CalendarSheet;
import com.callfloor.dialer.rules.calendar.CalendarYear;
import com.callfloor.dialer.rules.calendar.HolidayCalendar;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/** Reads a country's holidays from {@code config/calendars}. A file that is not understood to its last word is refused. */
public final class CalendarFile {
    private static final String ENDING = ".yaml";

    private final YamlFile yaml = new YamlFile();

    /** Reads {@code folder/id.yaml}. */
    public HolidayCalendar read(Path folder, String id) throws ConfigProblem {
        return sheet(folder, id).calendar();
    }

    /** All of a folder, by name, for people. */
    public List<CalendarSheet> sheets(Path folder) throws ConfigProblem {
        List<CalendarSheet> sheets = new ArrayList<>();
        for (Path file : ConfigFolder.files(folder, ENDING)) {
            String name = String.valueOf(file.getFileName());
            sheets.add(sheet(folder, name.substring(0, name.length() - ENDING.length())));
        }
        return sheets;
    }

    private CalendarSheet sheet(Path folder, String id) throws ConfigProblem {
        Path file = folder.resolve(id + ENDING);
        if (!Files.isRegularFile(file)) {
            throw new ConfigProblem("there is no calendar '" + id + "': add " + file + ", or name another calendar");
        }
        CalendarText text = yaml.read(file, CalendarText.class);
        if (!text.calendar().equals(id)) {
            throw new ConfigProblem(
                    file + ": the calendar calls itself '" + text.calendar() + "'; it must be '" + id + "'");
        }
        requireText(file, "source", text.source(), "where its days come from");
        requireText(file, "license", text.license(), "under which license they are used");
        try {
            return new CalendarSheet(id, text.source(), text.license(), text.years());
        } catch (IllegalArgumentException e) {
            throw new ConfigProblem(file + ", years: " + e.getMessage(), e);
        }
    }

    private static void requireText(Path file, String key, String text, String meaning) throws ConfigProblem {
        if (text.isBlank()) {
            throw new ConfigProblem(file + ": " + key + " is empty; say " + meaning);
        }
    }

    private record CalendarText(String calendar, String source, String license,
            @JsonDeserialize(using = CalendarFileYears.class) List<CalendarYear> years) {}
}
