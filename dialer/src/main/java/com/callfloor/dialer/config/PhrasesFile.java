package com.callfloor.dialer.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.callfloor.dialer.quality.speech.Phrases;

/** Reads phrase lists, {@code LANGUAGE.yaml}. One that is not understood to its last word is refused. */
public final class PhrasesFile {
    private static final String EXTENSION = ".yaml";

    private final YamlFile yaml = YamlFile.withOptionalKeys();

    /** A list and the text that it was read from. */
    public record Read(Phrases phrases, String text) {}

    /** Reads every list of a folder. */
    public List<Read> readAll(Path folder) throws ConfigProblem {
        List<Read> lists = new ArrayList<>();
        for (Path file : ConfigFolder.files(folder, EXTENSION)) {
            lists.add(read(file));
        }
        return lists;
    }

    private Read read(Path file) throws ConfigProblem {
        String text = ConfigFolder.text(file);
        Phrases phrases = parse(file.toString(), text);
        String name = phrases.language().tag() + EXTENSION;
        if (!String.valueOf(file.getFileName()).equals(name)) {
            throw new ConfigProblem(file + ": it is in " + phrases.language().tag() + "; its file must be " + name);
        }
        return new Read(phrases, text);
    }

    /** Reads a list from its text; {@code where} names it in errors. */
    public Phrases parse(String where, String text) throws ConfigProblem {
        PhrasesText read = yaml.parse(where, text, PhrasesText.class);
        if (read == null) {
            throw new ConfigProblem(where + " is empty; config/phrases/README.md says what a list is");
        }
        try {
            return read.toPhrases();
        } catch (Flaw e) {
            throw e.in(where, text);
        }
    }
}
