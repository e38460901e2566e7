package com.callfloor.recorder.vault;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import com.callfloor.recorder.audio.RecordingFormat;

/**
 * The name of an object in a vault, such as {@code 2026/11/23/<attempt id>.ogg}. Segments of letters, digits, {@code -}
 * and {@code _}, with single dots inside: it cannot climb out of a folder. Keys get into logs and object stores, so
 * they never hold a name or a number of a person.
 *
 * @param value at most 200 characters
 */
public record VaultKey(String value) {
    private static final int MAX_LENGTH = 200;
    private static final String SEGMENT = "[0-9A-Za-z_-]+(?:\\.[0-9A-Za-z_-]+)*";
    private static final Pattern SHAPE = Pattern.compile(SEGMENT + "(?:/" + SEGMENT + ")*");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu/MM/dd").withZone(ZoneOffset.UTC);

    public VaultKey {
        if (value.length() > MAX_LENGTH || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "not a vault key (segments of letters, digits, '-', '_' and inner dots, joined by '/'): "
                            + value.substring(0, Math.min(value.length(), MAX_LENGTH)).replaceAll("\\p{Cntrl}", "?"));
        }
    }

    /** Where an attempt's recording belongs: under the UTC date of its answer. */
    public static VaultKey ofRecording(UUID attemptId, Instant answeredAt, RecordingFormat format) {
        return new VaultKey(DAY.format(answeredAt) + '/' + attemptId + '.' + format.ending());
    }

    /** The name as a key; empty if no key is written like that. */
    public static Optional<VaultKey> parse(String name) {
        return name.length() <= MAX_LENGTH && SHAPE.matcher(name).matches()
                ? Optional.of(new VaultKey(name))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
