package com.callfloor.dialer.setup;

/**
 * One key of {@code config/floor.yaml}.
 *
 * @param path from the top, such as {@code dialing.mode} or {@code trunks[0].channels}
 * @param value as people write it, a list's entries between commas; empty for sections, and always for secrets
 * @param explanation what the file's comments say of it; may be empty
 * @param overridden the floor runs with another value than the file's, by an environment variable or the command line
 */
public record ConfiguredValue(String path, Kind kind, String value, String explanation, boolean overridden) {
    public ConfiguredValue {
        if (kind != Kind.VALUE && !value.isEmpty()) {
            throw new IllegalArgumentException("only a plain value is shown, not " + path);
        }
    }

    /** What stands at a key. */
    public enum Kind {
        /** Holds other keys. */
        SECTION, VALUE,
        /** Nobody is shown it, only that there is one. */
        SECRET_SET, SECRET_NOT_SET
    }
}
