package com.callfloor.dialer.quality.speech;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import com.callfloor.dialer.quality.speech.Phrases.Forbidden;
import com.callfloor.dialer.quality.speech.Phrases.Required;
import com.callfloor.dialer.quality.speech.SpokenText.Place;

/** Finds what an agent said that is never said, and what was not said that must be. Pure; it points people to a moment to hear. */
public final class PhraseSpotting {
    private PhraseSpotting() {}

    /** The hits on the agent's side: what was said by time, then what is missing. */
    public static List<Hit> spot(Phrases phrases, Transcript transcript) {
        var said = new SpokenText(phrases.language(),
                transcript.segments().stream().filter(segment -> segment.side() == Side.AGENT).toList());
        List<Hit> hits = new ArrayList<>();
        for (Forbidden rule : phrases.forbidden()) {
            places(said, rule.phrases(), Long.MAX_VALUE)
                    .forEach(place -> hits.add(new Hit.ForbiddenSaid(rule.id(), rule.about().code(), place.fromMs(),
                            place.toMs(), place.said())));
        }
        List<Hit> missing = new ArrayList<>();
        for (Required rule : phrases.required()) {
            List<Place> places = places(said, rule.phrases(), rule.within().toMillis());
            if (places.isEmpty()) {
                missing.add(new Hit.RequiredMissing(rule.id(), rule.id()));
            } else {
                Place first = places.getFirst();
                hits.add(new Hit.RequiredSaid(rule.id(), rule.id(), first.fromMs(), first.toMs(), first.said()));
            }
        }
        hits.sort(Comparator.comparingLong(PhraseSpotting::moment));
        hits.addAll(missing);
        return hits;
    }

    private static long moment(Hit hit) {
        return switch (hit) {
            case Hit.ForbiddenSaid said -> said.fromMs();
            case Hit.RequiredSaid said -> said.fromMs();
            case Hit.RequiredMissing missing -> Long.MAX_VALUE;
        };
    }

    /** By time; phrases of one rule that begin at the same moment are one. */
    private static List<Place> places(SpokenText said, List<String> phrases, long lastMs) {
        List<Place> all = new ArrayList<>();
        for (String phrase : phrases) {
            for (Place place : said.find(phrase, lastMs)) {
                if (all.stream().noneMatch(known -> known.fromMs() == place.fromMs())) {
                    all.add(place);
                }
            }
        }
        all.sort(Comparator.comparingLong(Place::fromMs));
        return all;
    }
}
