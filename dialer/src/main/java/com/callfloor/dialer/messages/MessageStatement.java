package com.callfloor.dialer.messages;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.callfloor.dialer.scripts.Blanks;

/** Something that every message must say, told from its text: a declaration alone would prove nothing. */
public enum MessageStatement {
    /** Who writes (SEED-ID). */
    WHO_WRITES(MessageVariable.CALLER_NAME, "who writes; say {caller_name}"),

    /** On whose behalf. */
    FOR_WHOM(MessageVariable.LENDER, "for whom it is written; say {lender}"),

    /** How to get no more of them (12 CFR 1006.6(e)). */
    OPT_OUT(MessageVariable.OPT_OUT, "how to opt out; say {opt_out}");

    private final MessageVariable variable;
    private final String words;

    MessageStatement(MessageVariable variable, String words) {
        this.variable = variable;
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

    public boolean madeBy(String text) {
        return Blanks.in(text).contains(variable.code());
    }

    public static Optional<MessageStatement> ofCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    /** All codes, for error messages. */
    public static List<String> known() {
        return Arrays.stream(values()).map(MessageStatement::code).toList();
    }
}
