package com.callfloor.dialer.supervision;

import java.util.Set;
import java.util.regex.Pattern;

import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Somebody outside the floor to whom debtors may be put through, as it is configured. Nobody types a number in.
 *
 * @param name in lower case, with hyphens; stands in the books and in addresses
 * @param label what people read, in both languages
 * @param trunk that it is called through; empty: the first that has a line free, as for debtors
 * @param lenders only debtors of theirs: what somebody owes one lender is no other's business
 */
public record OutsideDestination(String name, Words label, PhoneNumber number, String trunk, Set<String> lenders,
        Permission permission) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");
    private static final int LONGEST_LABEL = 80;

    /** Who may put a debtor through to it. */
    public enum Permission {
        AGENTS, SUPERVISORS
    }

    /**
     * Checks what it is given.
     *
     * @throws IllegalArgumentException saying what is wrong and how to mend it
     */
    public OutsideDestination {
        lenders = Set.copyOf(lenders);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name must be 1 to 40 lower-case letters, digits and hyphens, such as "
                    + "harbour-legal, not '" + name + "'");
        }
        if (isNoLabel(label.en()) || isNoLabel(label.zh())) {
            throw new IllegalArgumentException(
                    "label needs an en and a zh of 1 to " + LONGEST_LABEL
                            + " characters: people read it instead of the number");
        }
        if (lenders.isEmpty() || lenders.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    "lenders must name at least one lender, as case files do: a debtor's affairs are disclosed to nobody else");
        }
    }

    private static boolean isNoLabel(String text) {
        return text.isBlank() || text.length() > LONGEST_LABEL;
    }

    public boolean isFor(@Nullable String lender) {
        return lender != null && lenders.contains(lender);
    }

    public boolean mayBeChosenBy(Requester by) {
        return permission == Permission.AGENTS || by instanceof Requester.Supervisor;
    }
}
