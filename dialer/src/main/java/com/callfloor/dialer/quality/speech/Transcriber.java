package com.callfloor.dialer.quality.speech;

import java.util.List;

import com.callfloor.dialer.scripts.Language;

/** An engine that writes down what one side said. Every method blocks. */
public interface Transcriber {
    /** Its name, which is kept with what it wrote. */
    String name();

    /**
     * Writes down one side of a call.
     *
     * @param wav 16-bit PCM, one channel
     * @throws Unavailable if it could not, now or ever; the message says why, and nothing of what was said
     */
    List<Said> transcribe(byte[] wav, Language language) throws Unavailable;

    /** In milliseconds from the beginning. */
    record Said(long fromMs, long toMs, String text) {
        /** Not what was said. */
        @Override
        public String toString() {
            return fromMs + ".." + toMs;
        }
    }

    final class Unavailable extends Exception {
        private static final long serialVersionUID = 1L;

        public Unavailable(String message) {
            super(message);
        }
    }
}
