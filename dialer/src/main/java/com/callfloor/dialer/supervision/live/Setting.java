package com.callfloor.dialer.supervision.live;

import java.util.Locale;
import java.util.Optional;

/** What may be changed while the floor runs. */
public enum Setting {
    /** How a campaign paces its calls. */
    MODE(Subject.CAMPAIGN),
    /** A campaign's calls at once; empty: no limit of its own. */
    LINES(Subject.CAMPAIGN),
    /** A campaign's calls at once that nobody has answered yet; empty: no limit of its own. */
    RINGING(Subject.CAMPAIGN),
    /** The share of answered calls that may find no agent. */
    ABANDON_TARGET(Subject.CAMPAIGN),
    /** The campaigns by priority, their ids with commas between. */
    ORDER(Subject.FLOOR),
    /** A trunk's lines. */
    CHANNELS(Subject.TRUNK),
    /** Calls that may be placed a second through a trunk. */
    CALLS_PER_SECOND(Subject.TRUNK),
    /** Whether calls are placed through a trunk at all: true or false. */
    OPEN(Subject.TRUNK);

    /** What a setting is of. */
    public enum Subject {
        FLOOR, CAMPAIGN, TRUNK;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Subject subject;

    Setting(Subject subject) {
        this.subject = subject;
    }

    public Subject subject() {
        return subject;
    }

    /** The setting's one name in SQL, API and console. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Setting> ofCode(String code) {
        for (Setting setting : values()) {
            if (setting.code().equals(code)) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }
}
