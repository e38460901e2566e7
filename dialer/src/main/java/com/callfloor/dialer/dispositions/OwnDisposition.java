package com.callfloor.dialer.dispositions;

import java.util.regex.Pattern;

import com.callfloor.dialer.calls.Disposition;

/**
 * A disposition of the floor's own: its words, with the details and the follow-up of a built-in one.
 *
 * @param code lower case letters, digits and underscores, at most 30; no built-in one's
 */
public record OwnDisposition(String code, Disposition behavesAs, String nameZh, String nameEn) {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{0,29}");

    /** @throws IllegalArgumentException saying what is wrong with the code or the names */
    public OwnDisposition {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("the code '" + code
                    + "' is not one: lower case letters, digits and underscores, at most 30, a letter first");
        }
        if (Disposition.ofCode(code).isPresent()) {
            throw new IllegalArgumentException("the code '" + code + "' is a built-in disposition's");
        }
        if (nameZh.isBlank() || nameEn.isBlank()) {
            throw new IllegalArgumentException("'" + code + "' needs a name in both languages");
        }
    }
}
