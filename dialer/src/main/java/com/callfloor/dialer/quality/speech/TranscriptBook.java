package com.callfloor.dialer.quality.speech;

import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.scripts.Language;

/** The transcripts that are kept, with what was found in them. Every method blocks on the database. */
public interface TranscriptBook {
    /**
     * Keeps a transcript in the place of an earlier one.
     *
     * @param phrases the version of the phrase list that made {@code hits}; empty: there is none for the language
     * @return false if there is no stored recording of this call
     */
    boolean keep(Transcript transcript, Optional<String> phrases, List<Hit> hits);

    Optional<Transcript> of(AttemptId call);

    Optional<Spotted> spotted(AttemptId call);

    /** The language that the call's case is in; empty if there is no stored recording of it. */
    Optional<Language> languageOf(AttemptId call);

    /** What was found, and by which version of the phrase list. */
    record Spotted(Language language, Optional<String> phrases, List<Hit> hits) {}
}
