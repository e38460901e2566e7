package com.callfloor.dialer.supervision.why;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.words.Words;

/**
 * One reason why so many calls are placed, or none.
 *
 * @param code its one name in the API, such as {@code no_agents}
 * @param stops whether it alone keeps every call of the campaign from being placed
 * @param numbers behind the words, by name
 * @param until when it is over by itself; empty: nobody knows
 * @param rule the rule that says so; empty: none
 */
public record Cause(String code, boolean stops, Words words, Map<String, Number> numbers, Optional<Instant> until,
        Optional<String> rule) {
    public Cause {
        numbers = Map.copyOf(numbers);
    }

    /** One that stops all calls. */
    static Cause stopping(String code, Words words) {
        return new Cause(code, true, words, Map.of(), Optional.empty(), Optional.empty());
    }

    /** One that explains, and stops nothing alone. */
    static Cause telling(String code, Words words) {
        return new Cause(code, false, words, Map.of(), Optional.empty(), Optional.empty());
    }

    Cause with(String name, Number number) {
        Map<String, Number> more = new LinkedHashMap<>(numbers);
        more.put(name, number);
        return new Cause(code, stops, words, more, until, rule);
    }

    Cause until(Optional<Instant> over) {
        return new Cause(code, stops, words, numbers, over, rule);
    }

    Cause by(Optional<String> ruleId) {
        return new Cause(code, stops, words, numbers, until, ruleId);
    }
}
