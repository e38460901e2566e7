package com.callfloor.dialer.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.callfloor.dialer.quality.card.Scorecard;

/** Reads scorecards from {@code config/scorecards}. One that is not understood to its last word is refused. */
public final class ScorecardFile {
    private static final String EXTENSION = ".yaml";

    private final YamlFile yaml = YamlFile.withOptionalKeys();

    /** A card and the text that it was read from. */
    public record Read(Scorecard card, String text) {}

    /** Reads every card of a folder. */
    public List<Read> readAll(Path folder) throws ConfigProblem {
        List<Read> cards = new ArrayList<>();
        for (Path file : ConfigFolder.files(folder, EXTENSION)) {
            cards.add(read(file));
        }
        if (cards.isEmpty()) {
            throw new ConfigProblem(folder + " holds no scorecard; config/scorecards/README.md says what one is");
        }
        return cards;
    }

    private Read read(Path file) throws ConfigProblem {
        String text = ConfigFolder.text(file);
        Scorecard card = parse(file.toString(), text);
        if (!String.valueOf(file.getFileName()).equals(card.name() + EXTENSION)) {
            throw new ConfigProblem(file + ": the card calls itself '" + card.name() + "'; its file must be "
                    + card.name() + EXTENSION);
        }
        return new Read(card, text);
    }

    /** Reads a card from its text; {@code where} names it in errors. */
    public Scorecard parse(String where, String text) throws ConfigProblem {
        ScorecardText read = yaml.parse(where, text, ScorecardText.class);
        if (read == null) {
            throw new ConfigProblem(where + " is empty; config/scorecards/README.md says what a card is");
        }
        try {
            return read.toCard();
        } catch (Flaw e) {
            throw e.in(where, text);
        }
    }
}
