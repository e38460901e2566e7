package com.callfloor.dialer.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.callfloor.dialer.quality.card.Item;
import com.callfloor.dialer.quality.card.Item.Scale;
import com.callfloor.dialer.quality.card.Prohibition;
import com.callfloor.dialer.quality.card.Scorecard;
import com.callfloor.dialer.scripts.Recipient;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** A scorecard as its file writes it; {@code config/scorecards/README.md} explains each key. */
record ScorecardText(@JsonProperty(required = true) String card, @JsonProperty(required = true) String version,
        @JsonProperty(required = true) String recipient, @JsonProperty(required = true) WordingText title,
        @JsonProperty(required = true) Integer passMark, @JsonProperty(required = true) List<SectionText> sections,
        @JsonProperty(required = true) List<NeverText> never) {
    private static final Pattern ID = Pattern.compile("[a-z0-9_]{1,60}");
    private static final int LONGEST_VERSION = 60;

    record SectionText(@JsonProperty(required = true) String id, @JsonProperty(required = true) WordingText title,
            @JsonProperty(required = true) List<ItemText> items) {}

    record ItemText(@JsonProperty(required = true) String id, @JsonProperty(required = true) Integer weight,
            @JsonProperty(required = true) String scale, @Nullable Integer most,
            @JsonProperty(required = true) WordingText text) {}

    record NeverText(@JsonProperty(required = true) String id, @JsonProperty(required = true) String prohibition,
            @JsonProperty(required = true) WordingText text) {}

    Scorecard toCard() throws Flaw {
        id("card", card);
        if (version.isBlank() || version.length() > LONGEST_VERSION) {
            throw new Flaw("version", "^version:", "a version has 1 to " + LONGEST_VERSION
                    + " characters, such as its day");
        }
        Recipient whose = Recipient.ofWords(recipient)
                .filter(each -> each != Recipient.MACHINE)
                .orElseThrow(() -> new Flaw("recipient", "^recipient:", "'" + recipient
                        + "' is not one of debtor, listed contact"));
        List<Scorecard.Section> read = new ArrayList<>();
        for (SectionText section : sections) {
            id("sections", section.id());
            List<Item.Weighted> items = new ArrayList<>();
            for (ItemText item : section.items()) {
                items.add(item(item, "sections." + section.id() + ".items." + item.id()));
            }
            try {
                read.add(new Scorecard.Section(section.id(), section.title().toWording(), items));
            } catch (IllegalArgumentException e) {
                throw new Flaw("sections." + section.id(), near(section.id()), String.valueOf(e.getMessage()));
            }
        }
        List<Item.Never> nevers = new ArrayList<>();
        for (NeverText item : never) {
            nevers.add(never(item));
        }
        try {
            return new Scorecard(card, version, whose, title.toWording(), passMark, read, nevers);
        } catch (IllegalArgumentException e) {
            throw new Flaw("", "^sections:", String.valueOf(e.getMessage()));
        }
    }

    private static Item.Weighted item(ItemText item, String path) throws Flaw {
        id(path, item.id());
        try {
            return new Item.Weighted(item.id(), item.text().toWording(), item.weight(), scale(item));
        } catch (IllegalArgumentException e) {
            throw new Flaw(path, near(item.id()), String.valueOf(e.getMessage()));
        }
    }

    private static Scale scale(ItemText item) {
        Integer most = item.most();
        return switch (item.scale()) {
            case "yes_no" -> {
                if (most != null) {
                    throw new IllegalArgumentException("most goes with scale: points only");
                }
                yield new Scale.YesNo();
            }
            case "points" -> {
                if (most == null) {
                    throw new IllegalArgumentException("most must say how many points there are, 1 to 10");
                }
                yield new Scale.Points(most);
            }
            default -> throw new IllegalArgumentException("scale: '" + item.scale() + "' is not one of yes_no, points"
                    + Nearest.hint(item.scale(), List.of("yes_no", "points")));
        };
    }

    private static Item.Never never(NeverText item) throws Flaw {
        String path = "never." + item.id();
        id(path, item.id());
        Prohibition prohibition = Prohibition.ofCode(item.prohibition())
                .orElseThrow(() -> new Flaw(path, near(item.id()), "prohibition: '" + item.prohibition()
                        + "' is not one of " + String.join(", ", Prohibition.codes())
                        + Nearest.hint(item.prohibition(), Prohibition.codes())));
        try {
            return new Item.Never(item.id(), item.text().toWording(), prohibition);
        } catch (IllegalArgumentException e) {
            throw new Flaw(path, near(item.id()), String.valueOf(e.getMessage()));
        }
    }

    private static void id(String path, String id) throws Flaw {
        if (!ID.matcher(id).matches()) {
            throw new Flaw(path, near(id), "'" + id + "': an id is 1 to 60 of a to z, 0 to 9 and _");
        }
    }

    private static String near(String id) {
        return "\\b(id|card): *[\"']?" + Pattern.quote(id);
    }
}
