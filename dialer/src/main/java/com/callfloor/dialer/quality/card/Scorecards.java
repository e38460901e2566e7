package com.callfloor.dialer.quality.card;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cards in use, and every earlier version, by which old reviews are read. */
public final class Scorecards {
    private final Map<String, Scorecard> current = new LinkedHashMap<>();
    private final Map<Key, Scorecard> all = new LinkedHashMap<>();

    /** {@code earlier} may hold the current ones too. */
    public Scorecards(List<Scorecard> current, List<Scorecard> earlier) {
        earlier.forEach(card -> all.put(new Key(card.name(), card.version()), card));
        for (Scorecard card : current) {
            this.current.put(card.name(), card);
            all.put(new Key(card.name(), card.version()), card);
        }
    }

    /** The cards that new reviews may use. */
    public List<Scorecard> current() {
        return List.copyOf(current.values());
    }

    public Optional<Scorecard> current(String name) {
        return Optional.ofNullable(current.get(name));
    }

    public Optional<Scorecard> of(String name, String version) {
        return Optional.ofNullable(all.get(new Key(name, version)));
    }

    private record Key(String name, String version) {}
}
