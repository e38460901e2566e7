package com.callfloor.dialer.scripts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A part of a script, in the order in which they are shown; a heading of its code begins it. */
public enum Part {
    /** What stands before the first heading. Said to whoever picks up. */
    OPENING(Kind.COURSE),

    /** Whether this is the right party. Said before that is known. */
    CONFIRM(Kind.COURSE),

    /** Said only to the right party. */
    PURPOSE(Kind.COURSE),

    /** What a listed contact may ask, and the answers. */
    QUESTIONS(Kind.COURSE),

    WILLING(Kind.BRANCH), UNWILLING(Kind.BRANCH), DISPUTING(Kind.BRANCH), HARDSHIP(Kind.BRANCH), ALREADY_PAID(
            Kind.BRANCH),

    /** Somebody else is on the line: they hear nothing of the debt. */
    THIRD_PARTY(Kind.BRANCH),

    VULNERABLE(Kind.BRANCH),

    CLOSING(Kind.COURSE),

    /** What is not said; for the agent's eyes. */
    NEVER(Kind.NOTE);

    /** What a part is in the talk: its course, a branch of it, or a note that is never said. */
    public enum Kind {
        COURSE, BRANCH, NOTE
    }

    private final Kind kind;

    Part(Kind kind) {
        this.kind = kind;
    }

    /** As it stands in headings and in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isBranch() {
        return kind == Kind.BRANCH;
    }

    public boolean isSaid() {
        return kind != Kind.NOTE;
    }

    /** Whether it may speak of the debt in a script for this recipient: only to a debtor who has been confirmed. */
    public boolean mayDisclose(Recipient recipient) {
        return recipient == Recipient.DEBTOR && this != OPENING && this != CONFIRM && this != THIRD_PARTY;
    }

    /** The parts that a script for this recipient cannot do without. */
    public static List<Part> neededFor(Recipient recipient) {
        return switch (recipient) {
            case DEBTOR -> Arrays.stream(values())
                    .filter(part -> part.isBranch() || part == OPENING || part == CONFIRM || part == PURPOSE)
                    .toList();
            case CONTACT -> List.of(OPENING, UNWILLING);
            case MACHINE -> List.of(OPENING);
        };
    }

    public static Optional<Part> ofCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    /** All codes, for error messages. */
    public static String known() {
        return Arrays.stream(values()).map(Part::code).collect(Collectors.joining(", "));
    }
}
