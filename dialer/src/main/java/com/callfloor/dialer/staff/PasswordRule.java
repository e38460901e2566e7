package com.callfloor.dialer.staff;

import java.util.Optional;

import com.callfloor.dialer.words.Words;

/**
 * What a password must be. Length counts and nothing else does, after NIST SP 800-63B-4, section 3.1.1.2: rules about
 * kinds of characters make people choose worse ones.
 */
public final class PasswordRule {
    public static final int SHORTEST = 12;
    /** Longer ones would only make the hash slow. */
    public static final int LONGEST = 200;

    private PasswordRule() {}

    /** Why {@code password} cannot be {@code login}'s; empty if it can. */
    public static Optional<Words> objection(String login, String password) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of(Words.of(
                    "must have %d to %d characters; three or four words that do not belong together are good",
                    "须为 %d 至 %d 个字符，可用三四个互不相关的词", SHORTEST, LONGEST));
        }
        if (password.chars().distinct().count() < 4 || password.equalsIgnoreCase(login)) {
            return Optional.of(new Words("is too easy to guess; take three or four words that do not belong together",
                    "过于容易猜到，请用三四个互不相关的词"));
        }
        return Optional.empty();
    }
}
