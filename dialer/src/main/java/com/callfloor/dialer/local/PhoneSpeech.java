package com.callfloor.dialer.local;

import java.time.Duration;

/** What simulated agents send into their calls. */
public sealed interface PhoneSpeech {

    /** Courteous Mandarin phrases with pauses between them. */
    record Phrases(Duration pause) implements PhoneSpeech {}

    /** One tone, so that a recording can be proved. */
    record Tone(int hertz) implements PhoneSpeech {}

    /** A tone of its own for each phone: so many hertz more for each step of the last digit of its extension. */
    record OwnTones(int hertz, int step) implements PhoneSpeech {
        /** Of the phone with this extension. */
        public int of(int extension) {
            return hertz + step * (extension % 10);
        }
    }

    /** A tenth of a second of one tone, each second, so that time can be read off a recording. */
    record Pulses(int hertz) implements PhoneSpeech {}
}
