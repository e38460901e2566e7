package com.callfloor.dialer.tasks;

import java.util.Locale;
import java.util.Optional;

/** Whether there is still something to do. */
public enum TaskState {
    OPEN, DONE,
    /** What it was for went away. */
    CANCELLED;

    /** The state's one name in SQL, API and console. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<TaskState> ofCode(String code) {
        for (TaskState state : values()) {
            if (state.code().equals(code)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
