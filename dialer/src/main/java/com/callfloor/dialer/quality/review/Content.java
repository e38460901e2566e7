package com.callfloor.dialer.quality.review;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.quality.card.Answer;

/** What a reviewer says of a call. */
public record Content(Map<String, Answered> answers, List<Note> notes, Optional<String> summary) {
    public static final Content EMPTY = new Content(Map.of(), List.of(), Optional.empty());

    public record Answered(Answer answer, Optional<String> comment) {}

    public Content {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        notes = List.copyOf(notes);
    }

    /** The answers by item, without their comments. */
    public Map<String, Answer> plain() {
        Map<String, Answer> plain = new LinkedHashMap<>();
        answers.forEach((item, answered) -> plain.put(item, answered.answer()));
        return plain;
    }
}
