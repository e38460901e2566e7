package com.callfloor.dialer.web.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.quality.card.Answer;
import com.callfloor.dialer.quality.card.Scoring.Unscorable;
import com.callfloor.dialer.quality.review.Content;
import com.callfloor.dialer.quality.review.Content.Answered;
import com.callfloor.dialer.quality.review.Note;
import com.callfloor.dialer.web.http.JsonBody;
import com.callfloor.dialer.web.http.Problem.FieldError;
import com.callfloor.dialer.web.http.ProblemException;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.words.Words;

/** Reads what a reviewer says of a call. */
final class ReviewBody {
    private static final int MOST_ITEMS = 200;
    private static final int MOST_NOTES = 200;
    private static final int LONGEST_ID = 60;
    private static final int LONGEST_TEXT = 2000;
    private static final long LONGEST_CALL_MS = 24 * 60 * 60 * 1000L;
    private static final List<String> ANSWERS = List.of("yes", "no", "not_applicable", "points");

    private ReviewBody() {}

    static Content content(JsonBody body) {
        Map<String, Answered> answers = new LinkedHashMap<>();
        for (JsonBody each : body.anyObjects("answers", MOST_ITEMS)) {
            String item = each.text("item", LONGEST_ID);
            Optional<Long> points = each.whole("points", 0, 10);
            Optional<Answer> answer = each.oneOf("answer", code -> answer(code, points), ANSWERS);
            if (points.isPresent() && answer.isPresent() && !(answer.get() instanceof Answer.Points)) {
                each.error("points", "goes with \"answer\": \"points\" only", "仅在 answer 为 points 时填写");
            }
            Optional<String> comment = each.optionalText("comment", LONGEST_TEXT);
            if (answers.containsKey(item)) {
                each.error("item", "is answered twice", "重复作答");
            }
            answer.ifPresent(said -> answers.put(item, new Answered(said, comment)));
        }
        List<Note> notes = new ArrayList<>();
        for (JsonBody each : body.anyObjects("notes", MOST_NOTES)) {
            Optional<Long> at = each.whole("at_ms", 0, LONGEST_CALL_MS);
            each.need("at_ms", at);
            notes.add(new Note(at.orElse(0L), each.text("text", LONGEST_TEXT), each.flag("for_agent").orElse(true)));
        }
        return new Content(answers, notes, body.optionalText("summary", LONGEST_TEXT));
    }

    private static Optional<Answer> answer(String code, Optional<Long> points) {
        return switch (code) {
            case "yes" -> Optional.of(new Answer.Yes());
            case "no" -> Optional.of(new Answer.No());
            case "not_applicable" -> Optional.of(new Answer.NotApplicable());
            case "points" -> points.map(number -> new Answer.Points(number.intValue()));
            default -> Optional.empty();
        };
    }

    /** What is wrong with answers, told by their items. */
    static ProblemException wrong(Map<String, Words> flaws) {
        List<FieldError> errors = new ArrayList<>();
        flaws.forEach((item, flaw) -> errors.add(new FieldError("answers." + item, flaw)));
        return Problems.invalid(errors);
    }

    static ProblemException wrong(Unscorable unscorable) {
        return wrong(unscorable.flaws());
    }
}
