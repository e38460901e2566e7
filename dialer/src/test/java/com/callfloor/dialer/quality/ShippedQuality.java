package com.callfloor.dialer.quality;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.PhrasesFile;
import com.callfloor.dialer.config.QualityFile;
import com.callfloor.dialer.config.ScorecardFile;
import com.callfloor.dialer.quality.card.Answer;
import com.callfloor.dialer.quality.card.Item;
import com.callfloor.dialer.quality.card.Item.Scale;
import com.callfloor.dialer.quality.card.Scorecard;
import com.callfloor.dialer.quality.card.Scorecards;
import com.callfloor.dialer.quality.sampling.SamplingPlan;
import com.callfloor.dialer.quality.speech.Phrases;
import com.callfloor.dialer.scripts.Language;

/** The cards and the plan that come with the floor. */
public final class ShippedQuality {
    private static final Path CONFIG = Path.of("..", "config");

    private ShippedQuality() {}

    public static Scorecards cards() {
        try {
            List<Scorecard> cards = new ScorecardFile().readAll(CONFIG.resolve("scorecards"))
                    .stream()
                    .map(ScorecardFile.Read::card)
                    .toList();
            return new Scorecards(cards, List.of());
        } catch (ConfigProblem e) {
            throw new IllegalStateException(e);
        }
    }

    public static Scorecard debtorCard() {
        return cards().current("debtor").orElseThrow();
    }

    public static SamplingPlan plan() {
        try {
            return new QualityFile().read(CONFIG.resolve("quality.yaml")).plan();
        } catch (ConfigProblem e) {
            throw new IllegalStateException(e);
        }
    }

    public static Map<Language, Phrases> phrases() {
        try {
            Map<Language, Phrases> lists = new EnumMap<>(Language.class);
            for (PhrasesFile.Read read : new PhrasesFile().readAll(CONFIG.resolve("phrases"))) {
                lists.put(read.phrases().language(), read.phrases());
            }
            return lists;
        } catch (ConfigProblem e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything done well, nothing that must not be. */
    public static Map<String, Answer> perfect(Scorecard card) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (Item item : card.items()) {
            answers.put(item.id(), switch (item) {
                case Item.Never never -> new Answer.No();
                case Item.Weighted weighted when weighted.scale() instanceof Scale.Points(int most) ->
                    new Answer.Points(most);
                case Item.Weighted weighted -> new Answer.Yes();
            });
        }
        return answers;
    }
}
