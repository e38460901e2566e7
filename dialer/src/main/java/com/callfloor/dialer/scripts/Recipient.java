package com.callfloor.dialer.scripts;

import java.util.Locale;
import java.util.Optional;

/** Who hears a script. */
public enum Recipient {
    DEBTOR("debtor"),

    /** Called for information only; nothing of the debt is disclosed (SEED-3P). */
    CONTACT("listed contact"),

    /** The PBX speaks it, and whoever lives there may hear it. */
    MACHINE("answering machine");

    private final String words;

    Recipient(String words) {
        this.words = words;
    }

    /** As the front matter of a script names it. */
    public String words() {
        return words;
    }

    /** As the API names it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Recipient> ofWords(String words) {
        for (Recipient recipient : values()) {
            if (recipient.words.equals(words)) {
                return Optional.of(recipient);
            }
        }
        return Optional.empty();
    }
}
