package com.callfloor.recorder.audio;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The form in which a recording is kept.
 *
 * @see com.callfloor.recorder.codec.Encoding
 */
public enum RecordingFormat {
    /** Ogg Opus, lossy, two mono streams that share nothing. A tenth of WAV or less. */
    OPUS("opus", "ogg", "audio/ogg"),
    /** Native FLAC, lossless. About half of WAV. */
    FLAC("flac", "flac", "audio/flac"),
    /** Plain PCM with a header. */
    WAV("wav", "wav", "audio/wav");

    private final String code;
    private final String ending;
    private final String mediaType;

    RecordingFormat(String code, String ending, String mediaType) {
        this.code = code;
        this.ending = ending;
        this.mediaType = mediaType;
    }

    /** Its name in configuration, books and JSON. */
    public String code() {
        return code;
    }

    /** Of a file's name, without the dot. */
    public String ending() {
        return ending;
    }

    /** By which browsers and players know it. */
    public String mediaType() {
        return mediaType;
    }

    /** The format of this name, in small letters; empty if there is none. */
    public static Optional<RecordingFormat> of(String code) {
        return Arrays.stream(values()).filter(format -> format.code.equals(code.toLowerCase(Locale.ROOT))).findFirst();
    }
}
