package com.callfloor.dialer.scripts;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

import com.callfloor.dialer.strategy.Stage;
import org.jspecify.annotations.Nullable;

/**
 * One version of what is said to one kind of recipient in one language, checked by its reader.
 *
 * @param name the same in every language, such as {@code early}
 * @param stage null: for every stage
 * @param says what it was found to say
 * @param parts Markdown with variables, in the order of {@link Part}
 */
public record Script(String name, String version, Language language, Recipient recipient, @Nullable Stage stage,
        Set<Statement> says, Map<Part, String> parts) {
    public Script {
        says = Set.copyOf(says);
        parts = Collections.unmodifiableMap(new EnumMap<>(parts));
    }

    /** Whether it can be read out for a case in this stage. */
    public boolean fits(Stage wanted) {
        return stage == null || stage == wanted;
    }

    /** The parts with their variables filled in. A variable without a value is an error of the caller's. */
    public Map<Part, String> filled(Map<Variable, String> values) {
        Map<Part, String> filled = new EnumMap<>(Part.class);
        parts.forEach((part, text) -> filled.put(part, Blanks.fill(text, values)));
        return filled;
    }
}
