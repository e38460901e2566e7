package com.callfloor.dialer.calls;

import java.util.Locale;
import java.util.Optional;

/** What happens to a call that an answering machine picked up. */
public enum AnsweringMachines {
    /** Nothing listens for machines: whatever picks up is put through. */
    OFF, HANG_UP,
    /** The message of {@code config/scripts/machine.*.md} is left on it, which discloses nothing. */
    LEAVE_MESSAGE;

    /** Its one name in the configuration and in the dialplan. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nobody is put through before the PBX has said who picked up. */
    public boolean detected() {
        return this != OFF;
    }

    public static Optional<AnsweringMachines> ofCode(String code) {
        for (AnsweringMachines machines : values()) {
            if (machines.code().equals(code)) {
                return Optional.of(machines);
            }
        }
        return Optional.empty();
    }
}
