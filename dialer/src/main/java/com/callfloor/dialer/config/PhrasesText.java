package com.callfloor.dialer.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import com.callfloor.dialer.quality.card.Prohibition;
import com.callfloor.dialer.quality.speech.Phrases;
import com.callfloor.dialer.scripts.Language;
import com.fasterxml.jackson.annotation.JsonProperty;

/** A phrase list as its file writes it; {@code config/phrases/README.md} explains each key. */
record PhrasesText(@JsonProperty(required = true) String language, @JsonProperty(required = true) String version,
        @JsonProperty(required = true) List<ForbiddenText> forbidden,
        @JsonProperty(required = true) List<RequiredText> required) {
    private static final Pattern ID = Pattern.compile("[a-z0-9_]{1,60}");
    private static final int LONGEST_VERSION = 60;
    private static final Duration LONGEST_WITHIN = Duration.ofMinutes(10);

    record ForbiddenText(@JsonProperty(required = true) String id, @JsonProperty(required = true) String about,
            @JsonProperty(required = true) List<String> phrases) {}

    record RequiredText(@JsonProperty(required = true) String id, @JsonProperty(required = true) Duration within,
            @JsonProperty(required = true) List<String> phrases) {}

    Phrases toPhrases() throws Flaw {
        Language known = Language.ofTag(language)
                .orElseThrow(() -> new Flaw("language", "^language:", "'" + language + "' is not one of "
                        + Language.known()));
        if (version.isBlank() || version.length() > LONGEST_VERSION) {
            throw new Flaw("version", "^version:", "a version has 1 to 60 characters, such as its day");
        }
        Set<String> ids = new HashSet<>();
        List<Phrases.Forbidden> never = new ArrayList<>();
        for (ForbiddenText rule : forbidden) {
            check(ids, "forbidden", rule.id(), rule.phrases());
            never.add(new Phrases.Forbidden(rule.id(), Prohibition.ofCode(rule.about())
                    .orElseThrow(() -> new Flaw("forbidden." + rule.id(), near(rule.id()), "about: '" + rule.about()
                            + "' is not one of " + String.join(", ", Prohibition.codes())
                            + Nearest.hint(rule.about(), Prohibition.codes()))),
                    rule.phrases()));
        }
        List<Phrases.Required> always = new ArrayList<>();
        for (RequiredText rule : required) {
            check(ids, "required", rule.id(), rule.phrases());
            if (rule.within().isNegative() || rule.within().isZero()
                    || rule.within().compareTo(LONGEST_WITHIN) > 0) {
                throw new Flaw("required." + rule.id(), near(rule.id()), "within is up to 10m, and above 0s");
            }
            always.add(new Phrases.Required(rule.id(), rule.within(), rule.phrases()));
        }
        return new Phrases(known, version, never, always);
    }

    private static void check(Set<String> ids, String part, String id, List<String> phrases) throws Flaw {
        String path = part + "." + id;
        if (!ID.matcher(id).matches()) {
            throw new Flaw(path, near(id), "an id is 1 to 60 of a to z, 0 to 9 and _");
        }
        if (!ids.add(id)) {
            throw new Flaw(path, near(id), "the id '" + id + "' is there twice");
        }
        if (phrases.isEmpty()
                || phrases.stream().anyMatch(phrase -> !phrase.codePoints().anyMatch(Character::isLetter))) {
            throw new Flaw(path, near(id), "phrases lists one at least, and each has letters");
        }
    }

    private static String near(String id) {
        return "\\bid: *[\"']?" + Pattern.quote(id) + "\\b";
    }
}
