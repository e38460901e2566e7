package com.callfloor.dialer.supervision;

import java.util.Locale;
import java.util.Optional;

/** How a campaign paces its calls. */
public enum CampaignMode {
    /** Agents choose whom to call. */
    MANUAL,
    /** Each free agent looks at a case before it is called. */
    PREVIEW,
    /** One call for each agent who is free. */
    PROGRESSIVE,
    /** A fixed number of calls for each agent who is free. */
    RATIO,
    /** As many calls as the allowance of abandoned calls is worth. */
    PREDICTIVE,
    /** No new call; live ones go on. */
    PAUSED;

    /** The mode's one name in configuration, API and console. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether calls are placed without anybody asking for each. */
    public boolean placesCalls() {
        return this == PROGRESSIVE || this == RATIO || this == PREDICTIVE;
    }

    public static Optional<CampaignMode> ofCode(String code) {
        for (CampaignMode mode : values()) {
            if (mode.code().equals(code)) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }
}
