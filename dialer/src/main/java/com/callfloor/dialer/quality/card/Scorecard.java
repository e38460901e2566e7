package com.callfloor.dialer.quality.card;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.callfloor.dialer.scripts.Recipient;

/**
 * What a call is judged by.
 *
 * @param passMark a result of at least this passes; 0 to 100
 * @param never what fails a call by itself; every prohibition has an item at least
 */
public record Scorecard(String name, String version, Recipient recipient, Wording title, int passMark,
        List<Section> sections, List<Item.Never> never) {
    /** Items that belong together. */
    public record Section(String id, Wording title, List<Item.Weighted> items) {
        public Section {
            items = List.copyOf(items);
        }
    }

    /** @throws IllegalArgumentException saying what is wrong with it */
    public Scorecard {
        sections = List.copyOf(sections);
        never = List.copyOf(never);
        if (passMark < 0 || passMark > 100) {
            throw new IllegalArgumentException("pass_mark is 0 to 100");
        }
        if (sections.isEmpty() || sections.stream().anyMatch(section -> section.items().isEmpty())) {
            throw new IllegalArgumentException("a card has sections, and each has items");
        }
        Set<String> ids = new HashSet<>();
        Stream.concat(sections.stream().flatMap(section -> section.items().stream()).map(Item::id),
                never.stream().map(Item::id))
                .forEach(id -> {
                    if (!ids.add(id)) {
                        throw new IllegalArgumentException("the item '" + id + "' is there twice; ids are unique");
                    }
                });
        Set<Prohibition> missing = EnumSet.allOf(Prohibition.class);
        never.forEach(item -> missing.remove(item.prohibition()));
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("never: lacks an item for "
                    + missing.stream().map(Prohibition::code).collect(Collectors.joining(", ")));
        }
    }

    public Stream<Item.Weighted> weighted() {
        return sections.stream().flatMap(section -> section.items().stream());
    }

    /** All items in the card's order, those that fail a call last. */
    public List<Item> items() {
        return Stream.<Item>concat(weighted(), never.stream()).toList();
    }

    public Optional<Item> item(String id) {
        return items().stream().filter(item -> item.id().equals(id)).findFirst();
    }
}
