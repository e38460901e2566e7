package com.callfloor.dialer.scripts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Something that a script must say, told from its text: a declaration alone would prove nothing. */
public enum Statement {
    /** Who is calling (SEED-ID): {@code {agent_name}} in the opening. */
    WHO_CALLS("who is calling; say {agent_name} in the opening"),

    /** On whose behalf: {@code {lender}} to a confirmed debtor, {@code {caller_name}} to everybody else. */
    FOR_WHOM("for whom the call is; say {lender} in the purpose for a debtor, {caller_name} in the opening for others"),

    /** That the call is recorded (SEED-REC), in the opening. */
    RECORDING_NOTICE("the recording notice; say in the opening that the call is recorded");

    private final String words;

    Statement(String words) {
        this.words = words;
    }

    /** As the front matter declares it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is and how to say it, to go on after "lacks". */
    public String words() {
        return words;
    }

    /** Whether these parts of a script make the statement. */
    public boolean madeBy(Map<Part, String> parts, Recipient recipient, Language language) {
        String opening = parts.getOrDefault(Part.OPENING, "");
        return switch (this) {
            case WHO_CALLS -> holds(opening, Variable.AGENT_NAME);
            case FOR_WHOM -> recipient == Recipient.DEBTOR
                    ? holds(parts.getOrDefault(Part.PURPOSE, ""), Variable.LENDER)
                    : holds(opening, Variable.CALLER_NAME);
            case RECORDING_NOTICE -> language.tellsOfRecording(opening);
        };
    }

    private static boolean holds(String text, Variable variable) {
        return text.contains("{" + variable.code() + "}");
    }

    /** What a script for this recipient must declare at least. Nobody talks to a machine, and no machine is recorded. */
    public static Set<Statement> neededFor(Recipient recipient) {
        return switch (recipient) {
            case DEBTOR, CONTACT -> Set.of(values());
            case MACHINE -> Set.of(FOR_WHOM);
        };
    }

    public static Optional<Statement> ofCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    /** All codes, for error messages. */
    public static List<String> known() {
        return Arrays.stream(values()).map(Statement::code).toList();
    }
}
